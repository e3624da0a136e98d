import type { ReactNode } from 'react';
import { nl } from '../text/nl.ts';
import { Callout } from './callout.tsx';

/** In the place of a screen whose write-up cannot be opened. */
export function OpenFailure({ message }: { message: string }): ReactNode {
  return (
    <div className="notice-line">
      <Callout tone="no" alert title={`${nl.entry.failed}.`}>
        {message}
      </Callout>
    </div>
  );
}

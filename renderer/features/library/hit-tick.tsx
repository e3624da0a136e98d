import type { ReactNode } from 'react';
import { nl } from '../../text/nl.ts';
import type { HitOf } from './hit-row.tsx';
import type { Selection } from './selection.ts';

/** The tick box beside a hit; from the keyboard the space bar on the row does the same. */
export function HitTick({ hit, selection, order }: { hit: HitOf; selection: Selection; order: readonly string[] }): ReactNode {
  return (
    <span className="hit-tick">
      <input
        type="checkbox"
        className="tick"
        tabIndex={-1}
        checked={selection.ids.has(hit.id)}
        aria-label={nl.many.choose(hit.entry.title)}
        onClick={(event) => {
          if (event.shiftKey) selection.extend(hit.id, order);
          else selection.toggle(hit.id);
        }}
        onChange={() => undefined}
      />
    </span>
  );
}

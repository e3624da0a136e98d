import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';

/** Head of a screen about one write-up, with the way back to it. */
export function EntryHead({ entry, title, children }: { entry: EntryDetail; title: string; children?: ReactNode }): ReactNode {
  return (
    <header className="screen-head">
      <div>
        <p className="kicker">
          <a href={hrefOf({ screen: 'stuk', id: entry.id, edit: false, q: '' })}>{entry.title}</a>
        </p>
        <h1>{title}</h1>
      </div>
      {children}
    </header>
  );
}

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ReaderEntry } from '../../domain/bundle/reader-data.ts';
import { nl } from '../text/nl.ts';
import { hashOf } from './place.ts';

/** The way back, and every write-up in the order of the bundle. */
export function ReaderContents({ entries, current, query }: { entries: readonly ReaderEntry[]; current: string; query: string }): ReactNode {
  return (
    <nav className="lezer-contents" aria-label={nl.reader.contents}>
      <a className="lezer-back" href={hashOf({ id: undefined, query })}>
        <ArrowLeft className="icon icon-sm" aria-hidden />
        {nl.reader.back}
      </a>
      <ol>
        {entries.map(({ summary }) => (
          <li key={summary.id}>
            <a href={hashOf({ id: summary.id, query })} aria-current={summary.id === current ? 'page' : undefined}>
              {summary.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

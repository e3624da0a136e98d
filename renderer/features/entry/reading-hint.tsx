import { useDeferredValue, useMemo, type ReactNode } from 'react';
import type { Kind } from '../../../domain/entries/kind.ts';
import { headingKey } from '../../../domain/entries/naming.ts';
import { readabilityOf, type Readability } from '../../../domain/entries/readability.ts';
import { headingTable, stretchesOf } from '../../../domain/entries/sections.ts';
import { nl } from '../../text/nl.ts';

interface Counted {
  name: string;
  found: Readability;
}

/** The parts of a text that have words, with how hard each is; headings that are no part of the kind are left out. */
function counted(text: string, kind: Kind | undefined): Counted[] {
  const table = headingTable(kind);
  const parts = new Map<string, string>();
  for (const stretch of stretchesOf(text)) {
    const name = table.get(headingKey(stretch.heading))?.heading;
    if (name !== undefined) parts.set(name, `${parts.get(name) ?? ''}\n\n${stretch.text}`);
  }
  return [...parts].map(([name, part]) => ({ name, found: readabilityOf(part) })).filter(({ found }) => found.words > 0);
}

/** Beside the text: the number of words, and a hint of how each part reads. */
export function ReadingHint({ text, kind }: { text: string; kind: Kind | undefined }): ReactNode {
  // Counting waits for typing, never the other way round.
  const late = useDeferredValue(text, '');
  const whole = useMemo(() => readabilityOf(late), [late]);
  const parts = useMemo(() => counted(late, kind), [late, kind]);
  const words = nl.reading;
  return (
    <section className="reading-hint">
      <h2 className="label">{words.title}</h2>
      <p className="small">{words.count(whole.words, whole.sentences)}</p>
      {parts.length > 0 && (
        <dl className="small">
          {parts.map(({ name, found }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={words.measured(found.sentenceLength, found.longWords)}>
                {words.levels[found.level]}
                {found.longSentences > 0 && <span className="faint"> · {words.longSentences(found.longSentences)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className="tiny faint">{words.hint}</p>
    </section>
  );
}

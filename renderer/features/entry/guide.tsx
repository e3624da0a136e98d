import { useMemo, type ReactNode, type RefObject } from 'react';
import { findItem } from '../../../domain/cards/card.ts';
import type { EntryDetail, Part } from '../../../domain/entries/entry.ts';
import { withSection } from '../../../domain/entries/interview.ts';
import type { Kind } from '../../../domain/entries/kind.ts';
import { headingKey } from '../../../domain/entries/naming.ts';
import { headingTable, partsOfText, sectionAt, stretchesOf, thinBelow } from '../../../domain/entries/sections.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { shortItem } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { ReadingHint } from './reading-hint.tsx';

interface GuideProps {
  entry: EntryDetail;
  kind: Kind | undefined;
  text: string;
  /** Where the cursor is in the text. */
  caret: number;
  /** The part that is asked about, when that is not where the cursor is. */
  asked?: Kind['sections'][number] | undefined;
  vocabulary: Vocabulary;
  area: RefObject<HTMLTextAreaElement | null>;
  /** Goes to a part where the text is not shown in the text field. */
  onJump?: ((part: Part) => boolean) | undefined;
  onType(text: string): void;
}

/** Beside the text: which parts are there, and the question that goes with the part the cursor is in. */
export function Guide({ entry, kind, text, caret, asked, vocabulary, area, onJump, onType }: GuideProps): ReactNode {
  const parts = useMemo(() => partsOfText(text, kind), [text, kind]);
  const under = useMemo(() => sectionAt(text, caret, kind), [text, caret, kind]);
  const here = asked ?? under;
  if (!kind) return null;
  const section = here ?? kind.sections.find((s) => parts.find((p) => p.id === s.id)?.state !== 'vol') ?? kind.sections[0];
  const item = section?.item ? findItem(vocabulary.cards, section.item)?.item : undefined;
  const jump = (part: Part): void => {
    if (onJump?.(part)) return;
    if (entry.locked === undefined || part.state !== 'ontbreekt') goToPart(area.current, text, part, kind, onType);
  };
  return (
    <>
      <section>
        <h2 className="label">{nl.editor.partsTitle}</h2>
        <Count parts={parts} />
        <ul className="guide-parts">
          {parts.map((part) => (
            <li key={part.id}>
              <PartLine part={part} here={part.id === here?.id} onJump={() => jump(part)} />
            </li>
          ))}
        </ul>
      </section>
      {section && (
        <section className="guide-card">
          <p className="small">
            {section.item?.startsWith('checklist.') && <span className="accent">{shortItem(section.item)}</span>} {section.heading}
          </p>
          <h2>{section.prompt}</h2>
          {item?.points && (
            <ul className="guide-points">
              {item.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
        </section>
      )}
      <ReadingHint text={text} kind={kind} />
    </>
  );
}

/** How far the text is, in words and numbers. */
function Count({ parts }: { parts: readonly Part[] }): ReactNode {
  const count = (state: Part['state']): number => parts.filter((part) => part.state === state).length;
  return (
    <p className="guide-count" title={nl.interview.meterHint(thinBelow)}>
      {nl.interview.meter(count('vol'), parts.length, count('dun'), count('ontbreekt'))}
    </p>
  );
}

function PartLine({ part, here, onJump }: { part: Part; here: boolean; onJump(): void }): ReactNode {
  const full = Math.min(100, Math.round((part.words / (thinBelow * 2.5)) * 100));
  return (
    <button type="button" className="guide-part" aria-current={here ? 'true' : undefined} onClick={onJump}>
      <b>
        {part.heading}
        {here && <span className="sr"> ({nl.editor.here})</span>}
      </b>
      <span>
        {part.state === 'ontbreekt' ? nl.editor.partStates.ontbreekt : `${nl.editor.partStates[part.state]}, ${nl.editor.words(part.words)}`}
      </span>
      <svg className="fill" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect className="bed" width="100" height="6" />
        <rect className="bar" width={full} height="6" />
      </svg>
    </button>
  );
}

/** Puts the cursor in a part; a part that is not there yet gets its heading where it belongs. */
function goToPart(area: HTMLTextAreaElement | null, text: string, part: Part, kind: Kind, onType: (text: string) => void): void {
  const section = kind.sections.find(({ id }) => id === part.id);
  if (!area || !section) return;
  const table = headingTable(kind);
  const body = withSection(text, kind, section);
  if (body !== text) onType(body);
  const stretch = stretchesOf(body).find((s) => table.get(headingKey(s.heading))?.id === part.id);
  const at = body.split('\n').slice(0, stretch?.line).join('\n').length + 1;
  requestAnimationFrame(() => {
    area.focus();
    area.setSelectionRange(at, at);
    // A text field that grows with its text scrolls its page only when the focus comes in.
    const share = body.slice(0, at).split('\n').length / Math.max(1, body.split('\n').length);
    const page = area.closest('.write-scroll');
    if (page) page.scrollTop = area.offsetTop + area.offsetHeight * share - page.clientHeight / 3;
  });
}

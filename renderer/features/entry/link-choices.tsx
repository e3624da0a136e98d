import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { fold } from '../../../domain/search/fold.ts';
import { useCall } from '../../data/use-call.ts';
import { kindOf } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';

/** Titles shown at once. */
const shown = 30;

interface Choice {
  id: string;
  title: string;
  kind: string;
}

interface ChoicesProps {
  found: readonly Choice[];
  vocabulary: Vocabulary;
  busy: boolean;
  onChoose(one: Choice): void;
}

/** Titles to choose from. */
export function Choices({ found, vocabulary, busy, onChoose }: ChoicesProps): ReactNode {
  return (
    <>
      <ul className="link-choices" aria-label={nl.relations.fitting}>
        {found.slice(0, shown).map((one) => (
          <li key={one.id}>
            <button type="button" className="menu-item" disabled={busy} onClick={() => onChoose(one)}>
              <span>
                {one.title}
                <small>{kindOf(vocabulary, one.kind).name}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="small faint" role="status">
        {found.length === 0 ? nl.relations.noneFound : found.length > shown ? nl.relations.more(found.length - shown) : ''}
      </p>
    </>
  );
}

/** What the field may point at and does not yet, by title. */
export function useChoices(entry: EntryDetail, field: Field | undefined, typed: string): Choice[] {
  const titles = useCall('entries.titles', {}).data ?? [];
  const wanted = fold(typed.trim());
  const linked = new Set([entry.id, ...entry.links.filter((link) => link.field === field?.key).map((link) => link.id)]);
  const begins = (title: string): number => (fold(title).startsWith(wanted) ? 0 : 1);
  return titles
    .filter((one) => !linked.has(one.id) && (!field?.kinds || field.kinds.includes(one.kind)) && fold(one.title).includes(wanted))
    .sort((a, b) => begins(a.title) - begins(b.title) || a.title.localeCompare(b.title, 'nl'));
}

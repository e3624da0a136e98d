import type { ReactNode } from 'react';
import type { EntryDetail, Json } from '../../../domain/entries/entry.ts';
import { unitedValue, type FieldPair, type SectionPair } from '../../../domain/entries/uniting.ts';
import { valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useCall } from '../../data/use-call.ts';
import { WordChanges } from '../../kit/word-changes.tsx';
import { nl } from '../../text/nl.ts';
import { Choice } from './choice.tsx';
import { isSettled, type Merging } from './use-merging.ts';

interface DifferencesProps {
  merging: Merging;
  names: Readonly<Record<'left' | 'right', string>>;
}

/** The texts, section by section, with what differs word by word. */
export function SectionDifferences({ merging, names }: DifferencesProps): ReactNode {
  return (
    <div className="merge">
      {merging.sections.map((pair, index) =>
        isSettled(pair) ? (
          pair.left?.trim() && (
            <p key={index} className="merge-same">
              {nl.merging.same(pair.heading)}
            </p>
          )
        ) : (
          <Choice
            key={index}
            legend={pair.heading || nl.entry.intro}
            chosen={merging.sideOfSection(index)}
            names={names}
            left={<SectionText pair={pair} side="left" />}
            right={<SectionText pair={pair} side="right" />}
            both={pair.left !== undefined && pair.right !== undefined ? '' : undefined}
            onChoose={(side) => merging.chooseSection(index, side)}
          />
        ),
      )}
    </div>
  );
}

function SectionText({ pair, side }: { pair: SectionPair; side: 'left' | 'right' }): ReactNode {
  const [own, against] = [pair[side], pair[side === 'left' ? 'right' : 'left']];
  if (own === undefined || own.trim() === '') return <em className="faint">{nl.merging.leaveOut}</em>;
  return <WordChanges before={(against ?? own).trim()} after={own.trim()} onlyAfter />;
}

interface FieldDifferencesProps extends DifferencesProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
}

/** The fields that differ; lists can be put together. */
export function FieldDifferences({ merging, names, entry, vocabulary }: FieldDifferencesProps): ReactNode {
  const titles = useCall('entries.titles', {}).data ?? [];
  const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
  return (
    <div className="merge">
      {merging.fields.map((pair) => {
        const field = vocabulary.fields.find((one) => one.key === pair.key);
        const labels = new Map(field ? valuesOf(vocabulary, field, entry.kind).map(({ value, label }) => [value, label]) : []);
        const linked = field?.type === 'verwijzing' || field?.type === 'verwijzingen';
        const words = (value: Json | undefined): string =>
          valueText(value, (text) => labels.get(text) ?? (linked ? titleOf.get(text) : undefined) ?? text);
        return (
          <Choice
            key={pair.key}
            legend={field?.label ?? pair.key}
            chosen={merging.sideOfField(pair.key)}
            names={names}
            left={words(pair.left)}
            right={words(pair.right)}
            both={pair.list ? words(together(pair)) : undefined}
            onChoose={(side) => merging.chooseField(pair.key, side)}
          />
        );
      })}
    </div>
  );
}

const together = (pair: FieldPair): Json => unitedValue(pair, 'both');

function valueText(value: Json | undefined, name: (text: string) => string): string {
  if (value === undefined || value === null || value === '') return nl.merging.nothing;
  if (Array.isArray(value)) return value.map((one) => valueText(one, name)).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${key}: ${valueText(one, name)}`)
      .join(' · ');
  return typeof value === 'boolean' ? (value ? nl.common.verdicts.ja : nl.common.verdicts.nee) : name(String(value));
}

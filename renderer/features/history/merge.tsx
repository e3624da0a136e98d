import { useMemo, useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { compareFields } from '../../../domain/entries/field-merge.ts';
import { compareTexts, mergedText } from '../../../domain/entries/text-merge.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { chosenFields, FieldChoices } from '../../kit/field-choices.tsx';
import { MergeList, sideText, type Side } from '../../kit/merge-list.tsx';
import { OpenFailure } from '../../kit/open-failure.tsx';
import { nl } from '../../text/nl.ts';
import { EntryHead } from './entry-head.tsx';
import './history.css';

/** A conflict copy held beside its original; the user chooses and one write-up remains. */
export function MergeScreen({ id }: { id: string }): ReactNode {
  const { data, failure, previous } = useCall('conflicts.compare', { id });
  if (failure && !previous) return <OpenFailure message={failure.message} />;
  if (!data || previous) return <div aria-busy="true" />;
  return <Merging key={`${data.copy.revision} ${data.original.revision}`} copy={data.copy} original={data.original} />;
}

/** What differs, what was chosen so far, and writing the outcome. */
function useMerging(copy: EntryDetail, original: EntryDetail) {
  const { back } = useUndo();
  const parts = useMemo(() => compareTexts(copy.body, original.body), [copy.body, original.body]);
  const fields = useMemo(() => compareFields(copy.fields, original.fields).filter((part) => part.kind !== 'theirs'), [copy.fields, original.fields]);
  const [chosen, setChosen] = useState<readonly (Side | undefined)[]>([]);
  const [kept, setKept] = useState<Readonly<Record<string, Side>>>({});
  const merge = useAction('conflicts.merge', {
    said: (saved) => ({ text: nl.history.merged, undo: () => back({ label: 'samengevoegd', id: saved.id }) }),
  });
  const clashes = parts.filter((part) => part.kind === 'clash').length;
  const open = clashes - chosen.filter((side) => side !== undefined).length + fields.filter((part) => kept[part.key] === undefined).length;
  return {
    parts,
    fields,
    chosen,
    kept,
    clashes,
    open,
    busy: merge.busy,
    choose: (number: number, side: Side) => setChosen((all) => Object.assign([...all], { [number]: side })),
    keep: (key: string, side: Side) => setKept((all) => ({ ...all, [key]: side })),
    save: async (): Promise<void> => {
      const body = mergedText(parts, (clash, index) => sideText(clash, chosen[index] ?? 'theirs'));
      const based = { copy: copy.id, copyRevision: copy.revision, basedOn: original.revision };
      const saved = await merge.run({ ...based, body, fields: chosenFields(fields, kept) });
      if (saved) go({ screen: 'stuk', id: saved.id, edit: false, q: '' });
    },
  };
}

function Merging({ copy, original }: { copy: EntryDetail; original: EntryDetail }): ReactNode {
  const vocabulary = useVocabulary();
  const now = useMerging(copy, original);
  return (
    <div className="history">
      <EntryHead entry={original} title={nl.history.mergeTitle}>
        <span className="push row">
          <span className="small soft" role="status">
            {nl.history.mergeLeft(now.open)}
          </span>
          <LinkButton href={hrefOf({ screen: 'stuk', id: copy.id, edit: false, q: '' })}>{nl.common.cancel}</LinkButton>
          <Button look="primary" disabled={now.open > 0 || now.busy} onClick={() => void now.save()}>
            {nl.history.merge}
          </Button>
        </span>
      </EntryHead>
      <div className="history-body">
        <p className="soft">{nl.history.mergeIntro}</p>
        {now.fields.length > 0 && (
          <section>
            <h2>{nl.history.mergeFields}</h2>
            <FieldChoices fields={now.fields} vocabulary={vocabulary} kept={now.kept} names={nl.history.copySides} onKeep={now.keep} />
          </section>
        )}
        <section>
          <h2>{nl.history.mergeText}</h2>
          {now.clashes === 0 ? (
            <p className="soft">{nl.history.mergeSame}</p>
          ) : (
            <MergeList parts={now.parts} chosen={now.chosen} names={nl.history.copySides} onChoose={now.choose} />
          )}
        </section>
      </div>
    </div>
  );
}

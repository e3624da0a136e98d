import type { ReactNode } from 'react';
import { verdicts, type Verdict } from '../../../domain/cards/judgement.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { nl } from '../../text/nl.ts';
import { Choices } from './choices.tsx';
import { CriterionRow } from './criterion-row.tsx';
import { whenSaid, type WeighPart } from './parts.ts';
import type { Judging } from './use-judging.ts';
import type { Rows } from './use-rows.ts';

export interface CriteriaProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
  part: WeighPart;
  judging: Judging;
  rows: Rows;
}

/** The criteria of one part as rows, with what is missing said in one sentence. */
export function Criteria({ entry, vocabulary, part, judging, rows }: CriteriaProps): ReactNode {
  return (
    <>
      <p className="weigh-sum small">
        <Sum rows={rows} />
        <span className="push tiny faint">{nl.weighing.source(part.card.title)}</span>
      </p>
      <ol className="criteria">
        {rows.criteria.map((criterion) => (
          <CriterionRow
            key={criterion.id}
            criterion={criterion}
            judging={judging}
            open={criterion.id === rows.open}
            locked={entry.locked !== undefined}
            place={rows.places.get(criterion.id)}
            pointing={rows.pointing && criterion.id === rows.open}
            choices={criterion.item.choices ? <Choices entry={entry} item={criterion.item} vocabulary={vocabulary} /> : null}
            when={(judgement) => whenSaid(part, judgement)}
            onOpen={() => rows.setOpen(criterion.id)}
            onShowPassage={() => show(rows, criterion.id)}
            onPoint={rows.point}
            onUnpoint={() => letGo(judging, criterion.id, criterion.own?.verdict)}
          />
        ))}
      </ol>
      <p className="keys tiny" aria-label={nl.weighing.keys}>
        {verdicts.map((verdict, index) => (
          <span key={verdict}>
            <Kbd>{index + 1}</Kbd> {nl.common.verdicts[verdict]}
          </span>
        ))}
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {nl.weighing.nextRow}
        </span>
      </p>
    </>
  );
}

function Sum({ rows }: { rows: Rows }): ReactNode {
  const counts = verdicts.map((verdict) => ({
    word: nl.common.verdicts[verdict],
    count: rows.criteria.filter((one) => one.current?.verdict === verdict).length,
  }));
  const disputed = rows.criteria.filter((one) => one.disputed).map((one) => one.item.id);
  const missing = rows.criteria.filter((one) => !one.current).map((one) => one.item.id);
  return (
    <>
      <b>{nl.weighing.sum(counts.filter(({ count }) => count > 0))}</b>
      <span className="soft">{missing.length > 0 ? nl.weighing.missing(missing) : nl.weighing.complete}</span>
      {disputed.length > 0 && <span>{nl.judges.disputed(disputed)}</span>}
    </>
  );
}

function show(rows: Rows, item: string): void {
  rows.setOpen(item);
  const { startContainer } = rows.places.get(item)?.range ?? {};
  const element = startContainer instanceof Element ? startContainer : startContainer?.parentElement;
  element?.scrollIntoView({ block: 'center' });
}

function letGo(judging: Judging, item: string, verdict: Verdict | undefined): void {
  judging.write(item, { passage: '' });
  if (verdict) judging.judge(item, verdict, { passage: '' });
}

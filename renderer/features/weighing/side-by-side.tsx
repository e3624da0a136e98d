import type { ReactNode } from 'react';
import type { Judgement } from '../../../domain/cards/judgement.ts';
import { compareJudges, type JudgeColumn, type JudgeRow, type Moments } from '../../../domain/cards/judges.ts';
import { shortItem } from '../../data/vocabulary.ts';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';
import type { WeighPart } from './parts.ts';

interface SideBySideProps {
  part: WeighPart;
  judgements: readonly Judgement[];
  moments: Moments | undefined;
  /** Opens a criterion to judge it. */
  onOpen(item: string): void;
}

/** Who says what, per criterion: judges beside each other, and for a meeting before and after. */
export function SideBySide({ part: { card, part }, judgements, moments, onOpen }: SideBySideProps): ReactNode {
  const items = part.items.map((item) => `${card.id}.${item.id}`);
  const { columns, rows, shared, agreed } = compareJudges(judgements, items, moments);
  const differing = rows.filter(({ agree }) => agree === false).map(({ item }) => shortItem(item));
  return (
    <div className="side-by-side" tabIndex={0} role="region" aria-label={nl.judges.beside}>
      {shared > 0 && (
        <p className="small">
          <b>{nl.judges.agreed(agreed, shared)}</b> {differing.length > 0 && nl.judges.disputed(differing)}
        </p>
      )}
      <p className="small soft">{nl.judges.rule}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{nl.judges.criterion}</th>
            {columns.map((column) => (
              <th key={`${column.by} ${column.moment ?? ''}`} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.item} row={row} name={part.items[index]?.name ?? ''} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const columnName = ({ by, moment }: JudgeColumn): string => {
  const who = by || nl.judges.nameless;
  return moment ? `${who}, ${nl.judges.moments[moment]}` : who;
};

function Row({ row, name, onOpen }: { row: JudgeRow; name: string; onOpen(item: string): void }): ReactNode {
  return (
    <tr className={row.agree === false ? 'is-disputed' : undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={() => onOpen(row.item)}>
          {shortItem(row.item)} {name}
        </button>
        {row.agree === false && <span className="badge badge-partly">{nl.judges.differ}</span>}
      </th>
      {row.cells.map((said, index) => (
        <td key={index}>
          <Said said={said} />
        </td>
      ))}
    </tr>
  );
}

function Said({ said }: { said: Judgement | undefined }): ReactNode {
  if (!said) return <span className="faint">{nl.judges.nothing}</span>;
  return (
    <>
      <span className="judge-said">
        <VerdictIcon verdict={said.verdict} /> <b>{nl.common.verdicts[said.verdict]}</b>
      </span>
      {said.evidence && <span className="small block">{said.evidence}</span>}
      {said.on && <span className="tiny faint block">{dateText(said.on)}</span>}
    </>
  );
}

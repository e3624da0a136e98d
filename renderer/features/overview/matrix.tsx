import { useState, type ReactNode } from 'react';
import type { Overview } from '../../../domain/api/contract.ts';
import type { EntrySummary } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';
import { PartMeter } from '../../kit/part-meter.tsx';
import { Seeds } from '../../kit/seeds.tsx';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';
import { useWalk } from './walk.ts';

interface MatrixProps {
  overview: Overview;
  listOf(query: string): string;
}

/** One column: a criterion, or a part of the text. */
interface Column {
  id: string;
  short: string;
  name: string;
  part: boolean;
  /** First of the parts: a little room before it. */
  first: boolean;
  weakest: boolean;
}

const rowsAtOnce = 60;

/** Criteria and parts beside the practices. One stop for Tab; the arrows walk through it. */
export function Matrix({ overview, listOf }: MatrixProps): ReactNode {
  const [whole, setWhole] = useState(false);
  const walk = useWalk();
  const columns = columnsOf(overview);
  const rows = whole ? overview.rows : overview.rows.slice(0, rowsAtOnce);
  return (
    <section className="panel matrix-panel" aria-labelledby="overzicht-matrix">
      <div className="panel-head">
        <h2 id="overzicht-matrix">{nl.overview.matrix}</h2>
        <Legend />
      </div>
      <div className="matrix-wrap">
        <table
          className="matrix"
          role="grid"
          aria-label={nl.overview.matrixLabel}
          aria-rowcount={overview.rows.length + 2}
          ref={walk.ref}
          onKeyDown={walk.onKeyDown}
          onFocus={walk.onFocus}
        >
          <Head columns={columns} listOf={listOf} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} columns={columns} stages={overview.stages} />
            ))}
          </tbody>
          <Foot overview={overview} columns={columns} listOf={listOf} />
        </table>
      </div>
      {rows.length < overview.rows.length && (
        <Button small look="quiet" className="matrix-more" onClick={() => setWhole(true)}>
          {nl.overview.moreRows(overview.rows.length)}
        </Button>
      )}
    </section>
  );
}

function columnsOf({ items, parts, good, practices }: Overview): Column[] {
  const least = Math.min(...items.map((item) => good[item.id] ?? 0));
  const weakest = least < practices ? items.find((item) => (good[item.id] ?? 0) === least)?.id : undefined;
  return [
    ...items.map((item) => ({ ...item, part: false, first: false, weakest: item.id === weakest })),
    ...parts.map((part, index) => ({ ...part, part: true, first: index === 0, weakest: false })),
  ];
}

const look = (column: Column): string => ['c', column.first ? 'sep' : '', column.weakest ? 'is-on' : ''].filter(Boolean).join(' ');

function Legend(): ReactNode {
  return (
    <span className="legend tiny">
      {(['ja', 'deels', 'nee', 'niet-te-beoordelen'] as const).map((verdict) => (
        <span key={verdict}>
          <span aria-hidden>
            <VerdictIcon verdict={verdict} />
          </span>
          {nl.common.verdicts[verdict]}
        </span>
      ))}
      <span>
        <span aria-hidden>
          <VerdictIcon verdict={undefined} />
        </span>
        {nl.overview.noVerdict}
      </span>
    </span>
  );
}

function Head({ columns, listOf }: { columns: readonly Column[]; listOf(query: string): string }): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col" className="name">
          <a href={listOf('')} tabIndex={-1}>
            {nl.overview.practice}
          </a>
        </th>
        <th scope="col" className="f">
          {nl.overview.stage}
        </th>
        {columns.map((column) => {
          const name = (column.part ? nl.overview.columnPart : nl.overview.columnItem)(column.short, column.name);
          return (
            <th key={column.id} scope="col" className={look(column)}>
              <a
                href={listOf(column.part ? `dun:${column.id}` : `-criterium:${column.short}=ja`)}
                tabIndex={-1}
                title={column.weakest ? `${name} (${nl.overview.weakest})` : name}
                aria-label={name}
              >
                {column.short}
              </a>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row({ row, columns, stages }: { row: EntrySummary; columns: readonly Column[]; stages: Overview['stages'] }): ReactNode {
  const at = stages.findIndex((stage) => stage.stage === row.stage);
  const stage = stages[at];
  const spoken = stage ? `${at + 1} ${stage.name}` : nl.overview.noStage;
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf({ screen: 'stuk', id: row.id, edit: false, q: '' })} tabIndex={-1} title={row.title}>
          {row.title}
        </a>
      </th>
      <td className="f" title={spoken}>
        <Seeds stage={at + 1} />
        <span className="sr">{spoken}</span>
      </td>
      {columns.map((column) => (
        <td key={column.id} className={look(column)}>
          <Cell row={row} column={column} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ row, column }: { row: EntrySummary; column: Column }): ReactNode {
  if (!column.part) {
    const verdict = row.verdicts[column.id];
    const name = nl.overview.cell(column.short, column.name, verdict ? nl.common.verdicts[verdict] : nl.overview.noVerdict);
    return (
      <a href={hrefOf({ screen: 'weging', id: row.id, item: column.id })} tabIndex={-1} aria-label={name} title={name}>
        <VerdictIcon verdict={verdict} />
      </a>
    );
  }
  const part = row.parts.find((p) => p.id === column.id) ?? { id: column.id, heading: column.name, state: 'ontbreekt' as const, words: 0 };
  return (
    <a
      href={hrefOf({ screen: 'stuk', id: row.id, edit: false, q: '' })}
      tabIndex={-1}
      aria-label={nl.overview.cell(column.short, column.name, nl.common.partStates[part.state])}
    >
      <PartMeter parts={[part]} />
    </a>
  );
}

function Foot({ overview, columns, listOf }: MatrixProps & { columns: readonly Column[] }): ReactNode {
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {nl.overview.foot(overview.practices)}
        </th>
        {columns.map((column) => {
          const count = overview.good[column.id] ?? 0;
          const name = (column.part ? nl.overview.footPart : nl.overview.footItem)(column.short, count, overview.practices);
          return (
            <td key={column.id} className={look(column)}>
              <a href={listOf(column.part ? `-dun:${column.id}` : `criterium:${column.short}=ja`)} tabIndex={-1} aria-label={name} title={name}>
                {numberText(count)}
              </a>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}

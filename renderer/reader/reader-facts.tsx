import type { ReactNode } from 'react';
import type { ReaderEntry, ReaderProgramme } from '../../domain/bundle/reader-data.ts';
import { nl } from '../text/nl.ts';
import { hashOf } from './place.ts';

/** Longer ones want the width of the text. */
const short = 48;

type Shown = Pick<ReaderEntry, 'facts' | 'contact' | 'sources' | 'programme'>;

/** What the fields of a write-up say that takes room: under its summary. */
export function LongFacts({ facts = [] }: Shown): ReactNode {
  const shown = facts.filter(({ value }) => value.length > short);
  if (shown.length === 0) return null;
  return (
    <dl className="lezer-facts">
      {shown.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The short ones, beside the text, with whom to ask. */
export function ShortFacts({ facts = [], contact }: Shown): ReactNode {
  const shown = facts.filter(({ value }) => value.length <= short);
  if (shown.length === 0 && contact === undefined) return null;
  return (
    <section>
      <h2>{nl.reader.facts}</h2>
      <dl className="lezer-short">
        {shown.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{/^https?:\/\//i.test(value) ? <Outside address={value} /> : value}</dd>
          </div>
        ))}
        {contact !== undefined && (
          <div>
            <dt>{nl.reader.contact}</dt>
            <dd>{contact}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** The publications a write-up rests on. */
export function Sources({ sources = [] }: Shown): ReactNode {
  if (sources.length === 0) return null;
  return (
    <section className="part lezer-sources">
      <h2>{nl.reader.sources}</h2>
      <ul>
        {sources.map(({ title, makers, year, link }) => (
          <li key={title}>
            {[makers, year].filter(Boolean).join(', ')}
            {(makers ?? year) && ': '}
            <i>{title}</i>
            {link !== undefined && (
              <>
                {' · '}
                <Outside address={link} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const Outside = ({ address }: { address: string }): ReactNode => (
  <a href={address} rel="noreferrer">
    {address.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
  </a>
);

/** What happens when on a session, how long and with what. */
export function ProgrammeTable({ programme }: { programme: ReaderProgramme | undefined }): ReactNode {
  if (!programme || programme.rows.length === 0) return null;
  const { rows, total } = programme;
  const timed = rows.some(({ time }) => time !== undefined);
  return (
    <section className="part lezer-programme">
      <h2>{nl.reader.programme}</h2>
      <div className="lezer-wide" tabIndex={0} role="region" aria-label={nl.reader.programme}>
        <table className="table">
          <thead>
            <tr>
              {timed && <th scope="col">{nl.reader.time}</th>}
              <th scope="col">{nl.reader.what}</th>
              <th scope="col" className="n">
                {nl.reader.minutes}
              </th>
              <th scope="col">{nl.reader.materials}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <ProgrammeRow key={at} row={row} timed={timed} />
            ))}
          </tbody>
        </table>
      </div>
      {total > 0 && <p className="soft small">{nl.reader.total(total)}</p>}
    </section>
  );
}

const ProgrammeRow = ({ row, timed }: { row: ReaderProgramme['rows'][number]; timed: boolean }): ReactNode => (
  <tr>
    {timed && <td>{row.time}</td>}
    <th scope="row">
      {row.name}
      {row.method && (
        <small className="block">
          {row.method.id === undefined ? row.method.title : <a href={hashOf({ id: row.method.id, query: '' })}>{row.method.title}</a>}
        </small>
      )}
    </th>
    <td className="n">{row.minutes}</td>
    <td>{row.materials.join(', ')}</td>
  </tr>
);

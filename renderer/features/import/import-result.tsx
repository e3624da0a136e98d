import { LibraryBig } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../../domain/api/contract.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';

/** Rows shown of a list; a big folder would else fill the page. */
const shownAtOnce = 200;

const entryLink = ({ id, path }: { id: string; path: string }): ReactNode => <a href={hrefOf({ screen: 'stuk', id, edit: false, q: '' })}>{path}</a>;

/** What an import would do, or did: counts first, then what asks for attention. */
export function ImportResult({ report, onBring }: { report: ImportReport; onBring?: () => void }): ReactNode {
  const { imported, attachments, dryRun } = report;
  const empty = imported.length === 0 && attachments === 0;
  return (
    <section className="import-result" aria-labelledby="import-uitkomst">
      <div className="panel-head">
        <h2 id="import-uitkomst">{dryRun ? nl.importing.preview : nl.importing.done}</h2>
        {dryRun && <span className="tiny faint">{nl.importing.previewNote}</span>}
      </div>
      <Counts report={report} />
      {dryRun && empty && <Callout>{nl.importing.nothing}</Callout>}
      <div className="row">
        {dryRun && !empty && (
          <Button look="primary" onClick={onBring}>
            {imported.length > 0 ? nl.importing.go(imported.length) : nl.importing.goFiles}
          </Button>
        )}
        {!dryRun && (
          <LinkButton look="primary" icon={LibraryBig} href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>
            {nl.importing.toLibrary}
          </LinkButton>
        )}
      </div>
      <Warnings report={report} />
      <Problems report={report} />
      <Texts report={report} />
    </section>
  );
}

function Counts({ report: { imported, attachments, same, skipped, dryRun } }: { report: ImportReport }): ReactNode {
  const all: [string, string, number][] = [
    [nl.importing.newTexts(imported.length), dryRun ? nl.importing.newNote : nl.importing.doneNote, imported.length],
    [nl.importing.attachments(attachments), dryRun ? nl.importing.attachmentsNote(attachments) : nl.importing.attachmentsDone, attachments],
    [nl.importing.same(same.length), nl.importing.sameNote, same.length],
    [nl.importing.skipped(skipped.length), nl.importing.skippedNote, skipped.length],
  ];
  return (
    <div role="status">
      <ul className="import-counts">
        {all
          .filter(([, , count], index) => index === 0 || count > 0)
          .map(([what, note]) => (
            <li key={note}>
              <b>{what}</b>
              <span className="small soft">{note}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Warnings({ report: { warnings, skipped } }: { report: ImportReport }): ReactNode {
  return (
    <>
      {warnings.length > 0 && (
        <Folded title={`${nl.importing.warnings} (${numberText(warnings.length)})`} open rows={warnings.map((warning) => [warning])} />
      )}
      {skipped.length > 0 && (
        <Folded
          title={`${nl.importing.skippedTitle} (${numberText(skipped.length)})`}
          open
          rows={skipped.map(({ from, reason }) => [from, reason])}
        />
      )}
    </>
  );
}

function Problems({ report: { imported, dryRun } }: { report: ImportReport }): ReactNode {
  const found = imported.filter((one) => one.problems.some((problem) => problem.level !== 'tip'));
  if (found.length === 0) return null;
  const rows = found.map((one): [ReactNode, string] => [
    dryRun ? one.path : entryLink(one),
    one.problems
      .filter((problem) => problem.level !== 'tip')
      .map((problem) => `${problem.message}${problem.line === undefined ? '' : ` (${nl.importing.line(problem.line)})`}`)
      .join(' '),
  ]);
  return <Folded title={nl.importing.problems(found.length)} note={nl.importing.problemsNote} rows={rows} />;
}

function Texts({ report: { imported, dryRun } }: { report: ImportReport }): ReactNode {
  if (imported.length === 0) return null;
  const rows = imported.map((one): ReactNode[] => [dryRun ? one.path : entryLink(one)]);
  return <Folded title={`${nl.importing.listTitle} (${numberText(imported.length)})`} rows={rows} />;
}

function Folded({ title, note, open = false, rows }: { title: string; note?: string; open?: boolean; rows: readonly ReactNode[][] }): ReactNode {
  return (
    <details className="import-list" open={open}>
      <summary>{title}</summary>
      {note && <p className="small faint">{note}</p>}
      <ul className="rows small">
        {rows.slice(0, shownAtOnce).map((cells, index) => (
          <li key={index}>
            {cells.map((cell, column) => (
              <span key={column} className={column === 0 ? 'import-path' : 'soft'}>
                {cell}
              </span>
            ))}
          </li>
        ))}
        {rows.length > shownAtOnce && <li className="faint">{nl.importing.more(rows.length - shownAtOnce)}</li>}
      </ul>
    </details>
  );
}

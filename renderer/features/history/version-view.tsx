import { History, Tag } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { paragraphDifference } from '../../../domain/entries/text-merge.ts';
import type { Version } from '../../../domain/entries/version.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { WordChanges } from '../../kit/word-changes.tsx';
import { nl } from '../../text/nl.ts';
import { NameDialog } from './name-dialog.tsx';

/** One earlier version against the text of now, with the ways to put it back. */
export function VersionView({ entry, version }: { entry: EntryDetail; version: Version }): ReactNode {
  const { data, failure, previous } = useCall('history.version', { id: entry.id, revision: version.revision });
  const { back } = useUndo();
  const [naming, setNaming] = useState(false);
  const restore = useAction('history.restore', {
    said: (saved) => ({ text: nl.history.restored, undo: () => back({ label: 'versie', id: saved.id }) }),
  });
  const same = version.revision === entry.revision;
  const shown = previous ? undefined : data;
  return (
    <section className="version-show" aria-label={nl.history.when(Date.parse(version.at))}>
      <div className="version-bar">
        <Button
          look="primary"
          icon={History}
          disabled={same || !shown || entry.locked !== undefined || restore.busy}
          onClick={() => void restore.run({ id: entry.id, revision: version.revision, basedOn: entry.revision })}
        >
          {nl.history.restore}
        </Button>
        <Button icon={Tag} onClick={() => setNaming(true)}>
          {nl.history.name}
        </Button>
      </div>
      {failure && (
        <Callout tone="no" alert>
          {failure.message}
        </Callout>
      )}
      {same ? <p className="soft">{nl.history.same}</p> : shown && <Difference entry={entry} text={shown.text} body={shown.body} />}
      {naming && <NameDialog id={entry.id} version={version} onClose={() => setNaming(false)} />}
    </section>
  );
}

function Difference({ entry, text, body }: { entry: EntryDetail; text: string; body: string }): ReactNode {
  const pieces = useMemo(() => paragraphDifference(body, entry.body), [body, entry.body]);
  const { back } = useUndo();
  const save = useAction('entries.saveBody', {
    said: (saved) => ({ text: nl.history.partRestored, undo: () => back({ label: 'tekst', id: saved.id }) }),
  });
  const putBack = (index: number): void => {
    const merged = pieces.map((piece, n) => (n === index ? piece.before : piece.after)).join('');
    void save.run({ id: entry.id, basedOn: entry.revision, body: merged });
  };
  const header = (whole: string, under: string): string =>
    whole.replace(/\r\n?/g, '\n').slice(0, Math.max(0, whole.replace(/\r\n?/g, '\n').length - under.length));
  const headDiffers = header(text, body) !== header(entry.source ?? '', entry.body);
  return (
    <>
      <p className="soft small">
        {pieces.every((piece) => piece.same) ? nl.history.same : nl.history.legend} {headDiffers && nl.history.headDiffers}
      </p>
      {headDiffers && (
        <pre className="small">
          <WordChanges before={header(text, body).trim()} after={header(entry.source ?? '', entry.body).trim()} />
        </pre>
      )}
      <div className="version-text">
        {pieces.map((piece, index) =>
          piece.same ? (
            <div key={index} className="version-part is-same">
              <p>{piece.after.trim().slice(0, 200)}</p>
            </div>
          ) : (
            <div key={index} className="version-part is-changed">
              <p>
                <WordChanges before={piece.before.trimEnd()} after={piece.after.trimEnd()} />
              </p>
              {entry.locked === undefined && (
                <span className="row">
                  <Button small disabled={save.busy} onClick={() => putBack(index)}>
                    {nl.history.restorePart}
                  </Button>
                </span>
              )}
            </div>
          ),
        )}
      </div>
    </>
  );
}

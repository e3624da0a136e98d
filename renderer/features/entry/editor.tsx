import { Check, CircleAlert, Loader, Lock, PencilLine } from 'lucide-react';
import { useRef, useState, type ReactNode, type RefObject } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useClient } from '../../data/client.tsx';
import { go } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure, useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { useKeys } from '../../kit/keys.ts';
import { OpenFailure } from '../../kit/open-failure.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { isDirty, type Draft } from './draft-state.ts';
import './editor.css';
import './entry.css';
import { Guide } from './guide.tsx';
import { useDraft, type DraftKeeper } from './use-draft.ts';

/** Writing a write-up: the whole text, in the letter it is read in. */
export function EditorScreen({ id, query }: { id: string; query: string }): ReactNode {
  const { data: entry, failure, previous } = useCall('entries.read', { id });
  const state = useLibraryState();
  // A file that goes while somebody writes does not take the text along; that is said beside it.
  if (entry && !previous) return <Editor key={id} entry={entry} dir={state && 'dir' in state ? state.dir : ''} query={query} />;
  if (failure) return <OpenFailure message={failure.message} />;
  return <div aria-busy="true" />;
}

function Editor({ entry, dir, query }: { entry: EntryDetail; dir: string; query: string }): ReactNode {
  const vocabulary = useVocabulary();
  const keeper = useDraft(entry, dir);
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const { draft } = keeper;
  const kind = vocabulary.kinds.find((k) => k.id === entry.kind);
  const leave = async (): Promise<void> => {
    if (entry.locked || (await keeper.save())) go({ screen: 'stuk', id: entry.id, edit: false, q: query });
    else setChoosing(draft.conflict !== undefined);
  };
  const saveNow = (): void => void keeper.save();
  useKeys({ 'Ctrl+S': saveNow, Escape: () => void leave() });
  const place = (): void => setCaret(area.current?.selectionStart ?? 0);
  const conflict = draft.conflict;
  return (
    <div className="write">
      <div className="write-main">
        <div className="write-bar toolbar">
          <span className="small faint">{nl.editor.formatHint}</span>
          <span className="push row">
            <SaveState draft={draft} locked={entry.locked !== undefined} />
            {conflict && (
              <Button small onClick={() => setChoosing(true)}>
                {nl.editor.solve}
              </Button>
            )}
            <Button small keys="Esc" title={nl.editor.saveNow} onClick={() => void leave()}>
              {nl.editor.done}
            </Button>
          </span>
        </div>
        <div className="write-scroll">
          <div className="write-sheet">
            <p className="kicker">{[capital(kindOf(vocabulary, entry.kind).name), entry.organisation].filter(Boolean).join(' · ')}</p>
            <h1 className="write-title">{entry.title}</h1>
            {entry.summary && <p className="lead">{entry.summary}</p>}
            <WriteNotes entry={entry} keeper={keeper} locked={entry.locked} />
            <TextPlace area={area} entry={entry} keeper={keeper} onPlace={place} />
          </div>
        </div>
      </div>
      <Guide entry={entry} kind={kind} text={draft.text} caret={caret} vocabulary={vocabulary} area={area} onType={keeper.type} />
      {choosing && conflict && <ConflictDialog entry={entry} keeper={keeper} disk={conflict} onClose={() => setChoosing(false)} />}
    </div>
  );
}

interface TextPlaceProps {
  area: RefObject<HTMLTextAreaElement | null>;
  entry: EntryDetail;
  keeper: DraftKeeper;
  onPlace(): void;
}

function TextPlace({ area, entry, keeper, onPlace }: TextPlaceProps): ReactNode {
  return (
    <textarea
      ref={area}
      className="write-text"
      aria-label={nl.editor.label(entry.title)}
      lang="nl"
      spellCheck
      autoFocus
      readOnly={entry.locked !== undefined}
      value={keeper.draft.text}
      onChange={(event) => {
        keeper.type(event.target.value);
        onPlace();
      }}
      onSelect={onPlace}
    />
  );
}

function WriteNotes({ entry, keeper, locked }: { entry: EntryDetail; keeper: DraftKeeper; locked: string | undefined }): ReactNode {
  const { left, draft } = keeper;
  const remake = useRemaking(entry, keeper);
  return (
    <div className="write-notes">
      {locked && <Callout>{nl.entry.locked(locked)}</Callout>}
      {draft.failure && (
        <Callout
          tone="no"
          alert
          action={
            <span className="row">
              {draft.gone && (
                <Button small onClick={() => void remake()}>
                  {nl.editor.remake}
                </Button>
              )}
              <Button small onClick={() => void keeper.save()}>
                {nl.common.again}
              </Button>
            </span>
          }
        >
          {draft.failure}
        </Callout>
      )}
      {left && (
        <Callout
          action={
            <span className="row">
              <Button small onClick={keeper.restore}>
                {nl.editor.restore}
              </Button>
              <Button small look="quiet" onClick={keeper.discard}>
                {nl.editor.discard}
              </Button>
            </span>
          }
        >
          {nl.editor.restoreTitle(left.at)}
        </Callout>
      )}
    </div>
  );
}

/** The file was taken away while somebody wrote on: it comes back as it was kept, or as a new one, with what was typed. */
function useRemaking(entry: EntryDetail, keeper: DraftKeeper): () => Promise<void> {
  const client = useClient();
  const toasts = useToasts();
  return async () => {
    try {
      const { done } = await client.call('history.recover', { ids: [entry.id] });
      if (done.length > 0) {
        await keeper.save();
        return;
      }
      const made = await client.call('entries.create', { kind: entry.kind, title: entry.title });
      await client.call('entries.saveBody', { id: made.id, basedOn: made.revision, body: keeper.draft.text });
      go({ screen: 'stuk', id: made.id, edit: true, q: '' });
    } catch (error) {
      toasts.fail(asFailure(error).message);
    }
  };
}

/** Always in the same place, in words: what is safe and what is not. */
function SaveState({ draft, locked }: { draft: Draft; locked: boolean }): ReactNode {
  const [state, Icon, text] = locked
    ? (['readonly', Lock, nl.editor.state.readonly] as const)
    : draft.conflict
      ? (['conflict', CircleAlert, nl.editor.state.conflict] as const)
      : draft.failure
        ? (['conflict', CircleAlert, nl.editor.state.failed] as const)
        : draft.saving !== undefined
          ? (['saving', Loader, nl.editor.state.saving] as const)
          : isDirty(draft)
            ? (['typing', PencilLine, nl.editor.state.typing] as const)
            : (['saved', Check, nl.editor.state.saved(draft.savedAt)] as const);
  return (
    <span className="saved" data-state={state} role="status">
      <Icon className="icon icon-sm" aria-hidden />
      {text}
    </span>
  );
}

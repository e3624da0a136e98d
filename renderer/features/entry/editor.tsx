import { Check, CircleAlert, Loader, Lock, MessagesSquare, PencilLine } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { go } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { useKeys } from '../../kit/keys.ts';
import { OpenFailure } from '../../kit/open-failure.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import { isDirty, type Draft } from './draft-state.ts';
import './editor.css';
import './entry.css';
import { useFilling, type Filling } from './form/use-filling.ts';
import { Guide } from './guide.tsx';
import { Interview } from './interview/interview.tsx';
import { useInterview, type Interviewing } from './interview/use-interview.ts';
import { useJump } from './part-jump.ts';
import { SidePane } from './side-pane.tsx';
import { useTextHistory } from './text-history.ts';
import { useDraft, type DraftKeeper } from './use-draft.ts';
import type { FormatHandle } from './writing/format-editor.tsx';
import { WriteNotes, type WriteNotesProps } from './write-notes.tsx';
import { fetchEditorSoon, headingPlace, useWritingView, WritingPlace } from './writing-place.tsx';

/** Writing a write-up: the whole text, in the letter it is read in. */
export function EditorScreen({ id, query }: { id: string; query: string }): ReactNode {
  const { data: entry, failure, previous } = useCall('entries.read', { id });
  const state = useLibraryState();
  useEffect(() => fetchEditorSoon(0), []);
  // A file that goes while somebody writes does not take the text along; that is said beside it.
  if (entry && !previous) return <Editor key={id} entry={entry} dir={state && 'dir' in state ? state.dir : ''} query={query} />;
  if (failure) return <OpenFailure message={failure.message} />;
  return <div aria-busy="true" />;
}

function Editor({ entry, dir, query }: { entry: EntryDetail; dir: string; query: string }): ReactNode {
  const vocabulary = useVocabulary();
  const { keeper, moveTo } = useTextHistory(useDraft(entry, dir));
  const filling = useFilling(entry);
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const { draft } = keeper;
  const kind = vocabulary.kinds.find((k) => k.id === entry.kind);
  const format = useRef<FormatHandle>(null);
  const [view, setView] = useWritingView();
  const [heading, setHeading] = useState('');
  const spot = useMemo(() => (view === 'bron' ? caret : headingPlace(draft.text, heading)), [view, caret, draft.text, heading]);
  const leave = useLeaving(entry, keeper, filling, format, query, () => setChoosing(true));
  const place = (at?: number): void => setCaret(at ?? area.current?.selectionStart ?? 0);
  const conflict = draft.conflict;
  const interview = useInterview(kind, keeper, format, entry.locked !== undefined);
  const way = interview.at === undefined ? view : 'interview';
  useEffect(() => moveTo(way), [way, moveTo]);
  const onJump = useJump(entry, kind, keeper, format, interview);
  const bar = { draft, filling, locked: entry.locked !== undefined, interview, onSolve: () => setChoosing(true), onLeave: leave };
  const writing = { view, onView: setView, area, format, entry, keeper, kind, onPlace: place, onHeading: setHeading };
  const head = { entry, keeper, format, kindName: kindOf(vocabulary, entry.kind).name, onChoose: () => setChoosing(true) };
  const guide = { entry, kind, text: draft.text, caret: spot, asked: interview.section, vocabulary, area, onType: keeper.type, onJump };
  return (
    <div className="write">
      <div className="write-main">
        <WriteBar {...bar} />
        <div className="write-scroll">
          <div className="write-sheet">
            <WriteHead {...head} />
            {kind && interview.at !== undefined ? (
              <Interview kind={kind} keeper={keeper} at={interview.at} onAt={interview.to} onClose={interview.close} />
            ) : (
              <WritingPlace {...writing} />
            )}
          </div>
        </div>
      </div>
      <SidePane entry={entry} filling={filling}>
        <Guide {...guide} />
      </SidePane>
      {choosing && conflict && <ConflictDialog entry={entry} keeper={keeper} disk={conflict} onClose={() => setChoosing(false)} />}
    </div>
  );
}

function WriteHead({ kindName, ...notes }: WriteNotesProps & { kindName: string }): ReactNode {
  const { entry } = notes;
  return (
    <>
      <p className="kicker">{[capital(kindName), entry.organisation].filter(Boolean).join(' · ')}</p>
      <h1 className="write-title">{entry.title}</h1>
      {entry.summary && <p className="lead">{entry.summary}</p>}
      <WriteNotes {...notes} />
    </>
  );
}

/** Saves on Ctrl+S and on Escape, with what was typed a moment ago; gives what the button to leave does. */
function useLeaving(
  entry: EntryDetail,
  keeper: DraftKeeper,
  filling: Filling,
  format: RefObject<FormatHandle | null>,
  query: string,
  onConflict: () => void,
): () => void {
  const toasts = useToasts();
  const latest = useRef(keeper.draft);
  latest.current = keeper.draft;
  const hand = (): void => flushSync(() => format.current?.flush());
  const leave = async (): Promise<void> => {
    hand();
    const filled = entry.locked !== undefined || (await filling.save());
    if (entry.locked || ((await keeper.save()) && filled)) go({ screen: 'stuk', id: entry.id, edit: false, q: query });
    else if (keeper.draft.conflict !== undefined) onConflict();
  };
  const saveNow = async (): Promise<void> => {
    hand();
    const idle = filling.state === 'saved' && !keeper.draft.conflict && !isDirty(latest.current);
    const [filled, typed] = await Promise.all([filling.save(), keeper.save()]);
    // What was saved is said in its own place; that there was nothing to save is said here.
    if (idle && filled && typed && !entry.locked) toasts.say({ text: nl.editor.allSaved });
  };
  useKeys({ 'Ctrl+S': () => void saveNow(), Escape: () => void leave() });
  return () => void leave();
}

interface BarProps {
  draft: Draft;
  filling: Filling;
  locked: boolean;
  interview: Interviewing;
  onSolve(): void;
  onLeave(): void;
}

function WriteBar({ draft, filling, locked, interview, onSolve, onLeave }: BarProps): ReactNode {
  return (
    <div className="write-bar toolbar">
      <span className="small faint">{nl.editor.formatHint}</span>
      <span className="push row">
        <SaveState draft={draft} filling={filling} locked={locked} />
        {!locked && (
          <Button
            small
            icon={MessagesSquare}
            keys="F4"
            title={nl.interview.openHint}
            aria-pressed={interview.at !== undefined}
            onClick={interview.at === undefined ? interview.open : interview.close}
          >
            {nl.interview.open}
          </Button>
        )}
        {draft.conflict && (
          <Button small onClick={onSolve}>
            {nl.editor.solve}
          </Button>
        )}
        <Button small keys="Esc" title={nl.editor.saveNow} onClick={onLeave}>
          {nl.editor.done}
        </Button>
      </span>
    </div>
  );
}

/** Always in the same place, in words: what is safe and what is not. */
function SaveState({ draft, filling, locked }: { draft: Draft; filling: Filling; locked: boolean }): ReactNode {
  const savedAt = Math.max(draft.savedAt ?? 0, filling.savedAt ?? 0) || undefined;
  const [state, Icon, text] = locked
    ? (['readonly', Lock, isDirty(draft) ? nl.editor.state.readonlyKept : nl.editor.state.readonly] as const)
    : draft.conflict || filling.state === 'clash'
      ? (['conflict', CircleAlert, nl.editor.state.conflict] as const)
      : draft.failure || filling.state === 'failed'
        ? (['conflict', CircleAlert, nl.editor.state.failed] as const)
        : draft.saving !== undefined || filling.state === 'saving'
          ? (['saving', Loader, nl.editor.state.saving] as const)
          : isDirty(draft) || filling.state === 'typed'
            ? (['typing', PencilLine, nl.editor.state.typing] as const)
            : (['saved', Check, nl.editor.state.saved(savedAt)] as const);
  return (
    <span className="saved" data-state={state} role="status">
      <Icon className="icon icon-sm" aria-hidden />
      {text}
    </span>
  );
}

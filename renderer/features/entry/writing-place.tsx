import { lazy, Suspense, useMemo, useState, type ReactNode, type RefObject } from 'react';
import type { EntryDetail, Part } from '../../../domain/entries/entry.ts';
import type { Kind } from '../../../domain/entries/kind.ts';
import { headingKey } from '../../../domain/entries/naming.ts';
import { headingTable, stretchesOf } from '../../../domain/entries/sections.ts';
import { Tabs } from '../../kit/tabs.tsx';
import { nl } from '../../text/nl.ts';
import type { WritingKeeper } from './text-history.ts';
import type { DraftKeeper } from './use-draft.ts';
import type { FormatHandle } from './writing/format-editor.tsx';

// The editor is as large as the rest of the window; it comes when somebody writes.
const fetchFormat = () => import('./writing/format-editor.tsx');
const FormatEditor = lazy(async () => ({ default: (await fetchFormat()).FormatEditor }));
// So does the one for the source.
const SourceEditor = lazy(async () => ({ default: (await import('./writing/source-editor.tsx')).SourceEditor }));

export type WritingView = 'opmaak' | 'bron';
const remembered = 'oogst.schrijven';

/** Where text cannot be edited in place there is only the source. */
const canFormat = (): boolean => 'isContentEditable' in HTMLElement.prototype;

/** Fetches the editor beforehand, so that it is there when the text is; gives what calls it off. */
export function fetchEditorSoon(after: number): () => void {
  const timer = canFormat() ? setTimeout(() => void fetchFormat().catch(() => undefined), after) : undefined;
  return () => clearTimeout(timer);
}

/** The way of writing somebody chose last. */
export function useWritingView(): [WritingView, (view: WritingView) => void] {
  const [view, setView] = useState<WritingView>(() => (canFormat() && window.localStorage.getItem(remembered) !== 'bron' ? 'opmaak' : 'bron'));
  return [
    view,
    (chosen) => {
      window.localStorage.setItem(remembered, chosen);
      setView(chosen);
    },
  ];
}

interface WritingPlaceProps {
  view: WritingView;
  onView(view: WritingView): void;
  area: RefObject<HTMLTextAreaElement | null>;
  format: RefObject<FormatHandle | null>;
  entry: EntryDetail;
  keeper: WritingKeeper;
  kind: Kind | undefined;
  /** Where the cursor is; without a place it is in the text field. */
  onPlace(at?: number): void;
  onHeading(heading: string): void;
}

/** The text to write in: made up, or as it stands in the file. Both are the same text. */
export function WritingPlace({ view, onView, area, format, entry, keeper, kind, onPlace, onHeading }: WritingPlaceProps): ReactNode {
  const tabs = [
    { id: 'opmaak', label: nl.writing.format },
    { id: 'bron', label: nl.writing.source },
  ];
  const label = nl.editor.label(entry.title);
  const prompts = useMemo(() => new Map([...headingTable(kind)].map(([heading, { prompt }]) => [heading, prompt])), [kind]);
  const shared = {
    ref: format,
    label,
    text: keeper.draft.text,
    locked: entry.locked !== undefined,
    onType: keeper.type,
    onTurn: (way: 'back' | 'forward') => keeper[way](),
  };
  return (
    <>
      {canFormat() && (
        <div className="write-tabs">
          <Tabs
            label={nl.writing.views}
            tabs={tabs}
            chosen={view}
            onChoose={(id) => onView(id === 'bron' ? 'bron' : 'opmaak')}
            panel={() => 'schrijfplek'}
          />
        </div>
      )}
      <div
        id="schrijfplek"
        role={canFormat() ? 'tabpanel' : undefined}
        aria-label={canFormat() ? (view === 'bron' ? nl.writing.source : nl.writing.format) : undefined}
      >
        {canFormat() ? (
          <Suspense fallback={<p aria-busy="true">{nl.writing.loading}</p>}>
            {view === 'bron' ? (
              <SourceEditor {...shared} onPlace={onPlace} />
            ) : (
              <FormatEditor {...shared} entry={entry} prompts={prompts} onPlace={onHeading} />
            )}
          </Suspense>
        ) : (
          <TextPlace area={area} label={label} locked={entry.locked !== undefined} keeper={keeper} onPlace={() => onPlace()} />
        )}
      </div>
    </>
  );
}

interface TextPlaceProps {
  area: RefObject<HTMLTextAreaElement | null>;
  label: string;
  locked: boolean;
  keeper: DraftKeeper;
  onPlace(): void;
}

function TextPlace({ area, label, locked, keeper, onPlace }: TextPlaceProps): ReactNode {
  return (
    <textarea
      ref={area}
      className="write-text"
      aria-label={label}
      lang="nl"
      spellCheck
      autoFocus
      readOnly={locked}
      value={keeper.draft.text}
      onChange={(event) => {
        keeper.type(event.target.value);
        onPlace();
      }}
      onSelect={onPlace}
    />
  );
}

/** The headings under which the text of a part may stand. */
export const partHeadings = (kind: Kind | undefined, part: Part): string[] => {
  const section = kind?.sections.find(({ id }) => id === part.id);
  return [part.heading, ...(section?.aliases ?? [])];
};

/** Offset in a text behind the heading that is called so. */
export function headingPlace(text: string, heading: string): number {
  const found = stretchesOf(text).find((stretch) => headingKey(stretch.heading) === headingKey(heading));
  return found ? text.split('\n').slice(0, found.line).join('\n').length : 0;
}

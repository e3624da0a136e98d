import { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { useEffect, useImperativeHandle, useReducer, useRef, useState, type ReactNode, type Ref, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EntryDetail } from '../../../../domain/entries/entry.ts';
import { headingKey } from '../../../../domain/entries/naming.ts';
import { useCall } from '../../../data/use-call.ts';
import { AskingDialogs, useAsking, type Asked } from './asking.tsx';
import { Bridge } from './bridge.ts';
import { promptPlugin, underHeading, useWritable, type PartPrompts } from './part-prompts.ts';
import { Echo } from './echo.ts';
import type { LinkNames } from './link-names.ts';
import { afterPaint, firstPart } from './first-part.ts';
import type { WritingHost } from './host.ts';
import { extensionsFor } from './schema.ts';
import { Toolbar } from './toolbar.tsx';
import { WikilinkList } from './wikilink-list.tsx';
import './writing.css';

/** After this pause in typing the text is made from what stands in the editor; milliseconds. */
const writeAfter = 150;
/** And no later than this after the first letter that is not in it yet: whoever types without a pause loses no more than that, plus what it takes to keep. */
const writeWithin = 500;

export interface FormatHandle {
  /** Hands over what was typed up to now. */
  flush(): void;
  /** Puts the cursor under the first heading that is called so; makes the heading at the end when there is none. */
  goTo(headings: readonly string[], otherwise: string): void;
}

interface FormatEditorProps {
  entry: EntryDetail;
  label: string;
  text: string;
  locked: boolean;
  /** The question of each part, to show where nothing stands yet. */
  prompts: PartPrompts;
  onType(text: string): void;
  /** The heading the cursor stands under. */
  onPlace(heading: string): void;
  /** Takes back, or does again, what was typed in another way of writing. */
  onTurn(way: 'back' | 'forward'): boolean;
  ref: Ref<FormatHandle>;
}

/** The text as it will be read, to write in. */
export function FormatEditor({ entry, label, text, locked, prompts, onType, onPlace, onTurn, ref }: FormatEditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const [revision, redraw] = useReducer((count: number) => count + 1, 0);
  const [ready, setReady] = useState(false);
  const asking = useAsking(entry);
  const { ask } = asking;
  useLinkNames(asking.host.names);
  const state = useRef<Live>({ onType, onPlace, onReady: setReady, echo: new Echo(text), ...idle });
  Object.assign(state.current, { onType, onPlace });
  useEffect(() => {
    const live = state.current;
    const made = mount({ element: place.current, text, label, locked, prompts, live, redraw, host: asking.host });
    setEditor(made);
    // First of all, so that what keeps the text when the window goes has the last letters too.
    const last = (): void => flushSync(() => flush(made, live));
    window.addEventListener('pagehide', last, true);
    return () => {
      window.removeEventListener('pagehide', last, true);
      live.stopWaiting?.();
      flush(made, live);
      made.destroy();
    };
    // The text that is there on mounting; later ones come in below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label]);
  useWritable(editor, locked || !ready, prompts);
  useEffect(() => {
    if (editor && !state.current.echo.isOwn(text)) show(editor, text, state.current);
  }, [editor, text]);
  useImperativeHandle(ref, () => ({
    flush: () => editor && flush(editor, state.current),
    goTo: (headings, otherwise) => editor && goTo(editor, headings, otherwise),
  }));
  useLinkKey(place, ask);
  useTurns(place, editor, onTurn);
  return (
    <>
      {editor && <Toolbar editor={editor} asking={asking} />}
      <div ref={place} className="ink" />
      {editor && !locked && <WikilinkList editor={editor} revision={revision} />}
      {editor && <AskingDialogs editor={editor} entry={entry} asking={asking} />}
    </>
  );
}

/** Ctrl+Z goes on where this editor has nothing left to take back. */
function useTurns(place: RefObject<HTMLElement | null>, editor: Editor | undefined, onTurn: (way: 'back' | 'forward') => boolean): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (!editor?.isEditable || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const way = key === 'y' || (key === 'z' && event.shiftKey) ? 'forward' : key === 'z' ? 'back' : undefined;
      // What was taken back last lies furthest.
      if (!way || (way === 'back' && editor.can().undo()) || !onTurn(way)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const element = place.current;
    element?.addEventListener('keydown', keys, true);
    return () => element?.removeEventListener('keydown', keys, true);
  }, [place, editor, onTurn]);
}

/** Links are shown by the titles there are now. */
function useLinkNames(names: LinkNames): void {
  const titles = useCall('entries.titles', {}).data;
  useEffect(() => {
    if (titles) names.set(titles);
  }, [names, titles]);
}

/** Ctrl+K in the text is a link, not the switcher of the window. */
function useLinkKey(place: RefObject<HTMLElement | null>, ask: (asked: Asked) => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k' || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      ask({ kind: 'link' });
    };
    const element = place.current;
    element?.addEventListener('keydown', keys, true);
    return () => element?.removeEventListener('keydown', keys, true);
  }, [place, ask]);
}

interface Live {
  onType(text: string): void;
  onPlace(heading: string): void;
  /** All of the text stands in the editor. */
  onReady(ready: boolean): void;
  bridge: Bridge | undefined;
  /** The texts that were given or taken. */
  echo: Echo;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first letter that waits for the timer came. */
  since: number;
  /** Calls off what is still to be shown of a long text. */
  stopWaiting: (() => void) | undefined;
}

interface Mounting {
  element: HTMLElement | null;
  text: string;
  label: string;
  locked: boolean;
  prompts: PartPrompts;
  live: Live;
  host: WritingHost;
  redraw(): void;
}

const idle = { bridge: undefined, timer: undefined, since: 0, stopWaiting: undefined };

function mount({ element, text, label, locked, prompts, live, host, redraw }: Mounting): Editor {
  const head = firstPart(text);
  const bridge = new Bridge(head ?? text);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: extensionsFor(host),
    content: bridge.shown(),
    editable: !locked && head === undefined,
    // Somebody who is filling in fields beside the text stays there.
    autofocus: document.activeElement?.closest('.guide') ? false : 'start',
    editorProps: {
      // Escape is for the screen, not for the text.
      handleDOMEvents: { keydown: (_, event) => event.key === 'Escape' },
      attributes: { lang: 'nl', spellcheck: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'ink-text' },
    },
  });
  editor.registerPlugin(promptPlugin({ locked: locked || head !== undefined, prompts }));
  host.onMount(editor);
  live.echo.taken(text);
  if (head === undefined) {
    bridge.learn(editor.state.doc);
    live.bridge = bridge;
    live.onReady(true);
  } else {
    live.bridge = undefined;
    live.onReady(false);
    live.stopWaiting = afterPaint(() => showWhole(editor, text, live));
  }
  editor.on('update', () => {
    if (live.timer === undefined) live.since = performance.now();
    clearTimeout(live.timer);
    const left = live.since + writeWithin - performance.now();
    live.timer = setTimeout(() => flush(editor, live), Math.max(0, Math.min(writeAfter, left)));
  });
  editor.on('transaction', () => {
    live.onPlace(headingAbove(editor));
    redraw();
  });
  return editor;
}

function flush(editor: Editor, live: Live): void {
  if (live.timer === undefined || !live.bridge) return;
  clearTimeout(live.timer);
  live.timer = undefined;
  const text = live.bridge.written(editor.state.doc);
  if (text === live.echo.latest) return;
  live.echo.sent(text);
  live.onType(text);
}

/** Puts the rest of a long text behind the part that is on the screen already. */
function showWhole(editor: Editor, text: string, live: Live): void {
  const bridge = new Bridge(text);
  const { tr, schema, doc } = editor.state;
  tr.replaceWith(0, doc.content.size, schema.nodeFromJSON(bridge.shown()).content);
  tr.setSelection(Selection.atStart(tr.doc));
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
  bridge.learn(editor.state.doc);
  live.bridge = bridge;
  live.onReady(true);
}

/** Shows another text than the one that was written here. */
function show(editor: Editor, text: string, live: Live): void {
  live.stopWaiting?.();
  live.onReady(true);
  clearTimeout(live.timer);
  live.timer = undefined;
  const { from } = editor.state.selection;
  live.bridge = new Bridge(text);
  live.echo.taken(text);
  // From elsewhere: nothing this editor takes back.
  editor.chain().setMeta('addToHistory', false).setContent(live.bridge.shown(), { emitUpdate: false }).run();
  live.bridge.learn(editor.state.doc);
  editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
}

/** The nearest heading of a part above the cursor. */
function headingAbove(editor: Editor): string {
  const { $from } = editor.state.selection;
  const { doc } = editor.state;
  for (let index = $from.index(0); index >= 0; index--) {
    const node = doc.maybeChild(index);
    if (node?.type.name === 'heading' && Number(node.attrs['level']) <= 2) return node.textContent;
  }
  return '';
}

function goTo(editor: Editor, headings: readonly string[], otherwise: string): void {
  const wanted = new Set(headings.map(headingKey));
  let at: number | undefined;
  editor.state.doc.forEach((node, offset) => {
    if (at === undefined && node.type.name === 'heading' && wanted.has(headingKey(node.textContent))) at = offset + node.nodeSize;
  });
  const { size } = editor.state.doc.content;
  if (at !== undefined) underHeading(editor, at);
  else if (editor.isEditable)
    editor
      .chain()
      .insertContentAt(size, [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: otherwise }] }, { type: 'paragraph' }])
      .focus('end')
      .scrollIntoView()
      .run();
}

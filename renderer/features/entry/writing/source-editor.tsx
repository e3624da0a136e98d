import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import { headingKey } from '../../../../domain/entries/naming.ts';
import { stretchesOf } from '../../../../domain/entries/sections.ts';
import { nl } from '../../../text/nl.ts';
import { Echo } from './echo.ts';
import type { FormatHandle } from './format-editor.tsx';
import { sourceMarks } from './source-marks.ts';
import './source.css';

interface SourceEditorProps {
  label: string;
  text: string;
  locked: boolean;
  onType(text: string): void;
  /** Where the cursor is in the text. */
  onPlace(at: number): void;
  /** Takes back, or does again, what was typed in another way of writing. */
  onTurn(way: 'back' | 'forward'): boolean;
  ref: Ref<FormatHandle>;
}

/** The editor counts every line end as one sign; the file keeps its own. */
const even = (text: string): string => text.replace(/\r\n?/g, '\n');

/** The text as it stands in the file, with its signs in colour. */
export function SourceEditor({ label, text, locked, onType, onPlace, onTurn, ref }: SourceEditorProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const echo = useRef(new Echo(even(text)));
  const live = useRef({ onType, onPlace, onTurn });
  live.current = { onType, onPlace, onTurn };
  const lock = useRef(new Compartment());
  useEffect(() => {
    const parent = place.current;
    if (!parent) return undefined;
    const told = EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((tr) => tr.isUserEvent('outside'))) {
        const typed = update.state.doc.toString();
        echo.current.sent(typed);
        live.current.onType(typed);
      }
      if (update.docChanged || update.selectionSet) live.current.onPlace(update.state.selection.main.head);
    });
    const made = new EditorView({
      parent,
      doc: even(text),
      extensions: [turning((way) => live.current.onTurn(way)), extensions(label), lock.current.of(locking(locked)), told],
    });
    view.current = made;
    made.focus();
    return () => made.destroy();
    // The text that is there on mounting; later ones come in below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [label]);
  useEffect(() => view.current?.dispatch({ effects: lock.current.reconfigure(locking(locked)) }), [locked]);
  useEffect(() => {
    const shown = even(text);
    if (!view.current || echo.current.isOwn(shown)) return;
    echo.current.taken(shown);
    show(view.current, shown);
  }, [text]);
  useImperativeHandle(ref, () => ({
    // What is typed here is handed over at once.
    flush: () => undefined,
    goTo: (headings, otherwise) => view.current && goTo(view.current, headings, otherwise),
  }));
  return <div ref={place} className="source" />;
}

const locking = (locked: boolean): Extension => [EditorState.readOnly.of(locked), EditorView.editable.of(!locked)];

/** Goes on where this editor has nothing left to take back. */
function turning(onTurn: (way: 'back' | 'forward') => boolean): Extension {
  // What was taken back last lies furthest.
  const forward = (view: EditorView): boolean => onTurn('forward') || redo(view);
  return keymap.of([
    { key: 'Mod-z', run: (view) => undo(view) || onTurn('back'), preventDefault: true },
    { key: 'Mod-y', run: forward, preventDefault: true },
    { key: 'Mod-Shift-z', run: forward, preventDefault: true },
  ]);
}

function extensions(label: string): Extension {
  return [
    // The style that the editor makes while running is admitted by the nonce of this load.
    EditorView.cspNonce.of(document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? ''),
    EditorState.phrases.of(nl.source),
    history(),
    search({ top: true }),
    highlightSelectionMatches(),
    markdown({ base: markdownLanguage }),
    syntaxHighlighting(sourceMarks),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ lang: 'nl', spellcheck: 'true', 'aria-label': label }),
    keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

/** Takes over a text from elsewhere: only the part that differs, so that the cursor stays. */
function show(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now === text) return;
  let from = 0;
  while (from < Math.min(now.length, text.length) && now[from] === text[from]) from++;
  let same = 0;
  while (same < Math.min(now.length, text.length) - from && now[now.length - 1 - same] === text[text.length - 1 - same]) same++;
  view.dispatch({
    changes: { from, to: now.length - same, insert: text.slice(from, text.length - same) },
    userEvent: 'outside',
    annotations: Transaction.addToHistory.of(false),
  });
}

function goTo(view: EditorView, headings: readonly string[], otherwise: string): void {
  const wanted = new Set(headings.map(headingKey));
  const text = view.state.doc.toString();
  const found = stretchesOf(text).find(({ heading }) => wanted.has(headingKey(heading)));
  view.focus();
  if (found) {
    const at = Math.min(text.split('\n').slice(0, found.line).join('\n').length + 1, text.length);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  } else if (!view.state.readOnly) {
    const insert = `${text.trim() === '' ? '' : '\n\n'}## ${otherwise}\n\n`;
    const from = text.trimEnd().length;
    view.dispatch({
      changes: { from, to: text.length, insert },
      selection: { anchor: from + insert.length },
      effects: EditorView.scrollIntoView(from + insert.length, { y: 'center' }),
      userEvent: 'input',
    });
  }
}

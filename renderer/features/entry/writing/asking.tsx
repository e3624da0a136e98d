import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../../domain/entries/entry.ts';
import { useToasts } from '../../../data/toasts.tsx';
import { nl } from '../../../text/nl.ts';
import type { WritingHost } from './host.ts';
import { LinkNames } from './link-names.ts';
import { LinkDialog } from './link-dialog.tsx';
import { NoteDialog, type AskedNote } from './note-dialog.tsx';
import { PictureDialog, type AskedPicture } from './picture-dialog.tsx';

export type Asked = { kind: 'link' } | AskedPicture | AskedNote;

export interface Asking {
  asked: readonly Asked[];
  /** How many were answered before. */
  turn: number;
  ask(...questions: Asked[]): void;
  done(): void;
  host: WritingHost;
  /** Asks about the picture or the footnote the cursor is beside, else about a new one. */
  askHere(editor: Editor, kind: 'image' | 'footnoteReference'): void;
}

/** The questions that are asked while somebody writes, one after the other. */
export function useAsking(entry: EntryDetail): Asking {
  const [{ asked, turn }, setState] = useState<{ asked: readonly Asked[]; turn: number }>({ asked: [], turn: 0 });
  const toasts = useToasts();
  const say = useRef(toasts);
  say.current = toasts;
  const live = useRef<Editor>(undefined);
  const [names] = useState(() => new LinkNames());
  return useMemo(() => {
    const ask = (...questions: Asked[]): void => setState((now) => ({ ...now, asked: [...now.asked, ...questions] }));
    const open = (editor: Editor | undefined, kind: 'image' | 'footnoteReference', at: number): void => {
      const node = editor?.state.doc.nodeAt(at);
      if (node?.type.name !== kind) return;
      const text = (name: string): string => String(node.attrs[name] ?? '');
      ask(kind === 'image' ? { kind: 'picture', at, image: { src: text('src'), alt: text('alt') } } : { kind: 'note', at, label: text('label') });
    };
    return {
      asked,
      turn,
      ask,
      done: () => setState((now) => ({ asked: now.asked.slice(1), turn: now.turn + 1 })),
      host: {
        path: entry.path,
        names,
        onMount: (editor) => (live.current = editor),
        onOpen: (kind, at) => open(live.current, kind, at),
        onFiles: (files, at) => ask(...files.map((file): Asked => ({ kind: 'picture', at, file }))),
        onMissed: (count) => say.current.fail(nl.pictures.missed(count)),
      },
      askHere: (editor, kind) => {
        const beside = atomBeside(editor, kind);
        if (beside !== undefined) open(editor, kind, beside);
        else ask({ kind: kind === 'image' ? 'picture' : 'note', at: editor.state.selection.to });
      },
    };
  }, [asked, turn, entry.path, names]);
}

/** Place of a thing of that kind right before or behind the cursor. */
export function atomBeside(editor: Editor, kind: string): number | undefined {
  const { $from, empty } = editor.state.selection;
  if (!empty) return undefined;
  if ($from.nodeBefore?.type.name === kind) return $from.pos - $from.nodeBefore.nodeSize;
  return $from.nodeAfter?.type.name === kind ? $from.pos : undefined;
}

/** The first question that waits. */
export function AskingDialogs({ editor, entry, asking }: { editor: Editor; entry: EntryDetail; asking: Asking }): ReactNode {
  const [first] = asking.asked;
  // An answer is taken back by itself, however soon it came after what was done before it.
  useEffect(() => {
    if (first) editor.view.dispatch(closeHistory(editor.state.tr));
  }, [editor, first]);
  if (!first) return null;
  if (first.kind === 'link') return <LinkDialog editor={editor} onClose={asking.done} />;
  if (first.kind === 'note') return <NoteDialog key={asking.turn} editor={editor} asked={first} onClose={asking.done} />;
  return <PictureDialog key={asking.turn} editor={editor} entry={entry} asked={first} onClose={asking.done} />;
}

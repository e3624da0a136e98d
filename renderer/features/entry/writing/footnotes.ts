import type { Editor } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Selection, type Transaction } from '@tiptap/pm/state';

/** The note behind a mark in the text. */
export interface FoundNote {
  at: number;
  node: EditorNode;
  /** Its words, one line for each paragraph; undefined when it holds more than words. */
  plain: string | undefined;
}

const key = (label: unknown): string => (typeof label === 'string' ? label : '').toLowerCase();
const isNote = (node: EditorNode): boolean => node.type.name === 'footnoteDefinition';

/** The note that goes with a mark. */
export function findNote(doc: EditorNode, label: string): FoundNote | undefined {
  let found: FoundNote | undefined;
  doc.descendants((node, at) => {
    if (!found && isNote(node) && key(node.attrs['label']) === key(label)) found = { at, node, plain: plainText(node) };
    return found === undefined && !node.isTextblock;
  });
  return found;
}

function plainText(note: EditorNode): string | undefined {
  let plain = true;
  note.descendants((node) => {
    if (node.isText ? node.marks.length > 0 : node.isInline) plain = false;
  });
  return plain ? note.children.map((paragraph) => paragraph.textContent).join('\n') : undefined;
}

/** Sets a mark at a place in the text and its note behind the others; one step to undo. */
export function insertNote(editor: Editor, at: number, text: string): void {
  const { state } = editor;
  const { nodes } = state.schema;
  const label = freeLabel(state.doc);
  const note = nodes['footnoteDefinition']?.create({ label }, paragraphs(editor, text));
  const mark = nodes['footnoteReference']?.create({ label });
  if (!note || !mark) return;
  let end = state.doc.content.size;
  state.doc.forEach((node, offset) => {
    if (isNote(node)) end = offset + node.nodeSize;
  });
  const tr = state.tr.insert(end, note).insert(Math.min(at, state.doc.content.size), mark);
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size))));
  editor.view.dispatch(tr.scrollIntoView());
}

/** True where a mark can stand. */
export function canHoldNote(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  return $from.parent.inlineContent && $from.parent.type.name !== 'codeBlock' && !inNote(editor);
}

/** True when the cursor is in a note. */
export function inNote(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(isNote);
}

/** Gives a note other words. */
export function changeNote(editor: Editor, note: FoundNote, text: string): void {
  const { tr } = editor.state;
  editor.view.dispatch(tr.replaceWith(note.at + 1, note.at + note.node.nodeSize - 1, paragraphs(editor, text)));
}

/** Takes a mark away, and its note when no other mark points at it. */
export function removeNote(editor: Editor, at: number, label: string): void {
  const { doc, tr } = editor.state;
  const marks = marksIn(doc).filter((mark) => key(mark.label) === key(label));
  const note = findNote(doc, label);
  const cuts = [{ from: at, to: at + 1 }];
  if (note && marks.length < 2) cuts.push({ from: note.at, to: note.at + note.node.nodeSize });
  cuts.sort((a, b) => b.from - a.from).reduce<Transaction>((made, { from, to }) => made.delete(from, to), tr);
  editor.view.dispatch(tr);
}

const paragraphs = (editor: Editor, text: string): EditorNode[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line, k) => line !== '' || k === 0)
    .flatMap((line) => editor.schema.nodes['paragraph']?.create(null, line === '' ? null : editor.schema.text(line)) ?? []);

function marksIn(doc: EditorNode): { label: string }[] {
  const out: { label: string }[] = [];
  doc.descendants((node) => {
    if (node.type.name === 'footnoteReference') out.push({ label: String(node.attrs['label']) });
  });
  return out;
}

/** The first number that no mark or note has. */
function freeLabel(doc: EditorNode): string {
  const taken = takenLabels(doc);
  for (let n = 1; ; n++) if (!taken.has(String(n))) return String(n);
}

/** Names of the marks and notes that are there. */
export function takenLabels(doc: EditorNode): Set<string> {
  const taken = new Set(marksIn(doc).map(({ label }) => key(label)));
  doc.descendants((node) => {
    if (isNote(node)) taken.add(key(node.attrs['label']));
    // What cannot be edited may hold notes of its own.
    if (node.type.name === 'locked') for (const found of String(node.attrs['source']).matchAll(/\[\^([^\]]+)\]/g)) taken.add(key(found[1]));
  });
  return taken;
}

import type { Editor } from '@tiptap/core';
import type { Node as EditorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { useEffect } from 'react';
import { headingKey } from '../../../../domain/entries/naming.ts';
import './part-prompts.css';

/** The question of each part, by its headings in compared form. */
export type PartPrompts = ReadonlyMap<string, string>;

interface Prompting {
  locked: boolean;
  prompts: PartPrompts;
}

const key = new PluginKey<Prompting>('part-prompts');

/** Whether the text may be changed; if so the question of a part shows under its heading as long as nothing stands there, never in the text. */
export function useWritable(editor: Editor | undefined, locked: boolean, prompts: PartPrompts): void {
  useEffect(() => {
    // Only when it differs: giving the editor its state again would take back letters it has yet to read.
    if (editor && editor.isEditable === locked) editor.setEditable(!locked, false);
  }, [editor, locked]);
  useFirstPart(editor, locked);
  useEffect(() => {
    const held = editor && key.getState(editor.state);
    if (!editor || !held || (held.locked === locked && held.prompts === prompts)) return;
    editor.view.dispatch(editor.state.tr.setMeta(key, { locked, prompts }).setMeta('addToHistory', false).setMeta('preventUpdate', true));
  }, [editor, locked, prompts]);
}

/** Draws the questions from the first moment; what they are may change later. */
export const promptPlugin = (first: Prompting): Plugin<Prompting> =>
  new Plugin<Prompting>({
    key,
    state: {
      init: () => first,
      apply: (transaction, held) => (transaction.getMeta(key) as Prompting | undefined) ?? held,
    },
    props: {
      decorations(state: EditorState): DecorationSet {
        const { locked, prompts } = key.getState(state) ?? first;
        return locked ? DecorationSet.empty : DecorationSet.create(state.doc, drawn(state.doc, prompts));
      },
    },
  });

/** Somebody who begins in an empty part types under its heading, not in it. */
function useFirstPart(editor: Editor | undefined, locked: boolean): void {
  useEffect(() => {
    const doc = editor?.state.doc;
    const first = doc?.firstChild;
    const aside = document.activeElement?.closest('.guide');
    if (!editor || !doc || !first || locked || aside || !isPart(first) || !isEnd(doc.maybeChild(1))) return;
    underHeading(editor, first.nodeSize);
  }, [editor, locked]);
}

/** Puts the cursor under the heading that ends here; where only the next heading comes there is room made. */
export function underHeading(editor: Editor, end: number): void {
  const next = editor.state.doc.nodeAt(end);
  const chain = editor.chain();
  if (editor.isEditable && (!next || next.type.name === 'heading')) chain.insertContentAt(end, { type: 'paragraph' });
  chain
    .focus(end + 1)
    .scrollIntoView()
    .run();
}

function drawn(doc: EditorNode, prompts: PartPrompts): Decoration[] {
  const out: Decoration[] = [];
  doc.forEach((node, offset, index) => {
    if (!isPart(node)) return;
    const prompt = prompts.get(headingKey(node.textContent));
    const next = doc.maybeChild(index + 1);
    const end = offset + node.nodeSize;
    if (prompt === undefined) return;
    if (!next || isPart(next)) out.push(Decoration.widget(end, (view) => line(view, end, prompt), { side: -1, key: `${end} ${prompt}` }));
    else if (isBlank(next) && isEnd(doc.maybeChild(index + 2)))
      out.push(Decoration.node(end, end + next.nodeSize, { class: 'ink-prompt', 'data-vraag': prompt }));
  });
  return out;
}

const isPart = (node: EditorNode): boolean => node.type.name === 'heading' && Number(node.attrs['level']) <= 2;
const isBlank = (node: EditorNode): boolean => node.type.name === 'paragraph' && node.content.size === 0;
const isEnd = (node: EditorNode | null): boolean => node === null || isPart(node);

/** The question as a line to click on; the same question stands beside the text for who hears the screen. */
function line(view: EditorView, end: number, prompt: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'ink-prompt';
  element.dataset['vraag'] = prompt;
  element.ariaHidden = 'true';
  element.contentEditable = 'false';
  element.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const paragraph = view.state.schema.nodes['paragraph']?.create();
    if (!paragraph) return;
    const { tr } = view.state;
    tr.insert(end, paragraph);
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)));
    view.focus();
  });
  return element;
}

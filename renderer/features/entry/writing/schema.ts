import { Extension, Node, type Extensions } from '@tiptap/core';
import { Code } from '@tiptap/extension-code';
import { ListItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin } from '@tiptap/pm/state';
import { nl } from '../../../text/nl.ts';
import { takenLabels } from './footnotes.ts';
import type { WritingHost } from './host.ts';
import { wikilinkNode } from './link-names.ts';
import { cleanPaste } from './pasted-html.ts';
import { pictureNode } from './picture-node.ts';
import { CarefulKit, TaskInList } from './typed-marks.ts';

const top = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'taskList',
  'table',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'footnoteDefinition',
  'locked',
];

/** What an editor node carries without showing it: the block of the text it came from, and details that Markdown knows. */
const Carried = Extension.create({
  name: 'carried',
  addGlobalAttributes: () => {
    const hidden = { default: null, rendered: false, keepOnSplit: false };
    return [
      { types: top, attributes: { block: hidden } },
      { types: ['codeBlock'], attributes: { meta: hidden } },
    ];
  },
});

const attr = (name: string): Record<string, { default: null; parseHTML: (element: HTMLElement) => string | null }> => ({
  [name]: { default: null, parseHTML: (element) => element.getAttribute(`data-${name}`) },
});

/** A thing in the line that is one sign to the cursor. */
const inline = (
  name: string,
  attrs: readonly string[],
  show: (value: (name: string) => string) => [tag: string, attributes: Record<string, string>, text: string],
): Node =>
  Node.create({
    name,
    group: 'inline',
    inline: true,
    atom: true,
    // A click beside it sets the cursor: what is typed next must never replace it.
    selectable: false,
    addAttributes: () => Object.assign({}, ...attrs.map(attr)) as Record<string, { default: null }>,
    parseHTML: () => [{ tag: `[data-kind=${name}]` }],
    renderHTML: ({ node }) => {
      const [tag, attributes, text] = show((key) => String(node.attrs[key] ?? ''));
      const kept = Object.fromEntries(attrs.map((key) => [`data-${key}`, String(node.attrs[key] ?? '')]));
      return [tag, { 'data-kind': name, ...kept, ...attributes }, text];
    },
    renderText: ({ node }) => String(node.attrs['alt'] ?? node.attrs['source'] ?? (name === 'softBreak' ? ' ' : '')),
  });

const SoftBreak = inline('softBreak', [], () => ['span', {}, ' ']);
const NoteMark = inline('footnoteReference', ['label'], (value) => ['sup', { class: 'ink-note' }, value('label')]);
const Raw = inline('rawInline', ['source'], (value) => ['code', { class: 'ink-raw', title: nl.writing.locked }, value('source')]);

const Note = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'paragraph+',
  addAttributes: () => attr('label'),
  parseHTML: () => [{ tag: 'div[data-kind=footnoteDefinition]' }],
  renderHTML: ({ node }) => [
    'div',
    { 'data-kind': 'footnoteDefinition', 'data-label': String(node.attrs['label'] ?? ''), class: 'ink-note-text' },
    0,
  ],
});

const Locked = Node.create({
  name: 'locked',
  group: 'block',
  atom: true,
  addAttributes: () => ({ ...attr('source'), kind: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'figure[data-kind=locked]' }],
  renderHTML: ({ node }) => [
    'figure',
    { 'data-kind': 'locked', 'data-source': String(node.attrs['source'] ?? ''), class: 'ink-locked' },
    ['figcaption', {}, nl.writing.locked],
    ['pre', {}, String(node.attrs['source'] ?? '')],
  ],
});

const cell = {
  content: 'paragraph',
  addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null, rendered: false }, ...attr('align') }),
};

/** A cell holds one paragraph, so Enter goes to the next line in it. */
const CellKeys = Extension.create({
  name: 'cellKeys',
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => (editor.isActive('tableCell') || editor.isActive('tableHeader')) && editor.commands.setHardBreak(),
  }),
});

const Pasting = Extension.create({
  name: 'pasting',
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedHTML: (html, view) => cleanPaste(html, takenLabels(view.state.doc)) } })],
});

/** Everything an editor can hold: what Markdown can say, and nothing else. */
export const extensionsFor = (host: WritingHost): Extensions => [
  CarefulKit.configure({
    code: false,
    listItem: false,
    underline: false,
    trailingNode: false,
    link: { openOnClick: false, autolink: false, linkOnPaste: true, HTMLAttributes: { rel: null, target: null } },
  }),
  Code.extend({ excludes: '' }),
  // A list can begin with a list or with code.
  ListItem.extend({ content: 'block+' }),
  TaskList,
  TaskInList.configure({ nested: true }),
  Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false }),
  TableRow,
  TableHeader.extend(cell),
  TableCell.extend(cell),
  SoftBreak,
  pictureNode(host),
  wikilinkNode(host),
  NoteMark,
  Raw,
  Note,
  Locked,
  Carried,
  CellKeys,
  Pasting,
];

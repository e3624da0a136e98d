import type { Editor } from '@tiptap/core';
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Minus,
  Pilcrow,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Superscript,
  Table,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { nl } from '../../../text/nl.ts';
import { atomBeside, type Asking } from './asking.tsx';
import { canHoldNote } from './footnotes.ts';

interface Tool {
  name: string;
  icon?: LucideIcon;
  on?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
  run(editor: Editor): void;
}

const words = nl.writing.tools;
const focused = (editor: Editor): ReturnType<Editor['chain']> => editor.chain().focus();

const groups: readonly (readonly Tool[])[] = [
  [
    { name: words.undo, icon: Undo2, can: (e) => e.can().undo(), run: (e) => focused(e).undo().run() },
    { name: words.redo, icon: Redo2, can: (e) => e.can().redo(), run: (e) => focused(e).redo().run() },
  ],
  [
    { name: words.plain, icon: Pilcrow, on: (e) => e.isActive('paragraph') && !e.isActive('heading'), run: (e) => focused(e).setParagraph().run() },
    {
      name: words.heading2,
      icon: Heading2,
      on: (e) => e.isActive('heading', { level: 2 }),
      run: (e) => focused(e).toggleHeading({ level: 2 }).run(),
    },
    {
      name: words.heading3,
      icon: Heading3,
      on: (e) => e.isActive('heading', { level: 3 }),
      run: (e) => focused(e).toggleHeading({ level: 3 }).run(),
    },
  ],
  [
    { name: words.bold, icon: Bold, on: (e) => e.isActive('bold'), run: (e) => focused(e).toggleBold().run() },
    { name: words.italic, icon: Italic, on: (e) => e.isActive('italic'), run: (e) => focused(e).toggleItalic().run() },
    { name: words.strike, icon: Strikethrough, on: (e) => e.isActive('strike'), run: (e) => focused(e).toggleStrike().run() },
    { name: words.code, icon: Code, on: (e) => e.isActive('code'), run: (e) => focused(e).toggleCode().run() },
  ],
  [
    { name: words.bullets, icon: List, on: (e) => e.isActive('bulletList'), run: (e) => focused(e).toggleBulletList().run() },
    { name: words.numbers, icon: ListOrdered, on: (e) => e.isActive('orderedList'), run: (e) => focused(e).toggleOrderedList().run() },
    { name: words.tasks, icon: ListChecks, on: (e) => e.isActive('taskList'), run: (e) => focused(e).toggleTaskList().run() },
    { name: words.quote, icon: Quote, on: (e) => e.isActive('blockquote'), run: (e) => focused(e).toggleBlockquote().run() },
    { name: words.codeBlock, icon: SquareCode, on: (e) => e.isActive('codeBlock'), run: (e) => focused(e).toggleCodeBlock().run() },
    { name: words.rule, icon: Minus, run: (e) => focused(e).setHorizontalRule().run() },
    {
      name: words.table,
      icon: Table,
      can: (e) => !e.isActive('table'),
      run: (e) => focused(e).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
  ],
];

const tableTools: readonly Tool[] = [
  { name: words.addRowBefore, can: (e) => !e.isActive('tableHeader'), run: (e) => focused(e).addRowBefore().run() },
  { name: words.addRow, run: (e) => focused(e).addRowAfter().run() },
  { name: words.dropRow, can: (e) => !e.isActive('tableHeader'), run: (e) => focused(e).deleteRow().run() },
  { name: words.addColumnBefore, run: (e) => focused(e).addColumnBefore().run() },
  { name: words.addColumn, run: (e) => focused(e).addColumnAfter().run() },
  { name: words.dropColumn, run: (e) => focused(e).deleteColumn().run() },
  { name: words.dropTable, run: (e) => focused(e).deleteTable().run() },
];

const beside = (editor: Editor, kind: string): boolean => atomBeside(editor, kind) !== undefined;

const askingTools = ({ ask, askHere }: Asking): Tool[] => [
  { name: words.link, icon: Link, on: (e) => e.isActive('link'), run: () => ask({ kind: 'link' }) },
  { name: words.picture, icon: ImagePlus, on: (e) => beside(e, 'image'), run: (e) => askHere(e, 'image') },
  {
    name: words.note,
    icon: Superscript,
    on: (e) => beside(e, 'footnoteReference'),
    can: (e) => beside(e, 'footnoteReference') || canHoldNote(e),
    run: (e) => askHere(e, 'footnoteReference'),
  },
];

interface ToolbarProps {
  editor: Editor;
  asking: Asking;
}

/** The tools of the editor: one stop for Tab, arrows inside. */
export function Toolbar({ editor, asking }: ToolbarProps): ReactNode {
  const [at, setAt] = useState(0);
  const shown = [...groups, askingTools(asking), ...(editor.isActive('table') ? [tableTools] : [])];
  const stop = Math.min(at, shown.flat().length - 1);
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const to = { ArrowRight: (stop + 1) % buttons.length, ArrowLeft: (stop - 1 + buttons.length) % buttons.length, Home: 0, End: buttons.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    buttons[to]?.focus();
  };
  let index = -1;
  return (
    <div className="ink-tools" role="toolbar" aria-label={nl.writing.toolbar} onKeyDown={keys}>
      {shown.map((tools, g) => (
        <span key={g} className="ink-group">
          {tools.map((tool) => {
            index++;
            return <ToolButton key={tool.name} tool={tool} editor={editor} stop={index === stop} />;
          })}
        </span>
      ))}
    </div>
  );
}

function ToolButton({ tool, editor, stop }: { tool: Tool; editor: Editor; stop: boolean }): ReactNode {
  const Icon = tool.icon;
  return (
    <Button
      small
      look="quiet"
      className={Icon ? 'button-icon' : ''}
      tabIndex={stop ? 0 : -1}
      aria-label={tool.name}
      title={tool.name}
      aria-pressed={tool.on ? tool.on(editor) : undefined}
      aria-disabled={!editor.isEditable || (tool.can && !tool.can(editor)) ? true : undefined}
      // The text keeps its selection when a tool is clicked.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (editor.isEditable && (!tool.can || tool.can(editor))) tool.run(editor);
      }}
    >
      {Icon ? <Icon className="icon" aria-hidden /> : tool.name}
    </Button>
  );
}

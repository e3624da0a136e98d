import { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { Bridge } from '../../renderer/features/entry/writing/bridge.ts';
import type { WritingHost } from '../../renderer/features/entry/writing/host.ts';
import { LinkNames, linkTo } from '../../renderer/features/entry/writing/link-names.ts';
import { extensionsFor } from '../../renderer/features/entry/writing/schema.ts';

const nothing = (): void => undefined;

function editorWith(text: string): { editor: Editor; type(words: string): void; written(): string } {
  const host: WritingHost = { path: 'a.md', names: new LinkNames(), onMount: nothing, onOpen: nothing, onFiles: nothing, onMissed: nothing };
  const bridge = new Bridge(text);
  const editor = new Editor({ element: document.createElement('div'), extensions: extensionsFor(host), content: bridge.shown() });
  bridge.learn(editor.state.doc);
  editor.commands.focus('end');
  return {
    editor,
    type(words) {
      for (const sign of words) {
        const { view } = editor;
        const { from, to } = view.state.selection;
        const plain = () => view.state.tr.insertText(sign, from, to);
        if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, sign, plain))) view.dispatch(plain());
      }
    },
    written: () => bridge.written(editor.state.doc),
  };
}

describe('what is typed', () => {
  test.each([
    ['3 * 4 * 5 euro', '3 * 4 * 5 euro'],
    ['a ** b ** c', 'a ** b ** c'],
    ['een *woord* ', 'een *woord* '],
    ['twee **hele woorden** ', 'twee **hele woorden** '],
    ['snake_case_naam en _schuin_ ', 'snake_case_naam en *schuin* '],
    ['weg ~~hier~~ ', 'weg ~~hier~~ '],
  ])('“%s” is what somebody meant by it', (typed, meant) => {
    const { editor, type } = editorWith('');
    type(typed);
    // The same as the text means when it is opened.
    const marks = (made: Editor): unknown => made.getJSON().content?.[0]?.content;
    const opened = editorWith(meant.trim());
    expect(editor.getText().trim()).toBe(opened.editor.getText().trim());
    expect(JSON.stringify(marks(editor)).match(/"type":"(?:bold|italic|strike)"/g)).toEqual(
      JSON.stringify(marks(opened.editor)).match(/"type":"(?:bold|italic|strike)"/g),
    );
  });

  test('becomes a task, not a list in a list, after a dash', () => {
    const { type, written } = editorWith('');
    type('- [ ] eerste');
    expect(written()).toBe('- [ ] eerste\n');
  });

  test('becomes a task that is done', () => {
    const { type, written } = editorWith('');
    type('- [x] klaar');
    expect(written()).toBe('- [x] klaar\n');
  });
});

describe('a table that was copied', () => {
  const pasted = (html: string): string => {
    const { editor, written } = editorWith('');
    editor.view.pasteHTML(html, new Event('paste') as ClipboardEvent);
    return written();
  };

  test('keeps two paragraphs of a cell in that cell', () => {
    expect(pasted('<table><tr><td>Wat</td><td>Wie</td></tr><tr><td><p>1</p><p>tweede</p></td><td><p>b</p></td></tr></table>')).toContain(
      '| 1<br>tweede | b |',
    );
  });

  test('keeps a list and a heading of a cell in that cell', () => {
    const text = pasted('<table><tr><td>Wat</td><td>Wie</td></tr><tr><td><ul><li>een</li><li>twee</li></ul></td><td><h2>kop</h2>b</td></tr></table>');
    expect(text).toContain('| • een<br>• twee | kop<br>b |');
    expect(text.trim().split('\n')).toHaveLength(3);
  });

  test('keeps every value in its column below a cell of two rows', () => {
    const html = '<table><tr><td>A</td><td>B</td></tr><tr><td rowspan="2">1</td><td>x</td></tr><tr><td>y</td></tr></table>';
    expect(pasted(html).trim().split('\n').slice(2)).toEqual(['| 1 | x |', '|  | y |']);
  });

  test('keeps a bar and a table inside a cell in that cell', () => {
    const text = pasted('<table><tr><th>Kop</th></tr><tr><td><p>a | b</p><table><tr><td>in</td><td>in</td></tr></table></td></tr></table>');
    expect(text).toContain('a \\| b');
    expect(text.trim().split('\n')).toHaveLength(3);
  });
});

describe('a link that is chosen from a list', () => {
  const all = [
    { id: 'a', title: 'Ouderkamer' },
    { id: 'b', title: 'Dubbel' },
    { id: 'c', title: 'dubbel' },
    { id: 'd', title: 'Samen | apart #1' },
  ];

  test('goes by its title where that says enough, else by its id under its title', () => {
    expect(all.map((one) => linkTo(one, all))).toEqual(['Ouderkamer', 'b|Dubbel', 'c|dubbel', 'd|Samen apart #1']);
  });
});

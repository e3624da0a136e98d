import { Editor } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import type { WritingHost } from '../../renderer/features/entry/writing/host.ts';
import { LinkNames } from '../../renderer/features/entry/writing/link-names.ts';
import { extensionsFor } from '../../renderer/features/entry/writing/schema.ts';

const nothing = (): void => undefined;

function editorWith(...targets: string[]): { editor: Editor; names: LinkNames; shown(): string[] } {
  const names = new LinkNames();
  const host: WritingHost = { path: 'a.md', names, onMount: nothing, onOpen: nothing, onFiles: nothing, onMissed: nothing };
  const links = targets.map((target) => ({ type: 'wikilink', attrs: { target } }));
  const element = document.createElement('div');
  const editor = new Editor({
    element,
    extensions: extensionsFor(host),
    content: { type: 'doc', content: [{ type: 'paragraph', content: links }] },
  });
  return { editor, names, shown: () => [...element.querySelectorAll('.ink-wikilink')].map((link) => link.textContent) };
}

describe('a link to another write-up, while writing', () => {
  test('is shown by its own words, by the title of what it leads to, or else as it stands', () => {
    const { names, shown } = editorWith('vb-ouders|de ouderkamer', 'vb-ouders', 'Nog niet geschreven');
    names.set([{ id: 'vb-ouders', title: 'Ouderkamer op dinsdag' }]);
    expect(shown()).toEqual(['de ouderkamer', 'Ouderkamer op dinsdag', 'Nog niet geschreven']);
  });

  test('follows a title that changes, and stays in the text as it was', () => {
    const { editor, names, shown } = editorWith('vb-ouders');
    expect(shown()).toEqual(['vb-ouders']);
    names.set([{ id: 'vb-ouders', title: 'Ouderkamer' }]);
    names.set([{ id: 'vb-ouders', title: 'Huiskamer' }]);
    expect(shown()).toEqual(['Huiskamer']);
    expect(editor.getJSON().content?.[0]?.content?.[0]).toMatchObject({ type: 'wikilink', attrs: { target: 'vb-ouders' } });
    editor.destroy();
    expect(() => names.set([])).not.toThrow();
  });
});

import { Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { resolvePath } from '../../../../domain/entries/text-links.ts';
import { nl } from '../../../text/nl.ts';
import { picturesInHtml } from './clipboard-pictures.ts';
import type { WritingHost } from './host.ts';

/** Where the window gets a picture of the kennismap; undefined for one from elsewhere, which is never fetched. */
export function pictureSource(path: string, src: string): string | undefined {
  if (src === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\\/i.test(src)) return undefined;
  const found = resolvePath(path, src.split('?')[0] ?? '');
  return found === undefined ? undefined : `/files/${found.split('/').map(encodeURIComponent).join('/')}`;
}

const attr = (name: string): Record<string, unknown> => ({
  [name]: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) },
});

/** A picture in the line: shown when it lies in the kennismap, else by its description. */
export const pictureNode = (host: WritingHost): Node =>
  Node.create({
    name: 'image',
    group: 'inline',
    inline: true,
    atom: true,
    // A click beside it sets the cursor: what is typed next must never replace it.
    selectable: false,
    addAttributes: () => Object.assign({}, ...['src', 'alt', 'title'].map(attr)) as Record<string, { default: null }>,
    parseHTML: () => [{ tag: '[data-kind=image]' }],
    renderHTML: ({ node }) => {
      const kept = Object.fromEntries(['src', 'alt', 'title'].map((key) => [`data-${key}`, String(node.attrs[key] ?? '')]));
      return ['span', { 'data-kind': 'image', ...kept }, String(node.attrs['alt'] ?? '')];
    },
    renderText: ({ node }) => String(node.attrs['alt'] ?? ''),
    addNodeView:
      () =>
      ({ node }) => ({ dom: shown(host.path, String(node.attrs['src'] ?? ''), String(node.attrs['alt'] ?? '')) }),
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleClickOn: (view, _at, node, nodeAt) => {
            if (!view.editable || (node.type.name !== 'image' && node.type.name !== 'footnoteReference')) return false;
            host.onOpen(node.type.name, nodeAt);
            return true;
          },
          handlePaste: (view, event) => paste(view, event, host),
          handleDrop: (view, event, _slice, moved) => !moved && drop(view, event, host),
        },
      }),
    ],
  });

function shown(path: string, src: string, alt: string): HTMLElement {
  const frame = document.createElement('span');
  frame.dataset['kind'] = 'image';
  const address = pictureSource(path, src);
  const words = (text: string): void => {
    frame.className = 'ink-picture ink-picture-away';
    frame.replaceChildren(text);
  };
  frame.title = src;
  if (address === undefined) {
    words(nl.pictures.elsewhere(alt || src));
    return frame;
  }
  frame.className = 'ink-picture';
  const image = document.createElement('img');
  image.alt = alt;
  image.draggable = false;
  image.loading = 'lazy';
  image.src = address;
  image.addEventListener('error', () => words(nl.common.imageMissing(alt || src)));
  frame.append(image);
  if (alt === '') frame.append(Object.assign(document.createElement('small'), { textContent: nl.writing.picture }));
  return frame;
}

/** A picture alone becomes a picture; with text around it the text comes in, and the pictures that are in it whole are asked about. */
function paste(view: EditorView, event: ClipboardEvent, host: WritingHost): boolean {
  const data = event.clipboardData;
  if (!view.editable || !data) return false;
  const files = [...data.files];
  const html = data.getData('text/html');
  const found = picturesInHtml(html);
  const at = view.state.selection.from;
  if (files.length > 0 && !found.words) {
    event.preventDefault();
    host.onFiles(files, at);
    return true;
  }
  if (found.pictures.length > 0) setTimeout(() => host.onFiles(found.pictures, view.state.selection.from), 0);
  if (found.missed > 0) host.onMissed(found.missed);
  return false;
}

function drop(view: EditorView, event: DragEvent, host: WritingHost): boolean {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return false;
  // Else the browser would leave the page for the file.
  event.preventDefault();
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from;
  if (view.editable) host.onFiles(files, at);
  return true;
}

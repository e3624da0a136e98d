import { Node } from '@tiptap/core';
import { headingKey } from '../../../../domain/entries/naming.ts';
import type { WritingHost } from './host.ts';

/** What links to other write-ups are called: by their own words, else by the title of what they lead to. */
export class LinkNames {
  #titles: ReadonlyMap<string, string> = new Map();
  readonly #listeners = new Set<() => void>();

  /** The titles there are now, by id. */
  set(titles: readonly { id: string; title: string }[]): void {
    this.#titles = new Map(titles.map(({ id, title }) => [id, title]));
    for (const listen of this.#listeners) listen();
  }

  /** What stands between the brackets, as a reader sees it. */
  of(target: string): string {
    const [to = '', ...words] = target.split('|');
    const own = words.join('|').trim();
    return own === '' ? (this.#titles.get(to.trim()) ?? to) : own;
  }

  onChange(listen: () => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }
}

/** What stands between the brackets to lead to a write-up: its title where that says enough, else its id, with the title as the words. */
export function linkTo({ id, title }: { id: string; title: string }, all: readonly { title: string }[]): string {
  const plain = !/[[\]|#\n]/.test(title) && title.length <= 200;
  const same = all.filter((one) => headingKey(one.title) === headingKey(title)).length;
  return plain && same === 1 ? title : `${id}|${title.replace(/[[\]|\n\s]+/g, ' ').trim()}`;
}

/** A link to another write-up, one sign to the cursor. */
export const wikilinkNode = ({ names }: WritingHost): Node =>
  Node.create({
    name: 'wikilink',
    group: 'inline',
    inline: true,
    atom: true,
    // A click beside it sets the cursor: what is typed next must never replace it.
    selectable: false,
    addAttributes: () => ({ target: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute('data-target') } }),
    parseHTML: () => [{ tag: '[data-kind=wikilink]' }],
    renderHTML: ({ node }) => {
      const target = String(node.attrs['target'] ?? '');
      return ['span', { 'data-kind': 'wikilink', 'data-target': target, class: 'ink-wikilink' }, names.of(target)];
    },
    renderText: ({ node }) => String(node.attrs['target'] ?? ''),
    addNodeView:
      () =>
      ({ node }) => {
        const target = String(node.attrs['target'] ?? '');
        const dom = document.createElement('span');
        dom.className = 'ink-wikilink';
        dom.dataset['kind'] = 'wikilink';
        dom.dataset['target'] = target;
        const show = (): void => {
          dom.textContent = names.of(target);
          // Where it leads to, for who wants to know.
          dom.title = target;
        };
        show();
        return { dom, destroy: names.onChange(show), ignoreMutation: (mutation) => mutation.type !== 'selection' };
      },
  });

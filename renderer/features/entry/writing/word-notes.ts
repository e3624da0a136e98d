/** Footnotes as Word and Google Docs copy them become footnotes of the text; a mark without its note stays the words it was. */
export function wordNotes(page: Document, taken: ReadonlySet<string>): void {
  const labels = freeLabels(taken);
  for (const note of page.querySelectorAll('[data-style*="mso-element:footnote"], [data-style*="mso-element: footnote"], div[id^="ftn"]')) {
    if (/mso-element:\s*footnote-list/.test(note.getAttribute('data-style') ?? '')) continue;
    const id = note.id || (note.querySelector('a[name^="_ftn"]')?.getAttribute('name') ?? '').slice(1);
    const marks = [...page.querySelectorAll('a')].filter((link) => fragment(link) === `_${id}` && !note.contains(link));
    if (id === '' || marks.length === 0) continue;
    const label = labels.next().value;
    note.querySelectorAll(`a[name="_${id}"], a[href*="#_${id.replace('ftn', 'ftnref')}"]`).forEach((back) => back.remove());
    const text = page.createElement('div');
    text.dataset['kind'] = 'footnoteDefinition';
    text.dataset['label'] = label;
    const lines = [...note.querySelectorAll('p')];
    text.append(...(lines.length > 0 ? lines : [lineOf(page, note)]));
    lines.forEach(trimStart);
    note.remove();
    page.body.append(text);
    for (const mark of marks) mark.replaceWith(markOf(page, label));
  }
  // The line above the notes, and what is left of their list.
  for (const list of page.querySelectorAll('[data-style*="mso-element:footnote-list"]')) list.remove();
}

const fragment = (link: Element): string => /#(.*)$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '';

function markOf(page: Document, label: string): Element {
  const mark = page.createElement('sup');
  mark.dataset['kind'] = 'footnoteReference';
  mark.dataset['label'] = label;
  mark.textContent = label;
  return mark;
}

function lineOf(page: Document, note: Element): Element {
  const line = page.createElement('p');
  line.append(...note.childNodes);
  return line;
}

function trimStart(line: Element): void {
  const first = firstText(line);
  if (first) first.textContent = (first.textContent ?? '').replace(/^[\s\u00a0]+/, '');
}

/** The first text in an element. */
const firstText = (element: Element): Node | null => element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();

function* freeLabels(taken: ReadonlySet<string>): Generator<string, string> {
  for (let n = 1; n < 100_000; n++) if (!taken.has(String(n))) yield String(n);
  return 'noot';
}

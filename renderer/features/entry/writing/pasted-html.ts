import { pastedTables } from './pasted-tables.ts';
import { wordNotes } from './word-notes.ts';

const junk = [
  'style, script, meta, link, title, xml, img, picture, svg, button, input, iframe, object',
  // What was struck out while changes were tracked, and the remarks beside the text.
  'del[cite], del[datetime], .msoDel, [data-style*="mso-element:comment-list"], .MsoCommentReference, [class*="msocom"]',
].join(', ');

/** What was copied from Word or a web page, with only what a text can hold: no make-up, no pictures, and Word's painted lists as lists. */
export function cleanPaste(html: string, takenNotes: ReadonlySet<string> = new Set()): string {
  const page = new DOMParser().parseFromString(trusted(withoutStyle(html)), 'text/html');
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const gone: Node[] = [];
  while (comments.nextNode()) gone.push(comments.currentNode);
  gone.forEach((node) => node.parentNode?.removeChild(node));
  for (const element of page.querySelectorAll(junk)) element.remove();
  wordNotes(page, takenNotes);
  wordLists(page);
  for (const element of page.body.querySelectorAll('*')) tidy(page, element);
  pastedTables(page);
  const empty = (element: Element): boolean => element.children.length === 0 && (element.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '';
  for (const element of page.body.querySelectorAll('p')) {
    const last = lastText(element);
    if (last) last.textContent = (last.textContent ?? '').replace(/[\s\u00a0]+$/, '');
    if (empty(element) && !element.closest('td, th')) element.remove();
  }
  return page.body.innerHTML;
}

/** Chromium has it, the policy of the window asks for it, and TypeScript does not know it; what it makes passes for text. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** Marks HTML as meant to be read into a page of its own, in which nothing runs. */
function trusted(html: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('oogst-pasted', { createHTML: (text) => text });
  return policy?.createHTML(html) ?? html;
}

/** Style is set aside before anything reads it: the policy of the window allows none, and some of it says what is bold. */
const withoutStyle = (html: string): string =>
  html
    .replace(/<!\[(?:if|endif)[^>]*>/gi, '')
    .replace(/<style[\s\S]*?(?:<\/style>|$)/gi, '')
    .replace(/(<[a-z][^>]*?[\s/"'])style\s*=/gi, '$1data-style=')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/([\s/"'])on[a-z]+\s*=/gi, '$1data-gone='));

function tidy(page: Document, element: Element): void {
  const style = element.getAttribute('data-style') ?? '';
  for (const name of ['data-style', 'class', 'lang', 'align', 'width', 'height']) element.removeAttribute(name);
  const weight = /font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1] ?? '';
  // Inserted while changes were tracked: it is simply there.
  const away =
    element.tagName === 'INS' ||
    element.tagName.includes(':') ||
    (/^(b|strong)$/i.test(element.tagName) && (weight === 'normal' || (Number(weight) <= 400 && weight !== '')));
  const bare = element.tagName === 'A' && !/^(https?:|mailto:)/i.test(element.getAttribute('href') ?? '');
  if (element.tagName === 'SPAN') {
    if (weight === 'bold' || Number(weight) >= 600) wrapInside(page, element, 'strong');
    if (/font-style:\s*italic/i.test(style)) wrapInside(page, element, 'em');
  }
  if (away || bare) element.replaceWith(...element.childNodes);
}

function lastText(element: Element): Node | null {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Node | null = null;
  while (walker.nextNode()) last = walker.currentNode;
  return last;
}

function wrapInside(page: Document, element: Element, name: string): void {
  const wrap = page.createElement(name);
  wrap.append(...element.childNodes);
  element.append(wrap);
}

/** Word writes a list as paragraphs with a painted sign; runs of them become lists, deeper ones nested. */
function wordLists(page: Document): void {
  const levels: { list: Element; level: number }[] = [];
  for (const paragraph of page.querySelectorAll('p')) {
    const style = paragraph.getAttribute('data-style') ?? '';
    const level = Number(/mso-list:\s*l\d+\s+level(\d)/i.exec(style)?.[1] ?? (paragraph.className.startsWith('MsoListParagraph') ? 1 : 0));
    const before = paragraph.previousElementSibling;
    if (level === 0 || (levels.length > 0 && before !== levels[0]?.list)) levels.length = 0;
    if (level === 0) continue;
    const sign = takeSign(paragraph);
    while (levels.length > 0 && (levels.at(-1)?.level ?? 0) > level) levels.pop();
    const open = levels.at(-1);
    let list = open?.list;
    if (!open || open.level < level) {
      list = page.createElement(/^\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? 'ol' : 'ul');
      if (open) (open.list.lastElementChild ?? open.list).append(list);
      else paragraph.before(list);
      levels.push({ list, level });
    }
    const item = page.createElement('li');
    const line = page.createElement('p');
    line.append(...paragraph.childNodes);
    item.append(line);
    list?.append(item);
    paragraph.remove();
  }
}

function takeSign(paragraph: Element): string {
  const painted = paragraph.querySelector('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]');
  const sign = painted?.textContent?.trim() ?? '';
  painted?.remove();
  if (painted) return sign;
  const first = paragraph.firstChild;
  const found = /^\s*([·•§o-]|\(?\d+[.)])[\s\u00a0]+/.exec(first?.textContent ?? '');
  if (first && found && first.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').slice(found[0].length);
  return found?.[1] ?? '';
}

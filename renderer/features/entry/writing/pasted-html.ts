const junk = 'style, script, meta, link, title, xml, img, picture, svg, button, input, iframe, object';

/** What was copied from Word or a web page, with only what a text can hold: no make-up, no pictures, and Word's painted lists as lists. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!\[(?:if|endif)[^>]*>/gi, ''), 'text/html');
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const gone: Node[] = [];
  while (comments.nextNode()) gone.push(comments.currentNode);
  gone.forEach((node) => node.parentNode?.removeChild(node));
  for (const element of page.querySelectorAll(junk)) element.remove();
  wordLists(page);
  for (const element of page.body.querySelectorAll('*')) {
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
    const pasted = element.closest('[data-pm-slice]') !== null;
    if (!pasted) for (const name of ['class', 'style', 'lang', 'align', 'width', 'height']) if (!bold(element, name)) element.removeAttribute(name);
    if (element.tagName === 'A' && !/^(https?:|mailto:)/i.test(element.getAttribute('href') ?? '')) element.replaceWith(...element.childNodes);
  }
  for (const element of page.body.querySelectorAll('p, span'))
    if (element.textContent?.replace(/\u00a0/g, ' ').trim() === '' && element.children.length === 0) element.remove();
  return page.body.innerHTML;
}

/** Weight and slant that are said with style only. */
const bold = (element: Element, name: string): boolean => name === 'style' && /font-(weight|style)/i.test(element.getAttribute('style') ?? '');

/** Word writes a list as paragraphs with a painted sign; runs of them become lists, deeper ones nested. */
function wordLists(page: Document): void {
  const levels: { list: Element; level: number }[] = [];
  for (const paragraph of page.querySelectorAll('p')) {
    const style = paragraph.getAttribute('style') ?? '';
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
  const painted = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  const sign = painted?.textContent?.trim() ?? '';
  painted?.remove();
  if (painted) return sign;
  const first = paragraph.firstChild;
  const found = /^\s*([·•§o-]|\(?\d+[.)])[\s\u00a0]+/.exec(first?.textContent ?? '');
  if (first && found && first.nodeType === Node.TEXT_NODE) first.textContent = (first.textContent ?? '').slice(found[0].length);
  return found?.[1] ?? '';
}

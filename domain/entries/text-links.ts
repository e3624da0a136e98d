/** A link to another write-up in the text: a wikilink, or a Markdown link to a file. */
export interface TextLink {
  /** As written between the brackets, without label. */
  target: string;
  kind: 'wikilink' | 'bestand';
  /** Line in the file, from 1. */
  line: number;
}

/** The links in a body, fenced code left out. `firstLine` is the line in the file on which the body begins. Linear in the length of the text. */
export function linksInText(body: string, firstLine: number): TextLink[] {
  const out: TextLink[] = [];
  let fence: string | undefined;
  body.split('\n').forEach((line, index) => {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
    if (mark && (!fence || fence === mark)) fence = fence ? undefined : mark;
    if (fence || (!line.includes('[[') && !line.includes(']('))) return;
    const text = line.replace(/`[^`]{0,500}`/g, '');
    for (const found of text.matchAll(/\[\[([^[\]\n]{1,300})\]\]/g))
      out.push({ target: found[1]?.split('|')[0]?.trim() ?? '', kind: 'wikilink', line: firstLine + index });
    for (const found of text.matchAll(/\]\(([^()\s<>]{1,500})\)/g)) {
      const target = found[1] ?? '';
      if (/\.(md|markdown)(#.*)?$/i.test(target) && !/^[a-z][a-z0-9+.-]*:/i.test(target))
        out.push({ target, kind: 'bestand', line: firstLine + index });
    }
  });
  return out.filter((link) => link.target !== '');
}

/** Path in the library a relative link points at, seen from the file it stands in; undefined when it leads out of the library. */
export function resolvePath(from: string, target: string): string | undefined {
  let decoded = target.split('#')[0] ?? '';
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    // a stray percent sign: take it as it is
  }
  const parts = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else parts.push(part);
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

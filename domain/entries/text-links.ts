/** A link in the text: to another write-up (a wikilink, or a Markdown link to a file), or to any other file in the kennismap. */
export interface TextLink {
  /** As written between the brackets, without label. */
  target: string;
  kind: 'wikilink' | 'bestand' | 'bijlage';
  /** Line in the file, from 1. */
  line: number;
}

/** Where the target of a link stands in a line. */
interface Span {
  kind: TextLink['kind'];
  target: string;
  from: number;
  to: number;
  /** Between `<` and `>`, where spaces may stand as they are. */
  bracketed: boolean;
}

/** The links in a body, fenced code left out. `firstLine` is the line in the file on which the body begins. Linear in the length of the text. */
export function linksInText(body: string, firstLine: number): TextLink[] {
  const out: TextLink[] = [];
  const fences = new Fences();
  body.split('\n').forEach((line, index) => {
    if (fences.inCode(line)) return;
    for (const { target, kind } of spansIn(line)) out.push({ target, kind, line: firstLine + index });
  });
  return out;
}

/** Puts other targets in the place of those `replace` has a new one for. Every other sign of the body stays, line endings too. */
export function rewriteLinks(body: string, replace: (link: Pick<TextLink, 'target' | 'kind'>) => string | undefined): string {
  const fences = new Fences();
  return body
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      if (index % 2 === 1 || fences.inCode(line)) return line;
      let out = line;
      // From the back, so that places in front keep their offsets.
      for (const span of spansIn(line).sort((a, b) => b.from - a.from)) {
        const target = replace(span);
        if (target !== undefined) out = out.slice(0, span.from) + written(target, span) + out.slice(span.to);
      }
      return out;
    })
    .join('');
}

/** Follows which lines are code between fences. */
class Fences {
  #open: string | undefined;

  inCode(line: string): boolean {
    const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1]?.slice(0, 3);
    if (mark && (!this.#open || this.#open === mark)) this.#open = this.#open ? undefined : mark;
    return this.#open !== undefined;
  }
}

const wikilink = /\[\[([^[\]\n]{1,300})\]\]/g;
const inline = /\]\((?:<([^<>\n]{1,500})>|([^()\s<>]{1,500}(?:\([^()\s<>]{0,200}\)[^()\s<>]{0,300})?))(?=[)\s])/g;
const definition = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{1,20}(?:<([^<>\n]{1,500})>|([^\s<>]{1,500}))/g;
const attribute = /\b(?:src|href)[ \t]{0,5}=[ \t]{0,5}(?:"([^"\n]{1,500})"|'([^'\n]{1,500})')/gi;

function spansIn(line: string): Span[] {
  const wiki = line.includes('[[');
  const plain = line.includes('](') || line.includes(']:') || line.includes('=');
  if (!wiki && !plain) return [];
  // Code in the line is no link; as many signs take its place, so that offsets stay.
  const text = line.replace(/`[^`]{0,500}`/g, (code) => ' '.repeat(code.length));
  const out: Span[] = [];
  for (const found of wiki ? text.matchAll(wikilink) : []) {
    const whole = found[1]?.split('|')[0] ?? '';
    // In a table the bar before a label is escaped.
    const target = whole.replace(/\\$/, '').trim();
    const from = found.index + 2 + (whole.length - whole.trimStart().length);
    if (target !== '') out.push({ kind: 'wikilink', target, from, to: from + target.length, bracketed: true });
  }
  for (const pattern of plain ? [inline, definition, attribute] : [])
    for (const found of text.matchAll(pattern)) {
      const target = found[1] ?? found[2] ?? '';
      const kind = kindOf(target);
      const from = found.index + found[0].lastIndexOf(target);
      if (kind) out.push({ kind, target, from, to: from + target.length, bracketed: found[1] !== undefined || pattern === attribute });
    }
  return out;
}

function kindOf(target: string): TextLink['kind'] | undefined {
  if (/^(?:[a-z][a-z0-9+.-]{0,30}:|\/\/)/i.test(target)) return undefined;
  if (/\.(md|markdown)(#.*)?$/i.test(target)) return 'bestand';
  return /^[^#?]{1,450}\.[a-z0-9]{1,8}(?:[?#].*)?$/i.test(target) ? 'bijlage' : undefined;
}

/** A target as it may stand there: outside brackets a space or a bracket would end it. */
const written = (target: string, { bracketed }: Span): string =>
  bracketed ? target : target.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

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

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
  /** The link with its brackets and label; absent where only its target can be told apart. */
  whole?: { from: number; to: number; label: string };
}

/** A link as it stands there, for who puts something else in its place. */
export interface WrittenLink extends Pick<TextLink, 'target' | 'kind'> {
  /** What a reader sees of it; empty when the link has no words of its own. */
  label: string;
}

/** The links in a body, fenced code left out. `firstLine` is the line in the file on which the body begins. Linear in the length of the text. */
export function linksInText(body: string, firstLine: number): TextLink[] {
  const out: TextLink[] = [];
  // Most texts have none, and the whole of them is looked through sooner than their lines.
  if (!mayLink(body)) return out;
  const fences = new Fences();
  body.split('\n').forEach((line, index) => {
    if (fences.inCode(line)) return;
    for (const { target, kind } of spansIn(line)) out.push({ target, kind, line: firstLine + index });
  });
  return out;
}

/** Puts other targets in the place of those `replace` has a new one for. Every other sign of the body stays, line endings too. */
export const rewriteLinks = (body: string, replace: (link: Pick<TextLink, 'target' | 'kind'>) => string | undefined): string =>
  changeLinks(body, (span) => {
    const target = replace(span);
    return target === undefined ? undefined : { from: span.from, to: span.to, text: written(target, span) };
  });

/**
 * Puts words in the place of whole links, brackets and label with them, where `replace` has some. Of an HTML attribute and of a line that only says
 * where a reference leads, no more than the target goes.
 */
export const replaceLinks = (body: string, replace: (link: WrittenLink) => string | undefined): string =>
  changeLinks(body, (span) => {
    const words = replace({ target: span.target, kind: span.kind, label: span.whole?.label ?? '' });
    if (words === undefined) return undefined;
    return span.whole ? { ...span.whole, text: words } : { from: span.from, to: span.to, text: '#' };
  });

function changeLinks(body: string, change: (span: Span) => { from: number; to: number; text: string } | undefined): string {
  const fences = new Fences();
  return body
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      if (index % 2 === 1 || fences.inCode(line)) return line;
      let out = line;
      let from = line.length;
      // From the back, so that places in front keep their offsets.
      for (const span of spansIn(line).sort((a, b) => b.from - a.from)) {
        const to = change(span);
        if (!to || to.to > from) continue;
        from = to.from;
        out = out.slice(0, to.from) + to.text + out.slice(to.to);
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

const mayLink = (text: string): boolean => text.includes('[[') || hasPlain(text);
const hasPlain = (text: string): boolean => text.includes('](') || text.includes(']:') || text.includes('=');

function spansIn(line: string): Span[] {
  const wiki = line.includes('[[');
  const plain = hasPlain(line);
  if (!wiki && !plain) return [];
  // Code in the line is no link; as many signs take its place, so that offsets stay.
  const text = line.replace(/`[^`]{0,500}`/g, (code) => ' '.repeat(code.length));
  const out: Span[] = [];
  for (const found of wiki ? text.matchAll(wikilink) : []) {
    const whole = found[1]?.split('|')[0] ?? '';
    // In a table the bar before a label is escaped.
    const target = whole.replace(/\\$/, '').trim();
    const from = found.index + 2 + (whole.length - whole.trimStart().length);
    if (target === '') continue;
    const label = (found[1] ?? '').slice(whole.length + 1).trim();
    const start = found.index - (text[found.index - 1] === '!' ? 1 : 0);
    out.push({
      kind: 'wikilink',
      target,
      from,
      to: from + target.length,
      bracketed: true,
      whole: { from: start, to: found.index + found[0].length, label },
    });
  }
  for (const pattern of plain ? [inline, definition, attribute] : [])
    for (const found of text.matchAll(pattern)) {
      const target = found[1] ?? found[2] ?? '';
      const kind = kindOf(target);
      const from = found.index + found[0].lastIndexOf(target);
      if (!kind) continue;
      const whole = pattern === inline ? wholeInline(text, line, found.index, found.index + found[0].length) : undefined;
      const bracketed = found[1] !== undefined || pattern === attribute;
      out.push({ kind, target, from, to: from + target.length, bracketed, ...(whole ? { whole } : {}) });
    }
  return out;
}

/** The whole of `[label](target "title")`, of which the target was found; undefined when its first bracket is on another line. */
function wholeInline(text: string, line: string, close: number, behind: number): Span['whole'] {
  const end = /^[ \t]{0,20}(?:"[^"]{0,500}"|'[^']{0,500}')?[ \t]{0,20}\)/.exec(text.slice(behind, behind + 550));
  if (!end) return undefined;
  let depth = 0;
  for (let at = close; at >= Math.max(0, close - 1000); at--) {
    if (text[at] === ']') depth++;
    if (text[at] !== '[' || --depth > 0) continue;
    return { from: text[at - 1] === '!' ? at - 1 : at, to: behind + end[0].length, label: line.slice(at + 1, close) };
  }
  return undefined;
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

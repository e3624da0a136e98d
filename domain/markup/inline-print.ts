import { escapedSign, escapedText, isLetter, isSign, maybe, type Care } from './escapes.ts';
import type { Style } from './style.ts';
import { attrText, type Mark } from './tree.ts';
import { isBreak, type Unit } from './units.ts';

/** How a line is printed. */
export interface LineManner {
  style: Style;
  care: Care;
  inCell: boolean;
}

/** Units as Markdown. Breaks are line ends; needless escapes are still marked as such. */
export function printUnits(units: readonly Unit[], manner: LineManner): string {
  return new LinePrinter(units, manner).span(0, units.length, []);
}

const signs = (mark: Mark | undefined): string => JSON.stringify(mark);

class LinePrinter {
  private readonly units: readonly Unit[];
  private readonly manner: LineManner;
  private readonly coded: Set<number>;

  constructor(units: readonly Unit[], manner: LineManner) {
    this.units = units;
    this.manner = manner;
    this.coded = squeezed(units);
  }

  span(from: number, to: number, done: readonly string[]): string {
    let out = '';
    for (let at = from; at < to;) {
      const mark = this.widest(at, to, done);
      if (!mark) {
        out += this.sign(at);
        at++;
        continue;
      }
      const end = this.reach(at, to, mark);
      out += this.wrapped(mark, at, end, done);
      at = end;
    }
    return out;
  }

  /** The mark that goes on longest from here, code last. */
  private widest(at: number, to: number, done: readonly string[]): Mark | undefined {
    const open = this.units[at]?.marks.filter((mark) => !done.includes(signs(mark))) ?? [];
    const outer = open.filter((mark) => mark.type !== 'code');
    return (outer.length > 0 ? outer : open).reduce<Mark | undefined>(
      (best, mark) => (best && this.reach(at, to, best) >= this.reach(at, to, mark) ? best : mark),
      undefined,
    );
  }

  private reach(at: number, to: number, mark: Mark): number {
    let end = at;
    // Inside code nothing can begin or end: there all marks go on together.
    if (mark.type === 'code') while (end < to && this.units[end]?.marked === this.units[at]?.marked) end++;
    else while (end < to && this.units[end]?.marks.some((other) => signs(other) === signs(mark))) end++;
    return end;
  }

  private wrapped(mark: Mark, from: number, to: number, done: readonly string[]): string {
    if (mark.type === 'code')
      return codeSpan(
        this.units
          .slice(from, to)
          .map((unit) => unit.text)
          .join(''),
        this.manner.inCell,
      );
    const inner = (): string => this.span(from, to, [...done, signs(mark)]);
    if (mark.type === 'link') return this.link(mark, from, to, inner);
    const inWord = isLetter(this.units[from - 1]) || isLetter(this.units[to]);
    const { style } = this.manner;
    const around = mark.type === 'strike' ? '~~' : mark.type === 'bold' ? (inWord ? '**' : style.strong) : inWord ? '*' : style.emphasis;
    return around + inner() + around;
  }

  private link(mark: Mark, from: number, to: number, inner: () => string): string {
    const href = attrText(mark, 'href');
    const title = attrText(mark, 'title');
    const units = this.units.slice(from, to);
    const text = units.map((unit) => unit.text).join('');
    const bare = this.manner.style.autolink && title === '' && units.every((unit) => !unit.atom && unit.marked === units[0]?.marked && !isCode(unit));
    if (bare && href === text && /^[a-z][a-z\d+.-]{1,31}:[^\s<>]*$/i.test(href) && !href.includes('|')) return `<${href}>`;
    if (bare && href === `mailto:${text}` && /^[\w.+-]+@[a-z\d-]+(\.[a-z\d-]+)*$/i.test(text)) return `<${text}>`;
    return `[${inner()}](${this.target(href, title)})`;
  }

  private target(href: string, title: string): string {
    const { care, inCell } = this.manner;
    const named = title === '' ? '' : ` "${escapedText(title, care === 0 ? 1 : care)}"`;
    return piped(address(href, title !== '', care) + named, inCell);
  }

  private sign(at: number): string {
    const unit = this.units[at];
    if (!unit) return '';
    const { care, inCell } = this.manner;
    if (unit.atom) return this.atom(unit.atom.type, unit);
    if (this.coded.has(at)) return `&#x${(unit.text.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
    if (inCell && unit.text === '|') return '\\|';
    return escapedSign(this.units, at, at === 0 || isBreak(this.units[at - 1]), inWikilink(this.units, at) && care === 1 ? 0 : care);
  }

  private atom(type: string, unit: Unit): string {
    const atom = unit.atom ?? { type };
    const { care, inCell, style } = this.manner;
    if (type === 'softBreak') return inCell ? ' ' : '\n';
    if (type === 'hardBreak') return inCell ? '<br>' : `${style.hard}\n`;
    if (type === 'rawInline') return attrText(atom, 'source');
    if (type === 'footnoteReference') return `[^${attrText(atom, 'label')}]`;
    if (type !== 'image') return '';
    return `![${piped(escapedText(attrText(atom, 'alt'), care), inCell)}](${this.target(attrText(atom, 'src'), attrText(atom, 'title'))})`;
  }
}

const isCode = (unit: Unit): boolean => unit.marks.some((mark) => mark.type === 'code');
const piped = (text: string, inCell: boolean): string => (inCell ? text.replaceAll('|', '\\|').replaceAll(`${maybe}\\|`, '\\|') : text);

/** Whether a sign stands between the double brackets of a wikilink on one line. */
function inWikilink(units: readonly Unit[], at: number): boolean {
  const near = (step: -1 | 1): string => {
    let text = '';
    for (let k = at; k >= 0 && k < units.length && text.length < 300 && !units[k]?.atom; k += step)
      text = step < 0 ? (units[k]?.text ?? '') + text : text + (units[k]?.text ?? '');
    return text;
  };
  const sign = units[at]?.text ?? '';
  if (!/[!-/:-@[-`{-~]/.test(sign)) return false;
  const line = near(-1).slice(0, -sign.length);
  const start = line.length;
  const all = line + near(1);
  return [...all.matchAll(/\[\[[^[\]\n]{1,300}\]\]/g)].some((found) => found.index <= start && start < found.index + found[0].length);
}

/** Letters beside emphasis that begins or ends with a sign: written as an entity, or the emphasis would not be seen. */
function squeezed(units: readonly Unit[]): Set<number> {
  const out = new Set<number>();
  const more = (a: Unit | undefined, b: Unit | undefined): boolean =>
    a?.marks.some((mark) => mark.type !== 'code' && mark.type !== 'link' && !b?.marks.some((other) => other.type === mark.type)) ?? false;
  // An entity begins and ends with a sign itself, so one can call for the next.
  const edge = (at: number): boolean =>
    out.has(at) || isSign(units[at]) || (units[at]?.marks.some((mark) => mark.type === 'code' || mark.type === 'link') ?? false);
  for (let size = -1; size < out.size;) {
    size = out.size;
    for (let at = 1; at < units.length; at++) {
      const [before, after] = [units[at - 1], units[at]];
      if (more(after, before) && !more(before, after) && isLetter(before) && edge(at)) out.add(at - 1);
      if (more(before, after) && !more(after, before) && isLetter(after) && edge(at - 1)) out.add(at);
    }
  }
  return out;
}

function codeSpan(text: string, inCell: boolean): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(text) || text === '' ? ' ' : '';
  return fence + pad + (inCell ? text.replaceAll('|', '\\|') : text) + pad + fence;
}

function address(href: string, titled: boolean, care: Care): string {
  const text = href.replace(/[\r\n]/g, '%0A');
  const escaped = care === 0 ? text : text.replace(care === 1 ? /[\\<>]|&(?=[#a-z])/gi : /[!-/:-@[-`{-~]/g, (found) => maybe + found);
  let depth = 0;
  const balanced = Array.from(text).every((sign) => (depth += sign === '(' ? 1 : sign === ')' ? -1 : 0) >= 0) && depth === 0;
  if (text === '') return titled ? '<>' : '';
  // eslint-disable-next-line no-control-regex
  return /[\u0001-\u0020\u007f<]/.test(text) || !balanced ? `<${care === 0 ? text.replace(/[<>]/g, '\\$&') : escaped}>` : escaped;
}

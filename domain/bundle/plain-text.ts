/** Text as it is searched for personal data, and where each unit of it stands in the text it was made from. */
export interface PlainText {
  text: string;
  /** The units of the original that a stretch of the plain text was made from. */
  original(from: number, to: number): { from: number; to: number };
}

const invisible = /\p{Default_Ignorable_Code_Point}/u;
const dash = /[\u2010-\u2015\u2212\ufe58\ufe63]/;
const wide = /[\p{Nd}\uff01-\uff5e\ufe6b\u{1d400}-\u{1d7ff}]/u;
const entities: Record<string, string> = {
  nbsp: ' ',
  commat: '@',
  period: '.',
  hyphen: '-',
  shy: '',
  zwnj: '',
  zwj: '',
  plus: '+',
  lpar: '(',
  rpar: ')',
};

/**
 * Takes away what hides a number from the eye of a program but not from that of a reader: characters without width, wide digits, other dashes and
 * spaces, marks of Markdown inside a number, character references. Linear in the length of the text.
 */
export function plainTextOf(text: string): PlainText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length;) {
    const step = unitAt(text, at);
    for (const unit of step.plain.split('')) {
      out.push(unit);
      starts.push(at);
      ends.push(at + step.length);
    }
    at += step.length;
  }
  return {
    text: out.join(''),
    original: (from, to) => ({ from: starts[from] ?? text.length, to: to > from ? (ends[to - 1] ?? text.length) : (starts[from] ?? text.length) }),
  };
}

function unitAt(text: string, at: number): { plain: string; length: number } {
  const code = text.charCodeAt(at);
  if (code === 0x26) return entityAt(text, at);
  if (code === 0x5c && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) return { plain: '', length: text[at + 1] === '\\' ? 2 : 1 };
  if (code === 0x2a) return { plain: text[at + 1] === '*' || text[at - 1] === '*' || betweenDigits(text, at) ? '' : '*', length: 1 };
  if (code < 0x80) return { plain: text[at] ?? '', length: 1 };
  const unit = String.fromCodePoint(text.codePointAt(at) ?? code);
  if (invisible.test(unit)) return { plain: '', length: unit.length };
  if (dash.test(unit)) return { plain: '-', length: unit.length };
  if (/\s/.test(unit)) return { plain: code === 0x2028 || code === 0x2029 ? '\n' : ' ', length: unit.length };
  return { plain: wide.test(unit) ? unit.normalize('NFKC') : unit, length: unit.length };
}

const betweenDigits = (text: string, at: number): boolean => /[\d-]/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');

function entityAt(text: string, at: number): { plain: string; length: number } {
  const found = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/i.exec(text.slice(at, at + 12));
  if (!found) return { plain: '&', length: 1 };
  const code = found[1] !== undefined ? Number(found[1]) : Number.parseInt(found[2] ?? '', 16);
  const plain = found[3] !== undefined ? entities[found[3].toLowerCase()] : code >= 0x20 && code <= 0xffff ? String.fromCharCode(code) : undefined;
  return plain === undefined ? { plain: '&', length: 1 } : { plain: plain === '\u00a0' ? ' ' : plain, length: found[0].length };
}

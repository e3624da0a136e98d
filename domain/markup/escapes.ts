import type { Unit } from './units.ts';

/** How much is escaped: nothing, what could be read as a sign, or every sign. */
export type Care = 0 | 1 | 2;

/**
 * Stands for a backslash that may prove needless. NUL cannot be in Markdown (a parser replaces it), so it cannot be mistaken for somebody's text.
 */
export const maybe = '\u0000';

/** Text in which every escape is kept. */
export const sure = (text: string): string => text.replaceAll(maybe, '\\');

const sign = /^[!-/:-@[-`{-~]$/;
const isWord = (unit: Unit | undefined): boolean => unit !== undefined && /^[\p{L}\p{N}]$/u.test(unit.text);

/** True for a unit that is punctuation or a symbol, as the rules for emphasis see it; an atom begins and ends with a sign. */
export const isSign = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.atom ? unit.atom.type !== 'softBreak' && unit.atom.type !== 'hardBreak' : /^[\p{P}\p{S}]$/u.test(unit.text));

/** True for a letter or figure. */
export const isLetter = isWord;

/** One sign of text as it is written at its place in the line. */
export function escapedSign(units: readonly Unit[], at: number, lineStart: boolean, care: Care): string {
  const text = units[at]?.text ?? '';
  if (care === 0 || !sign.test(text)) return text;
  if (care === 2) return maybe + text;
  return risky(text, units[at - 1], units[at + 1], lineStart) || ends(units, at) ? maybe + text : text;
}

function risky(text: string, before: Unit | undefined, after: Unit | undefined, lineStart: boolean): boolean {
  switch (text) {
    case '\\':
      return after === undefined || after.atom !== undefined || sign.test(after.text);
    case '_':
      return !(isWord(before) && isWord(after));
    case '`':
    case '*':
    case '[':
    case ']':
    case '~':
    case '|':
      return true;
    case '<':
      return after === undefined || /^[a-z/!?]$/i.test(after.text);
    case '&':
      return /^[#a-z]$/i.test(after?.text ?? '');
    case '!':
      return after?.text === '[' || after?.atom !== undefined;
    case '#':
    case '>':
    case '-':
    case '+':
    case '=':
    case ':':
      return lineStart;
    default:
      return false;
  }
}

/** A dot or bracket behind the number a line begins with, or a number sign at its end. */
function ends(units: readonly Unit[], at: number): boolean {
  const text = units[at]?.text;
  if (text === '#') return units[at + 1] === undefined;
  if (text !== '.' && text !== ')') return false;
  let k = at - 1;
  while (k >= 0 && at - k <= 10 && /^\d$/.test(units[k]?.text ?? '')) k--;
  return k < at - 1 && (k < 0 || units[k]?.atom?.type === 'softBreak' || units[k]?.atom?.type === 'hardBreak');
}

/** Loose text (the words for an image, a title) as it is written. */
export const escapedText = (text: string, care: Care): string =>
  care === 0 ? text : text.replace(care === 1 ? /[\\`*_[\]<&!"]/g : /[!-/:-@[-`{-~]/g, (found) => maybe + found);

/**
 * Folding of Dutch words for comparison: lower case, no accents, ĳ as ij, no apostrophes (`foto's` is `fotos`). A word folds on its own, so the
 * places of words in the original text never shift.
 */
export function fold(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) plain = false;
  const lower = word.toLowerCase();
  const bare = plain
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/ĳ/g, 'ij')
        .replace(/ß/g, 'ss');
  return bare.replace(/['’‘`´]/g, '');
}

/** A word in a text: its folded form and where it stands, in UTF-16 units. */
export interface Token {
  word: string;
  from: number;
  to: number;
}

const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** The words of a text in order. */
export function tokensOf(text: string): Token[] {
  const out: Token[] = [];
  for (const found of text.matchAll(pattern)) {
    const word = fold(found[0]);
    if (word !== '') out.push({ word, from: found.index, to: found.index + found[0].length });
  }
  return out;
}

/** The folded words of a text, without places. */
export function wordsIn(text: string): string[] {
  return (text.match(pattern) ?? []).map(fold).filter((word) => word !== '');
}

/** A value as filters compare it: its folded words with single spaces. */
export const foldValue = (value: string): string => wordsIn(value).join(' ') || value.trim().toLowerCase();

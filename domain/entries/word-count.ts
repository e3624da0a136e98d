/** What a sign is: 1 letter or digit, 2 may join two of them, 3 half of a sign that takes two units, 0 nothing. */
const unseen = 255;
const classes = new Uint8Array(65536).fill(unseen);

function classOf(unit: number): number {
  const sign = String.fromCharCode(unit);
  const found = unit >= 0xd800 && unit <= 0xdfff ? 3 : /[\p{L}\p{N}]/u.test(sign) ? 1 : sign === "'" || sign === '’' || sign === '-' ? 2 : 0;
  classes[unit] = found;
  return found;
}

/** Number of words in Markdown text; signs and link targets do not count. A large folder asks this of every part of every file. */
export function wordCount(text: string): number {
  const bare = text.includes('](') ? text.replace(/\]\([^)\n]{0,2000}\)/g, ']') : text;
  let count = 0;
  /** Class of the sign before, and of the one before that. */
  let last = 0;
  let before = 0;
  for (let at = 0; at < bare.length; at++) {
    const unit = bare.charCodeAt(at);
    let kind = classes[unit] ?? 0;
    if (kind === unseen) kind = classOf(unit);
    if (kind === 3) return wideCount(bare);
    if (kind === 1 && last !== 1 && !(last === 2 && before === 1)) count++;
    before = last;
    last = kind;
  }
  return count;
}

const wideCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** Names: of files made from titles, of ids made from paths, and of headings that mean the same. */

const reserved = /^(con|prn|aux|nul|com\d|lpt\d|desktop|\.lock|_vti_.*)$/;

/**
 * File name (without `.md`) for a title: lower case, no accents, hyphens, at most 80 bytes, never a name that Windows or OneDrive refuses.
 * An unusable title gives `stuk`.
 */
export function fileNameFor(title: string): string {
  const slug = title
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ĳ/g, 'ij')
    .replace(/ß/g, 'ss')
    .replace(/[’'‘`´]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'stuk';
  return reserved.test(slug) ? `${slug}-stuk` : slug;
}

/** Stable id for a file that has none, made from its path in the library: readable, with a check sum so that look-alikes differ. */
export function idFromPath(path: string): string {
  const slug = fileNameFor(path.replace(/\.md$/i, '').split('/').slice(-2).join(' ')).slice(0, 40).replace(/-+$/, '');
  return `${slug}-${checkSum(path.normalize('NFC'))}`;
}

/** FNV-1a, 32 bits, as eight hex digits. */
function checkSum(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) {
    hash ^= sign.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A heading as compared: without numbering, signs, accents and capitals (`2. Hoe?` is `hoe`). */
export function headingKey(heading: string): string {
  const known = headingKeys.get(heading);
  if (known !== undefined) return known;
  const key = comparedHeading(heading);
  if (heading.length > remembered.signs) return key;
  if (headingKeys.size >= remembered.headings) headingKeys.clear();
  // A piece cut out of a text keeps that whole text alive; put together anew it stands on its own.
  headingKeys.set(Array.from(heading).join(''), key);
  return key;
}

/** The same few headings stand in every write-up; so many are remembered, of at most so many signs. */
const remembered = { headings: 2000, signs: 100 };
const headingKeys = new Map<string, string>();

const comparedHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/^[\s#]*(?:[a-d]?\d+(?:\.\d+)*[.):]?\s+)?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A title for a file that gives none: its name with spaces. */
export function titleFromPath(path: string): string {
  const name = (path.split('/').pop() ?? path).replace(/\.(md|markdown)$/i, '');
  const spaced = name.replace(/[-_]+/g, ' ').trim();
  return spaced === '' ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Target of a wikilink or relative link in a form that can be compared: folded, without `.md`, `#part` and `|label`. */
export function linkKey(target: string): string {
  const bare = (target.split(/[#|]/, 1)[0] ?? '').trim().replace(/\.md$/i, '');
  return bare.normalize('NFC').toLowerCase();
}

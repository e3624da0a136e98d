import type { Hit, Search } from './personal-data.ts';

/** The names of a list somebody pasted, ready to be looked for. Lives in memory for one check and is never written. */
export interface NameList {
  /** First name → the surnames it goes with; folded. */
  first: ReadonlyMap<string, ReadonlySet<string>>;
  last: ReadonlySet<string>;
}

const particles = new Set([
  'van',
  'de',
  'der',
  'den',
  'het',
  'ter',
  'ten',
  'te',
  'el',
  'al',
  'ben',
  'von',
  'da',
  'dos',
  'in',
  'op',
  't',
  'bin',
  'la',
  'le',
  'du',
]);

/** First names (and some surnames) that are a word too, or a month. */
const words = new Set(
  `roos wil mark iris storm zon ster sterre hoop lente merel linde jasmijn fleur bloem wolf vos bas bo jet job ben rob boy guy max joy hope amber robijn mei
   juni april augustus mees rein pim sam an en wies luna nova sol dag eva rosa viola olijf marijn valk veer vlinder heide dauw bries kei stef luc
   bakker visser smit jong groot klein berg bos dijk meer molen kok koning prins hertog ridder schipper kuiper mulder dekker brouwer wit zwart bruin
   groen lang kort vries winter zomer vogel haan kruis post veld dam broek hout brug kramer jager timmerman loon beer duif mus pen pot brand wind
   rust vrede genade faith grace faye dean earl page summer sunny star rose lily daisy ruby jade lotus kim wende sil ties pien puck tijs`.split(
    /\s+/,
  ),
);

const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘`]/g, "'").toLowerCase();

/** Reads a pasted list: a line per person, `Voornaam Achternaam` or `Achternaam, Voornaam`; numbers and classes around it are left out. */
export function nameListOf(lines: readonly string[]): NameList {
  const first = new Map<string, Set<string>>();
  const last = new Set<string>();
  for (const line of lines.slice(0, 5000)) {
    const clean = line
      .slice(0, 200)
      .replace(/[^\p{L}\p{M}'’,. -]/gu, ' ')
      .trim()
      .replace(/^[^\p{L}]+/u, '');
    const [ahead = '', behind = ''] = clean.split(',').map((part) => part.trim());
    const [firsts, lasts] = behind === '' ? cut(ahead) : [behind.split(/\s+/).filter((word) => !particles.has(fold(word))), ahead.split(/\s+/)];
    const name = fold((firsts[0] ?? '').replace(/\.$/, ''));
    const surnames = lasts.map(fold).filter((word) => word.length > 1 && !particles.has(word));
    for (const surname of surnames) last.add(surname);
    if (name.length < 2 || name.includes('.')) continue;
    const known = first.get(name) ?? new Set<string>();
    for (const surname of surnames) known.add(surname);
    first.set(name, known);
  }
  return { first, last };
}

function cut(name: string): [string[], string[]] {
  const all = name.split(/\s+/).filter((word) => word !== '');
  return [all.slice(0, 1), all.slice(1)];
}

interface Word {
  text: string;
  from: number;
  to: number;
}

/** Names of the list in a text: with a capital, on whole words. A word that is no name by itself asks to be looked at where it begins a sentence. */
export function findNames(search: Search, { first, last }: NameList): Hit[] {
  if (first.size === 0 && last.size === 0) return [];
  const all: Word[] = [...search.text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));
  const hits: Hit[] = [];
  for (let at = 0; at < all.length; at++) {
    const word = all[at];
    if (!word || !/^\p{Lu}/u.test(word.text)) continue;
    const name = listed(word.text, first);
    if (name !== undefined) {
      const end = surnameBehind(search, all, at, first.get(name) ?? new Set());
      const unsure = end === undefined && words.has(name) && beginsSentence(search, word.from);
      hits.push({ rule: 'naam', severity: unsure ? 'let op' : 'blokkeert', from: word.from, to: all[end ?? at]?.to ?? word.to });
      at = end ?? at;
    } else {
      const surname = listed(word.text, last);
      if (surname !== undefined && surname.length > 2 && !(words.has(surname) && beginsSentence(search, word.from)))
        hits.push({ rule: 'naam', severity: 'let op', from: word.from, to: word.to });
    }
  }
  return hits;
}

/** The name of the list a word is, also as an owner (`Sanne's`, `Bas'`) or as a part of a joined word (`Sanne-groep`). */
function listed(word: string, names: { has(name: string): boolean }): string | undefined {
  const folded = fold(word);
  const forms = [folded, folded.replace(/'?s$/, ''), folded.replace(/'$/, ''), folded.split('-')[0] ?? ''];
  return forms.find((form, index) => form.length > 1 && names.has(form) && (index !== 1 || folded.length > 3));
}

function surnameBehind(search: Search, all: readonly Word[], at: number, surnames: ReadonlySet<string>): number | undefined {
  for (let next = at + 1; next <= at + 4; next++) {
    const word = all[next];
    const before = all[next - 1];
    if (!word || !before || !/^[ .]{1,3}'?$/.test(search.around(before.to, word.from).slice(0, 4))) return undefined;
    if (listed(word.text, surnames) !== undefined && /^\p{Lu}/u.test(word.text)) return next;
    if (!particles.has(fold(word.text)) && !(word.text.length === 1)) return undefined;
  }
  return undefined;
}

/** Whether a capital would stand here anyway: behind a full stop, in a heading, at the start of a line or item. */
function beginsSentence(search: Search, from: number): boolean {
  const before = search.around(from - 12, from);
  return before === '' || /(?:^|[.!?:…\n]|[-*>#|] |\d[.)])[\s"“”„'‘’*_>#([-]*$/u.test(before);
}

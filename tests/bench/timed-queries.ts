import type { SearchDocument } from '../../domain/search/engine.ts';
import type { TimedQuery } from './collection.ts';
import { writtenWords } from './relevance-set.ts';
import { seeded, typo, type Chance } from './seeded.ts';

/** Queries out of the first thousand documents: what people type, letter by letter and whole. */
export function timedQueries(documents: readonly SearchDocument[], each = 40): TimedQuery[] {
  const chance = seeded(4242);
  const out: TimedQuery[] = [];
  for (let n = 0; n < each; n++) out.push({ kind: '1-2 letters', text: someWord(documents, chance, 4).slice(0, 1 + (n % 2)) });
  for (let n = 0; n < each; n++) out.push({ kind: 'woorden', text: someWord(documents, chance, 5) });
  for (let n = 0; n < each; n++) out.push({ kind: 'woorden', text: neighbours(documents, chance, 2, 5).join(' ') });
  for (let n = 0; n < each; n++) out.push({ kind: 'zinsdelen', text: `"${neighbours(documents, chance, 2 + (n % 2), 4).join(' ')}"` });
  for (let n = 0; n < each; n++) {
    const once = typo(someWord(documents, chance, 7), chance);
    out.push({ kind: 'tikfouten', text: chance.next() < 0.3 ? typo(once, chance) : once });
  }
  return out;
}

function wordsOf(document: SearchDocument, chance: Chance): string[] {
  return writtenWords(chance.next() < 0.3 ? `${document.title} ${document.keywords.join(' ')}` : chance.pick(document.sections).text);
}

const plain = (word: string, least: number): boolean => word.length >= least && /^[a-z]+$/.test(word);

function someWord(documents: readonly SearchDocument[], chance: Chance, least: number): string {
  for (;;) {
    const words = wordsOf(chance.pick(documents), chance).filter((word) => plain(word, least));
    if (words.length > 0) return chance.pick(words);
  }
}

/** Words that stand next to each other, the outer ones long enough to mean something. */
function neighbours(documents: readonly SearchDocument[], chance: Chance, count: number, least: number): string[] {
  for (;;) {
    const words = writtenWords(chance.pick(chance.pick(documents).sections).text);
    const at = chance.below(Math.max(1, words.length - count));
    const found = words.slice(at, at + count);
    if (found.length === count && plain(found[0]!, least) && plain(found.at(-1)!, least)) return found;
  }
}

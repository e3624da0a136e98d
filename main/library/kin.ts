import { cardKeys, tagName, tagsOf, tagWeights } from '../../domain/entries/kinship.ts';
import type { Relative } from '../../domain/entries/relations.ts';
import { fold } from '../../domain/search/fold.ts';
import { shelved } from './entry-writing.ts';
import type { OpenLibrary } from './open-library.ts';

/** Beside the words, what the items of cards may add at most. */
const tagShare = 0.5;

/** Two write-ups that share one item of a card and no words are not about the same. */
const leastTags = 2;

/** The write-ups most like one: those with the same telling words, and those with the same stage, step, perspectives and values. */
export function kinOf(library: OpenLibrary, id: string, limit: number): Relative[] {
  const { vocabulary, shelf } = library;
  const own = shelved(library, id);
  const keys = cardKeys(vocabulary);
  const tags = new Set(tagsOf(own.read.fields, keys));
  const all = shelf.all().map((held) => ({ held, tags: tagsOf(held.read.fields, keys) }));
  const weights = tagWeights(all.map((one) => one.tags));
  const alike = library.engine.similar(id, Math.max(20, limit));
  const most = alike[0]?.score ?? 1;
  const words = new Map(alike.map((one) => [one.id, { score: one.score / most, words: one.woorden }]));
  const total = [...tags].reduce((sum, tag) => sum + (weights.get(tag) ?? 0), 0) || 1;
  return all
    .filter(({ held }) => held.id !== id)
    .map(({ held, tags: theirs }) => {
      const shared = theirs.filter((tag) => tags.has(tag)).sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
      const near = words.get(held.id);
      const byTags = (tagShare * shared.reduce((sum, tag) => sum + (weights.get(tag) ?? 0), 0)) / total;
      const counts = near !== undefined || (shared.length >= leastTags && shared.length * 2 >= tags.size);
      return { held, shared, words: near?.words ?? [], score: counts ? (near?.score ?? 0) + byTags : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.held.id < b.held.id ? -1 : 1))
    .slice(0, limit)
    .map(({ held, shared, words: why }) => {
      const { title, kind } = held.read.summary;
      const names = shared.map((tag) => tagName(tag, vocabulary));
      // What an item of a card is called is said once.
      const said = fold(names.join(' '));
      return { id: held.id, title, kind, words: why.filter((word) => !said.includes(fold(word))), shared: names.slice(0, 4) };
    });
}

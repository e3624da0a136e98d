// What the page shows for one query: the first twenty, how many there are, counts over all of them, and a piece of text of each.
// Ours gives all that itself; for an engine that does not, the plainest way to make it is here.
import { foldedWords } from './dutch-key.mjs';

const limit = 20;

/** Keeps what counts and pieces are made from, next to an engine that only gives ids. */
export class Beside {
  #texts = new Map();
  #values = new Map();

  constructor(facets) {
    this.facets = facets;
  }

  put(document) {
    this.#texts.set(document.id, document.sections.map((section) => section.text).join('\n'));
    this.#values.set(
      document.id,
      this.facets.map(({ name }) => (name.startsWith('criterium:') ? [document.verdicts[name.slice(10)] ?? 'geen'] : (document.values[name] ?? []))),
    );
  }

  counts(ids) {
    const counts = this.facets.map(() => new Map());
    for (const id of ids)
      this.#values.get(id)?.forEach((values, n) => {
        for (const value of values) counts[n].set(value, (counts[n].get(value) ?? 0) + 1);
      });
    return counts;
  }

  /** A piece around the first place where one of the words stands. */
  piece(id, words) {
    const text = this.#texts.get(id) ?? '';
    const low = text.toLowerCase();
    const places = words.map((word) => low.indexOf(word)).filter((at) => at >= 0);
    const from = Math.max(0, Math.min(...places, text.length) - 60);
    const shown = text.slice(from, from + 180);
    const marks = words.flatMap((word) => (shown.toLowerCase().includes(word) ? [shown.toLowerCase().indexOf(word)] : []));
    return { shown, marks };
  }
}

/** The complete answer of one engine. */
export async function completeAnswer(peer, beside, { text, kind }) {
  if (peer.whole) return peer.find(text, { limit, facets: beside.facets });
  // None of the others knows a phrase; they look for its words.
  const words = foldedWords(text);
  const found = await peer.find(kind === 'zinsdelen' ? words.join(' ') : text, { limit, all: true });
  const facets = peer.ownFacets ? found.facets : beside.counts(found.all);
  return { total: found.total, facets, hits: found.ids.map((id) => beside.piece(id, words)) };
}

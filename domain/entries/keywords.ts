import { fold } from '../search/fold.ts';

/** One trefwoord with the write-ups that carry it. */
export interface Keyword {
  value: string;
  ids: string[];
}

const collator = new Intl.Collator('nl');

/** All trefwoorden in use, in Dutch order. A write-up that carries one twice counts once. */
export function keywordsOf(entries: Iterable<{ id: string; keywords: readonly string[] }>): Keyword[] {
  const found = new Map<string, Set<string>>();
  for (const { id, keywords } of entries)
    for (const value of keywords) {
      const ids = found.get(value) ?? new Set();
      found.set(value, ids.add(id));
    }
  return [...found].map(([value, ids]) => ({ value, ids: [...ids] })).sort((a, b) => collator.compare(a.value, b.value));
}

/** Trefwoorden that differ in capitals, accents or joining signs only; in each group the one in most use first. */
export function alikeKeywords(keywords: readonly Keyword[]): Keyword[][] {
  const groups = new Map<string, Keyword[]>();
  for (const keyword of keywords) {
    const key = fold(keyword.value).replace(/[^\p{L}\p{N}]+/gu, '');
    groups.set(key, [...(groups.get(key) ?? []), keyword]);
  }
  return [...groups.values()].filter((group) => group.length > 1).map((group) => group.toSorted((a, b) => b.ids.length - a.ids.length));
}

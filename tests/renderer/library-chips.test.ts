import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readShippedVocabulary } from '../../main/library/vocabulary-files.ts';
import { chipOf, filtersOf } from '../../renderer/features/library/filters.ts';

const vocabulary = await readShippedVocabulary(join(import.meta.dirname, '../../resources'));
const chips = (query: string): string[] =>
  filtersOf(vocabulary, query).map((filter) => `${chipOf(vocabulary, filter).name}: ${chipOf(vocabulary, filter).value}`);

test.each([
  ['herzien:<2026-09-01', 'herzien: vóór 1 september 2026'],
  ['datum:>=2026-05', 'datum: vanaf 2026-05'],
  ['fase:weeg,vraag', 'fase: Weeg, Vraag'],
  ['-soort:vraag', 'soort niet: vraag'],
  ['criterium:a4=nee', 'criterium: A4 nee'],
])('a chip says what %s asks', (query, said) => expect(chips(query)).toEqual([said]));

test('a word with a colon that is no filter has no chip', () => expect(chips('foo:bar soort:vraag')).toEqual(['soort: vraag']));

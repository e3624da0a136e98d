import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../domain/search/fold.ts';
import type { Sentences } from '../../bench/planted-documents.ts';
import { buildRelevanceSet, classes, type WordFamily } from '../../bench/relevance-set.ts';
import { root } from '../../helpers/project.ts';

const data = (name: string): string => readFileSync(join(root, 'tests/bench', name), 'utf8');
const families = JSON.parse(data('woordfamilies.json')) as WordFamily[];
const sentences = JSON.parse(data('zinnen.json')) as Sentences;
const { documents, queries } = buildRelevanceSet(families, sentences, []);

describe('the word families', () => {
  test('each have a lemma of their own, other forms and a look-alike', () => {
    expect(new Set(families.map(({ lemma }) => lemma)).size).toBe(families.length);
    expect(families.filter(({ vormen, lijkt }) => vormen.length === 0 || lijkt.length === 0)).toEqual([]);
  });

  test('list compounds that end in one of the forms, and parts that make the word', () => {
    const wrong = families.flatMap(({ lemma, vormen, samenstellingen = [], delen }) => [
      ...samenstellingen.filter((word) => ![lemma, ...vormen].some((form) => word.endsWith(form))),
      ...(delen && delen.join('') !== lemma ? [lemma] : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test('do not occur in the sentences around them', () => {
    const forms = new Set(families.flatMap(({ lemma, vormen }) => [lemma, ...vormen]).map(fold));
    const around = [sentences.zn, sentences.ww, sentences.bn, sentences.paar, sentences.titels, sentences.kopjes].flat();
    expect(around.flatMap((text) => text.split(/[^\p{L}]+/u)).filter((word) => forms.has(fold(word)))).toEqual([]);
  });
});

describe('the queries made of them', () => {
  test('are at least four hundred, of every class, in both halves', () => {
    expect(queries.length).toBeGreaterThanOrEqual(400);
    for (const helft of ['afstellen', 'achtergehouden'])
      for (const klasse of classes)
        expect(queries.filter((query) => query.klasse === klasse && query.helft === helft).length, `${klasse}, ${helft}`).toBeGreaterThanOrEqual(10);
  });

  test('are the same every time, and each has a right answer that exists', () => {
    expect(buildRelevanceSet(families, sentences, []).queries).toEqual(queries);
    const ids = new Set(documents.map(({ id }) => id));
    expect(queries.filter(({ juist }) => juist.length === 0 || juist.some((id) => !ids.has(id)))).toEqual([]);
  });
});

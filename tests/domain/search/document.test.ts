import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../../domain/entries/read-entry.ts';
import { facetPlans, plainText, toSearchDocument, valueLabels } from '../../../domain/search/document.ts';
import { createSearchEngine } from '../../../domain/search/inverted-index.ts';
import { readShippedVocabulary } from '../../../main/library/vocabulary-files.ts';
import { resources } from '../../helpers/open-services.ts';

const vocabulary = await readShippedVocabulary(resources);
function documentOf(header: string, body = '') {
  const { summary, fields } = readEntry({ path: 'a.md', text: `---\nid: a\n${header}\n---\n${body}`, changed: 0 }, vocabulary);
  return toSearchDocument({ summary, fields, body, vocabulary });
}

describe('an entry as a document', () => {
  test('carries its title, date, keywords and sections as plain text', () => {
    const document = documentOf(
      'soort: bron\ntitel: Een bron\ndatum: 2025-03-04\ntrefwoorden: [taal, spel]',
      '## Waarom\n**Omdat** het [kan](x).\n\n## Hoe\nZo.\n',
    );
    expect(document).toMatchObject({ id: 'a', title: 'Een bron', date: '2025-03-04', keywords: ['taal', 'spel'] });
    expect(document.sections).toEqual([
      { name: 'Waarom', text: 'Omdat het kan.' },
      { name: 'Hoe', text: 'Zo.' },
    ]);
    expect(document.values).toMatchObject({ soort: ['bron'], jaar: ['2025'], trefwoord: ['taal', 'spel'] });
  });

  test('is found without a judgement until it has one', () => {
    expect(documentOf('soort: praktijk').values['zonder']).toEqual(['oordeel']);
    expect(documentOf('soort: praktijk\noordelen:\n  - item: A1\n    oordeel: ja').values['zonder']).toEqual([]);
  });

  test('has a completeness between nothing and whole', () => {
    for (const { id } of vocabulary.kinds) {
      const { completeness } = documentOf(`soort: ${id}`);
      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(1);
    }
  });

  test('has no date when the file gives none', () => {
    expect(documentOf('soort: bron').date).toBeUndefined();
    expect(documentOf('soort: bron').values['jaar']).toEqual([]);
  });
});

describe('facets of the shipped vocabulary', () => {
  const plans = facetPlans(vocabulary);

  test('have names of their own and a label for every value in their order', () => {
    expect(new Set(plans.map((plan) => plan.name)).size).toBe(plans.length);
    for (const { labels, order } of plans) for (const value of order ?? []) expect(labels).toHaveProperty([value]);
  });

  test('can each be typed as a filter', () => {
    const engine = createSearchEngine({ labels: valueLabels(vocabulary) });
    for (const { name } of plans) {
      const query = name.startsWith('criterium:') ? `${name}=geen` : `${name}:x`;
      expect(engine.search(query).hints.join(' '), query).not.toContain('geen bekend filter');
    }
  });

  test('know a stage by the number it has on the screen', () => {
    const engine = createSearchEngine({ labels: valueLabels(vocabulary) });
    engine.put({ ...documentOf('fase: weeg'), id: 'gewogen' });
    engine.put({ ...documentOf('fase: vraag'), id: 'gevraagd' });
    for (const query of ['fase:3', 'fase:"3 Weeg"']) expect(engine.search(query).hits.map(({ id }) => id)).toEqual(['gewogen']);
  });

  test('count what an entry of each kind is', () => {
    const engine = createSearchEngine();
    for (const { id } of vocabulary.kinds) engine.put({ ...documentOf(`soort: ${id}`), id });
    const { facets } = engine.search('', { facets: plans });
    expect(facets['soort']?.map((value) => value.count)).toEqual(vocabulary.kinds.map(() => 1));
  });
});

describe('Markdown as plain text', () => {
  test.each([
    ['# Kop', 'Kop'],
    ['1. een\n2. twee', 'een twee'],
    ['~~weg~~ **blijft**', 'weg blijft'],
    ['```js\ncode\n```', 'code'],
    ['a\n\n---\n\nb', 'a b'],
    ['- [ ] open', 'open'],
    ['\\*geen nadruk\\*', '*geen nadruk*'],
    ['[a]: https://x.nl\ntekst', 'tekst'],
    ['3 < 5 en 2*3', '3 < 5 en 2*3'],
  ])('%j reads as %j', (markdown, plain) => expect(plainText(markdown)).toBe(plain));

  test('keeps every plain word, whatever signs stand around it', () => {
    const sign = fc.constantFrom('**', '_', '`', '~~', '# ', '> ', '- ', '\n', ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, fc.constantFrom('ouders', 'één', 'school')), { maxLength: 20 }), (parts) => {
        const plain = plainText(parts.map(([before, word]) => `${before} ${word} `).join(''));
        expect(plain.match(/[\p{L}]+/gu) ?? []).toEqual(parts.map(([, word]) => word));
      }),
    );
  });
});

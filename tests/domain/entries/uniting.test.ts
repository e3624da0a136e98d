import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairFields, pairSections, unitedBody, unitedValue, usualField, usualSection } from '../../../domain/entries/uniting.ts';

const left = '## Waarom\n\nOmdat.\n\n## Hoe\n\nSamen.\n\n## Tips\n\nBegin klein.\n';
const right = 'Vooraf.\n\n## Doel\n\nWant.\n\n## Hoe\n\nSamen.\n\n## Kosten\n\nNiets.\n';
const part = (heading: string): string | undefined => (['Waarom', 'Doel'].includes(heading) ? 'waarom' : undefined);

describe('two texts beside each other', () => {
  it('pairs sections by their heading, and by the part of the kind they answer', () => {
    expect(pairSections(left, right, part).map(({ heading, left: l, right: r }) => [heading, l?.trim(), r?.trim()])).toEqual([
      ['', undefined, 'Vooraf.'],
      ['Waarom', '## Waarom\n\nOmdat.', '## Doel\n\nWant.'],
      ['Hoe', '## Hoe\n\nSamen.', '## Hoe\n\nSamen.'],
      ['Kosten', undefined, '## Kosten\n\nNiets.'],
      ['Tips', '## Tips\n\nBegin klein.', undefined],
    ]);
  });

  it('keeps what only one has, and asks about what differs', () => {
    expect(pairSections(left, right, part).map(usualSection)).toEqual(['right', undefined, 'left', 'right', 'left']);
  });

  it('puts both under one heading', () => {
    const pairs = pairSections('## Hoe\n\nSamen.\n', '## Hoe\n\nAlleen.\n');
    expect(unitedBody(pairs, () => 'both')).toBe('## Hoe\n\nSamen.\n\nAlleen.\n');
  });

  it('loses no section and gives either text back whole, whatever they are', () => {
    const body = fc
      .array(fc.constantFrom('## Een\n', '## Twee\n', '# Kop\n', 'tekst\n', '\n', '```\n## geen\n```\n'), { maxLength: 9 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(body, body, (a, b) => {
        const pairs = pairSections(a, b);
        expect(pairs.map((one) => one.left ?? '').join('')).toBe(a);
        expect(pairs.map((one) => one.right ?? '').join('').length).toBe(b.length);
      }),
    );
  });
});

describe('two headers beside each other', () => {
  const pairs = pairFields(
    { id: 'a', titel: 'Een', fase: 'weeg', thema: ['x', 'y'], oordelen: [] },
    { id: 'b', titel: 'Twee', fase: 'vraag', thema: ['y', 'z'], regio: 'Zuid', oordelen: [{ item: 'A1' }] },
  );

  it('unites lists, keeps what one has, keeps the title, and asks about the rest', () => {
    expect(pairs.map((pair) => [pair.key, usualField(pair)])).toEqual([
      ['titel', 'left'],
      ['fase', undefined],
      ['thema', 'both'],
      ['regio', 'right'],
    ]);
    expect(pairs.map((pair) => unitedValue(pair, usualField(pair) ?? 'right'))).toEqual(['Een', 'vraag', ['x', 'y', 'z'], 'Zuid']);
  });
});

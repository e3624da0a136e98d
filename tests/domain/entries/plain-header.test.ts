import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHeader } from '../../../domain/entries/front-matter.ts';
import { readPlainHeader } from '../../../domain/entries/plain-header.ts';

const piece = fc.constantFrom(
  ...[
    'ouders',
    'Ouders',
    'é',
    'a:b',
    'a: b',
    'b:',
    '#',
    ' # x',
    '2024',
    '2024-03-01',
    '0123',
    '1.5',
    '~',
    'null',
    'True',
    'yes',
    '"',
    "'",
    '""',
    '"a b"',
    "'c'",
  ],
  ...[
    '[',
    ']',
    '[a, b]',
    '[]',
    ',',
    ', ',
    '- ',
    '-',
    '{',
    '}',
    '&a',
    '*a',
    '!x',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
    '\\n',
    '\\"',
    '\\\\',
    '"a \\"b\\" c"',
    ' ',
    '  ',
    '?',
    '…',
    '😀',
    '\u00a0',
    '\t',
  ],
);
const value = fc.array(piece, { maxLength: 4 }).map((all) => all.join(''));
const key = fc.constantFrom('titel', 'soort', 'trefwoorden', 'id', 'true', 'null', 'a-b', 'é', '2024', '__proto__', 'constructor');
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(key, value).map(([name, given]) => `${name}: ${given}`) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('- ', '  - ', '-', '   - '), value).map(([dash, given]) => dash + given) },
  { weight: 1, arbitrary: fc.tuple(key, fc.constantFrom(':', ': ', ':x', ' :')).map(([name, colon]) => name + colon) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '---', '...', '# iets', '  meer', '\t') },
);
const inTable = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom('  - ', '    ', '- ', '  ', '   ', '      - '), key, value)
      .map(([dash, name, given]) => `${dash}${name}: ${given}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('oordelen:', '  - methoden:', '    methoden:', '      - gesprek', '    - gesprek', '  - gesprek') },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('  - ', '    ', ''), key, value, value).map(([dash, name, a, b]) => `${dash}{ ${name}: ${a}, op: ${b} }`),
  },
);
const table = fc.array(inTable, { maxLength: 7 }).map((lines) => ['oordelen:', ...lines].join('\n'));
const header = fc.tuple(fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n')).map(([lines, end]) => lines.join(end));

const usual =
  'id: 01ABC\nsoort: praktijk\ntitel: "Ouders: samen"\nsamenvatting: Wat we deden, en waarom\ndatum: 2024-03-01\ntrefwoorden: [taal, "ouders en school"]\nthema:\n  - lezen\n  - schrijven\n';

const judged = [
  'vertrouwelijk: true',
  'plgstap: 3',
  'oordelen:',
  '  - item: A1',
  '    oordeel: ja',
  '    onderbouwing: "Zie: hier"',
  '    op: 2026-03-01',
  '    minuten: 20',
  '  - { item: A2, oordeel: deels, door: "ib’er" }',
  'fasehistorie:',
  '- fase: weeg',
  '  methoden:',
  '    - gesprek',
  '    - experts',
  '- fase: verspreid',
  '  methoden: [studiedag]',
  '  sinds: 2026-04-01',
].join('\n');

describe('a plain header', () => {
  test('is read without a parser', () => {
    expect(readPlainHeader(usual)?.get('trefwoorden')).toEqual({ value: ['taal', 'ouders en school'], line: 6 });
    expect(readPlainHeader('titel: "De \\"klas\\" op C:\\\\"')?.get('titel')?.value).toBe('De "klas" op C:\\');
  });

  test.each([
    'aantal: 03',
    'aantal: -3',
    'vlag: True',
    'a:\n  - b: c\n     d',
    'a:\n  - b: c\n    b: d',
    'a:\n  - b:\n',
    'a:\n  - { b: c, b: d }',
    'a:\n  - { b: c } # d',
    'a:\n  - __proto__: c',
    'leeg:',
    'a: [1, b]',
    'a: {b:c}',
    'a: &x b',
    'a: b # c',
    'a: b\n  c',
    'a: |\n  b',
    'a: b\na: c',
    'jaar: 2024.5',
  ])('is not what “%s” is', (yaml) => expect(readPlainHeader(yaml)).toBeUndefined());

  test('may hold numbers, yes and no, judgements and stages', () => {
    expect(readPlainHeader(judged)?.get('oordelen')?.value).toEqual([
      { item: 'A1', oordeel: 'ja', onderbouwing: 'Zie: hier', op: '2026-03-01', minuten: 20 },
      { item: 'A2', oordeel: 'deels', door: 'ib’er' },
    ]);
    expect(readPlainHeader(judged)?.get('fasehistorie')?.value).toEqual([
      { fase: 'weeg', methoden: ['gesprek', 'experts'] },
      { fase: 'verspreid', methoden: ['studiedag'], sinds: '2026-04-01' },
    ]);
    expect(readPlainHeader(judged)?.get('vertrouwelijk')).toEqual({ value: true, source: 'true', line: 1 });
  });

  test('says exactly what the parser says', () => {
    fc.assert(
      fc.property(fc.oneof(header, table), (yaml) => {
        const plain = readPlainHeader(yaml);
        if (plain) expect({ values: [...plain], faults: [] }).toEqual({ ...parseHeader(yaml), values: [...parseHeader(yaml).values] });
      }),
      { numRuns: 20_000, examples: [[usual], [judged]] },
    );
  });
});

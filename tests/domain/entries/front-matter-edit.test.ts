import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../domain/entries/entry.ts';
import { shapeOf } from '../../../domain/entries/file-text.ts';
import { appendRecord, HeaderRefusal, setKeys } from '../../../domain/entries/front-matter-edit.ts';
import { readHeader } from '../../../domain/entries/front-matter.ts';

const header = (text: string): Record<string, Json> => {
  const front = shapeOf(text).front;
  const read = readHeader(front ? text.slice(front.from, front.to) : '');
  expect(read.faults).toEqual([]);
  return Object.fromEntries([...read.values].map(([key, held]) => [key, held.value]));
};

/** Lines only in one of the two, both ways. */
function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const a = before.split('\n');
  const b = after.split('\n');
  const rest = [...b];
  const gone = a.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return { gone, come: rest };
}

const sample = `---
# van de afdeling
titel: "Oud"   # zo heet het
tags: [a,  b] # los
postcode: 0123
auteurs:
  - naam: B     # eerste
    rol: t
samenvatting: >-
  Eerste
  tweede.

# over de fase
fase: weeg
laatste: ~  # einde
---

# Kop
Tekst
`;

describe('setting one key', () => {
  const cases: [string, Json, string[], string[]][] = [
    ['titel', "Zo'n “idee”: één", ['titel: "Oud"   # zo heet het'], ['titel: "Zo\'n “idee”: één"   # zo heet het']],
    ['tags', ['a', 'b', 'mbo'], ['tags: [a,  b] # los'], ['tags: [a, b, mbo] # los']],
    ['postcode', '0124', ['postcode: 0123'], ['postcode: "0124"']],
    ['fase', 'verspreid', ['fase: weeg'], ['fase: verspreid']],
    ['datum', '2026-11-23', [], ["datum: '2026-11-23'"]],
    ['samenvatting', 'Nieuw', ['samenvatting: >-', '  Eerste', '  tweede.'], ['samenvatting: Nieuw']],
    ['laatste', 3, ['laatste: ~  # einde'], ['laatste: 3  # einde']],
    ['nieuw', { a: [1, 2] }, [], ['nieuw:', '  a:', '    - 1', '    - 2']],
    ['auteurs', [{ naam: 'B', rol: 'lid' }], ['  - naam: B     # eerste', '    rol: t'], ['  - naam: B', '    rol: lid']],
    ['tags', null, ['tags: [a,  b] # los'], []],
    ['samenvatting', null, ['samenvatting: >-', '  Eerste', '  tweede.'], []],
    ['laatste', null, ['laatste: ~  # einde'], []],
  ];
  test.each(cases)('F16: %s = %j changes only the lines of that key', (key, value, gone, come) => {
    const after = setKeys(sample, { [key]: value });
    expect(changedLines(sample, after)).toEqual({ gone, come });
    expect(header(after)[key]).toEqual(value === null ? undefined : value);
  });

  test.each(cases)('F1: %s = %j gives the same in a file with Windows line endings and a byte-order mark', (key, value) => {
    const windows = `\ufeff${sample.replace(/\n/g, '\r\n')}`;
    expect(setKeys(windows, { [key]: value })).toBe(`\ufeff${setKeys(sample, { [key]: value }).replace(/\n/g, '\r\n')}`);
  });

  test('puts a header above a text that has none and leaves the text as it is', () => {
    expect(setKeys('# Kop\r\ntekst', { titel: 'A' })).toBe('---\r\ntitel: A\r\n---\r\n# Kop\r\ntekst');
    expect(setKeys('', { titel: 'A' })).toBe('---\ntitel: A\n---\n');
  });

  test('fills an empty header and one with only comments', () => {
    expect(setKeys('---\n---\nx', { a: 'b' })).toBe('---\na: b\n---\nx');
    expect(setKeys('---\n# leeg\n---\nx', { a: 'b' })).toBe('---\n# leeg\na: b\n---\nx');
  });

  test('gives back the same text when a key that is not there is removed', () => {
    expect(setKeys(sample, { bestaatniet: null })).toBe(sample);
  });

  test.each([
    ['F5: an unclosed quote', '---\ntitel: "x\n---\nlijf'],
    ['F6: a duplicate key', '---\na: 1\na: 2\n---\n'],
    ['F5: a header that is never closed', '---\ntitel: x\n\nlijf'],
    ['F7: an alias', '---\na: &x 1\nb: *x\n---\n'],
  ])('%s is refused, and on which line', (_, text) => {
    expect(() => setKeys(text, { titel: 'y' })).toThrow(HeaderRefusal);
  });
});

describe('appending a record', () => {
  const judged = '---\noordelen:\n- item: A1 # eerst\n  oordeel: ja\n# los\nid: x\n---\n';
  test('adds lines after the last record in the indentation of the list', () => {
    expect(appendRecord(judged, 'oordelen', { item: 'A2', oordeel: 'nee', op: '2026-01-02' })).toBe(
      "---\noordelen:\n- item: A1 # eerst\n  oordeel: ja\n- item: A2\n  oordeel: nee\n  op: '2026-01-02'\n# los\nid: x\n---\n",
    );
  });
  test('makes the list when it is not there', () => {
    expect(appendRecord('---\nid: x\n---\n', 'oordelen', { item: 'A2' })).toBe('---\nid: x\noordelen:\n  - item: A2\n---\n');
  });
  test('refuses when the key holds something else', () => {
    expect(() => appendRecord('---\noordelen: veel\n---\n', 'oordelen', { item: 'A1' })).toThrow(HeaderRefusal);
  });
});

describe('any header', () => {
  const scalar = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('no', '0123', '2026-01-01', '12:30', '- x', '# y', 'a: b', '', ' '),
  );
  const value: fc.Arbitrary<Json> = fc.oneof(
    scalar,
    fc.array(scalar, { maxLength: 4 }),
    fc.array(fc.record({ item: scalar, op: scalar }), { maxLength: 3 }),
  );
  const key = fc.constantFrom('titel', 'fase', 'tags', 'oordelen', 'x', 'noot');

  test('F14, F16: keeps every other value, whatever is set in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), fc.boolean(), (edits, windows) => {
        let text = windows ? '---\r\n# a\r\n---\r\nlijf\r\n' : '---\n# a\n---\nlijf\n';
        const wanted: Record<string, Json> = {};
        for (const [k, v] of edits) {
          text = setKeys(text, { [k]: v });
          wanted[k] = v;
        }
        const normal = (json: Json): string => JSON.stringify(json).replace(/\\r\\n|\\r/g, '\\n');
        expect(normal(header(text))).toBe(normal(Object.fromEntries(Object.keys(header(text)).map((k) => [k, wanted[k] as Json]))));
        expect(text.endsWith(windows ? 'lijf\r\n' : 'lijf\n')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('changes, adds and removes keys in a header that is indented as a whole, and keeps it so', () => {
    const text = '---\r\n  # eigen\r\n  id: x\r\n  titel: y\r\n  trefwoorden:\r\n    - a\r\n---\r\nb\r\n';
    const after = (from: string, to: string): string => text.replace(from, to);
    expect(setKeys(text, { titel: 'z' })).toBe(after('titel: y', 'titel: z'));
    expect(setKeys(text, { fase: 'weeg' })).toBe(after('- a\r\n', '- a\r\n  fase: weeg\r\n'));
    expect(setKeys(text, { titel: null })).toBe(after('  titel: y\r\n', ''));
    expect(setKeys(text, { trefwoorden: ['p', 'q'] })).toBe(after('- a\r\n', '- p\r\n    - q\r\n'));
    expect(setKeys(text, { titel: 'een: 1\ntwee' })).toBe(after('titel: y', 'titel: |-\r\n    een: 1\r\n    twee'));
    const record = '  oordelen:\r\n    - criterium: A1\r\n      oordeel: ja\r\n';
    const judged = appendRecord(text, 'oordelen', { criterium: 'A1', oordeel: 'ja' });
    expect(judged).toBe(after('- a\r\n', `- a\r\n${record}`));
    expect(appendRecord(judged, 'oordelen', { criterium: 'A2' })).toBe(after('- a\r\n', `- a\r\n${record}    - criterium: A2\r\n`));
  });
});

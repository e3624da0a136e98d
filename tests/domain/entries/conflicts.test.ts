import { describe, expect, test } from 'vitest';
import { conflictNames } from '../../../domain/entries/conflict-copies.ts';
import { mergeFields } from '../../../domain/entries/field-merge.ts';

describe('the name of a conflict copy (E8)', () => {
  test.each([
    ['map/naam-PC123.md', 'map/naam.md', false],
    ['naam-PC-Jan (2).md', 'naam.md', false],
    ['naam (Conflicted copy PC 202611221015).md', 'naam.md', true],
    ['naam (conflicted copy 2026-11-22 101500).md', 'naam.md', true],
    ['naam.sync-conflict-20261122-101500-ABCDEFG.md', 'naam.md', true],
    ["naam (John's conflicted copy 2026-11-22).md", 'naam.md', true],
    ['naam (Conflicterende kopie van Jan 2026-11-22).md', 'naam.md', true],
    ['naam-host-safeBackup-0001.md', 'naam.md', true],
    ['naam (1).md', 'naam.md', false],
    ['naam - kopie.md', 'naam.md', false],
    ['Kopie van naam.md', 'naam.md', false],
    ['naam - Copy (2).md', 'naam.md', false],
  ])('%s may be a copy of %s', (path, original, sure) => {
    expect(conflictNames(path)).toContainEqual({ original, sure });
  });

  test.each(['naam.md', 'ouderkamer.md', 'plan 2026.md', 'kopieerpapier.md'])('%s is nobody’s copy', (path) => {
    expect(conflictNames(path)).toEqual([]);
  });

  test('never takes long, whatever the name', () => {
    const names = ['-a'.repeat(5000), '('.repeat(5000), ' (kopie)'.repeat(1000), 'x conflicted copy'.repeat(500)];
    for (const name of names) expect(conflictNames(`${name}.md`).every((one) => !one.sure || one.original !== '')).toBe(true);
  });
});

describe('comparing fields', () => {
  test('takes over what one side changed and leaves out what is the same', () => {
    expect(mergeFields({ a: 1, b: 2, c: 3 }, { a: 1, b: 5, c: 3 }, { a: 9, b: 2, c: 3 })).toEqual([
      { key: 'a', kind: 'theirs', base: 1, value: 9 },
      { key: 'b', kind: 'mine', base: 2, value: 5 },
    ]);
  });

  test('calls a field that both changed differently a clash, also when one removed it', () => {
    expect(mergeFields({ a: 1 }, { a: 2 }, {})).toEqual([{ key: 'a', kind: 'clash', base: 1, mine: 2, theirs: undefined }]);
  });

  test('puts lists together that both only added to', () => {
    expect(mergeFields({ t: ['a'] }, { t: ['a', 'b'] }, { t: ['a', 'c'] })).toEqual([
      { key: 't', kind: 'both', base: ['a'], value: ['a', 'c', 'b'] },
    ]);
    expect(mergeFields({ t: ['a'] }, { t: ['b'] }, { t: ['a', 'c'] })[0]?.kind).toBe('clash');
  });
});

import { expect, test } from 'vitest';
import { SaidAsIs } from '../../../main/library/said.ts';
import { foldAll, UnreadEntry } from '../../../main/library/unread-entry.ts';

test('tens of thousands of write-ups are all read, also when the first are folded up again meanwhile', () => {
  const titleOf = (one: UnreadEntry): string => one.read.summary.title;
  const all = Array.from({ length: 30_000 }, (_, n) => {
    const said = new SaidAsIs(Buffer.from(JSON.stringify({ summary: { title: `stuk ${n}` } })));
    return new UnreadEntry(`${n}`, { size: 1, changed: 1, revision: 'r' }, said);
  });
  const read = all.map((one) => one.read);
  expect(all.map(titleOf)).toEqual(all.map((_, n) => `stuk ${n}`));
  // What somebody holds stays as it was; of what nobody holds only some stay.
  expect(read[0]?.summary.title).toBe('stuk 0');
  const staying = (): number => all.filter((one, n) => one.glance() === read[n]).length;
  expect(staying()).toBeLessThan(12_001);
  foldAll();
  expect(staying()).toBe(0);
  expect(all.map(titleOf)).toEqual(all.map((_, n) => `stuk ${n}`));
});

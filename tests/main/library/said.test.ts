import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachSaid, inGroups, SaidAsIs, saidTogether, type Said, type SaidGroup } from '../../../main/library/said.ts';

const asIs = (text: string): Said => new SaidAsIs(Buffer.from(text));
const grouped = (said: readonly Said[]): { groups: SaidGroup[]; said: Said[] } => {
  const groups = [...inGroups(said)];
  return { groups, said: groups.flatMap((group) => group.each()) };
};
const texts = (said: readonly Said[]): string[] => said.map((one) => one.json().toString('utf8'));

describe('what files say, deflated together', () => {
  test('comes back as it was after any changes in between', () => {
    const change = fc.record({ at: fc.nat(60), remove: fc.nat(3), add: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 60 }), fc.array(change, { maxLength: 8 }), (first, changes) => {
        let model = first;
        let { said } = grouped(first.map(asIs));
        for (const { at, remove, add } of changes) {
          model = model.toSpliced(at, remove, ...add);
          ({ said } = grouped(said.toSpliced(at, remove, ...add.map(asIs))));
          expect(texts(said)).toEqual(model);
        }
        // In no order, so that every group is opened again.
        expect(texts(said.toReversed())).toEqual(model.toReversed());
      }),
    );
  });

  test('comes back one by one from another thread, as it is or deflated', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 }), fc.boolean(), (all, deflated) => {
        const said = eachSaid(
          structuredClone(
            saidTogether(
              all.map((one) => Buffer.from(one)),
              deflated,
            ),
          ),
        );
        expect(texts(said)).toEqual(all);
        // And from there it goes on into the next group that is kept.
        expect(texts(grouped(said).said)).toEqual(all);
      }),
    );
  });

  test('is not deflated again where nothing changed', () => {
    const first = grouped(Array.from({ length: 80 }, (_, n) => asIs(`stuk ${n}`)));
    const after = grouped(first.said.with(35, asIs('veranderd')));
    expect(after.groups.filter((group) => !first.groups.includes(group))).toHaveLength(1);
    expect(texts(after.said)[35]).toBe('veranderd');
  });

  test('does not fall apart in ever smaller groups', () => {
    let { said } = grouped(Array.from({ length: 80 }, (_, n) => asIs(`stuk ${n}`)));
    let groups: SaidGroup[] = [];
    for (let n = 0; n < 300; n++) ({ groups, said } = grouped(said.toSpliced((n * 37) % said.length, n % 2, asIs(`nieuw ${n}`))));
    expect(groups.length).toBeLessThan(said.length / 3);
  });
});

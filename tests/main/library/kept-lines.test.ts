import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, entriesOf, type Line } from '../../../main/library/kept-lines.ts';
import { inGroups, SaidAsIs } from '../../../main/library/said.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const line: fc.Arbitrary<Line> = fc.record({
  id: fc.string({ minLength: 1 }),
  ownId: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  size: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  changed: fc.double({ min: 0, max: 1e14, noNaN: true }),
  touched: fc.option(fc.double({ min: 0, max: 1e14, noNaN: true }), { nil: undefined }),
  // A file that is too large or was not read has no hash.
  revision: fc.oneof(
    { weight: 4, arbitrary: hash },
    fc.constant(''),
    hash.map((bytes) => `12345678-${bytes}`),
  ),
  locked: fc.option(fc.string(), { nil: undefined }),
});

test('what is kept of write-ups comes back as it was, wherever its bytes lie', () => {
  const own = line.chain((one) => fc.constantFrom(one, { ...one, ownId: one.id }));
  fc.assert(
    fc.property(fc.array(fc.tuple(own, fc.string(), fc.string({ minLength: 1 })), { maxLength: 40 }), fc.nat({ max: 7 }), (written, shift) => {
      const held = written.map(([one, , path]) => ({ path, one }));
      const groups = [...inGroups(written.map(([, said]) => new SaidAsIs(Buffer.from(JSON.stringify(said)))))];
      const { columns, numbers } = columnsOf(held, groups);
      const moved = Buffer.concat([Buffer.alloc(shift), numbers]).subarray(shift);
      const back = entriesOf(JSON.parse(JSON.stringify(columns)) as typeof columns, moved, Buffer.concat(groups.map(({ bytes }) => bytes)));
      expect(back.map(({ path, entry }) => ({ path, one: lineOf(entry) }))).toEqual(held);
      expect(back.map(({ entry }) => JSON.parse(entry.said.json().toString('utf8')))).toEqual(written.map(([, said]) => said));
    }),
  );
});

const lineOf = ({ id, ownId, size, changed, touched, revision, locked }: Line): Line => ({
  id,
  ownId,
  size,
  changed,
  touched,
  revision,
  locked,
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BlockStore } from '../../../domain/search/byte-store.ts';
import { Postings } from '../../../domain/search/postings.ts';

/** Pieces of bytes, most of them small, some larger than a block is at first. */
const pieces = fc.array(
  fc.record({ size: fc.oneof({ weight: 5, arbitrary: fc.nat(50) }, { weight: 1, arbitrary: fc.nat(20_000) }), value: fc.nat(255) }),
  { maxLength: 40 },
);

describe('bytes in blocks', () => {
  test('come back piece by piece and all together, also behind what was taken over', () => {
    fc.assert(
      fc.property(pieces, fc.uint8Array({ maxLength: 30 }), (added, taken) => {
        const store = new BlockStore();
        store.take(taken);
        const places = added.map(({ size, value }) => {
          const from = store.length;
          store.append(new Uint8Array(size).fill(value));
          return from;
        });
        expect(Buffer.concat(store.stretches())).toEqual(
          Buffer.concat([Buffer.from(taken), ...added.map(({ size, value }) => Buffer.alloc(size, value))]),
        );
        // Out of order, as documents are looked at.
        for (const [n, { size, value }] of [...added.entries()].reverse()) {
          const from = places[n] ?? 0;
          expect(Buffer.from(store.piece(from, from + size))).toEqual(Buffer.alloc(size, value));
          if (size > 0) expect(store.holding(from)[store.within(from)]).toBe(value);
        }
      }),
    );
  });
});

type Model = Map<number, { slot: number; weight: number }[]>;

/** What is told of a term. */
function told(postings: Postings, term: number): { slot: number; weight: number }[] {
  const count = postings.read(term);
  return Array.from({ length: count }, (_, i) => ({ slot: postings.slots[i] ?? -1, weight: postings.weights[i] ?? -1 }));
}

/** Adds documents with pseudo-random words and weights; a few words are in nearly all. Over three million bytes at 1500 documents. */
function fill(postings: Postings, model: Model, from: number, to: number): void {
  for (let slot = from; slot < to; slot++)
    for (let i = 0; i < 900; i++) {
      const term = i < 20 ? i : i * 7 + ((slot * 31 + i * 17) % 7);
      const weight = 1 + ((slot * 13 + i * 5) % (i % 11 === 0 ? 400 : 2));
      postings.add(term, slot, weight);
      const list = model.get(term) ?? [];
      list.push({ slot, weight });
      model.set(term, list);
    }
}

describe('the documents of a word', () => {
  test('are all there in many blocks, also after they were packed and more came', () => {
    const postings = new Postings();
    const model: Model = new Map();
    const compare = (): void => {
      for (const [term, expected] of model) if (JSON.stringify(told(postings, term)) !== JSON.stringify(expected)) expect.fail(`word ${term}`);
    };
    fill(postings, model, 0, 900);
    compare();
    const packing = postings.pack(Math.max(...model.keys()) + 1);
    while (!packing.next().done);
    compare();
    fill(postings, model, 900, 1500);
    compare();
    expect(postings.counts.at(3)).toBe(1500);
    const scores = new Float32Array(1500);
    postings.raise(3, 1, 5, scores);
    expect([...scores]).toEqual((model.get(3) ?? []).map(({ weight }) => Math.min(weight, 5)));
  });
});

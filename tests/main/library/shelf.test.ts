import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEntry } from '../../../domain/entries/read-entry.ts';
import { Shelf, type Shelved } from '../../../main/library/shelf.ts';
import { readShippedVocabulary } from '../../../main/library/vocabulary-files.ts';
import { resources } from '../../helpers/open-services.ts';

const shippedVocabulary = await readShippedVocabulary(resources);

const paths = ['a.md', 'map/a.md', 'b.md', 'b-PC123.md', 'b (1).md', 'c.md'];
const step = fc.record({ path: fc.constantFrom(...paths), own: fc.constantFrom(undefined, 'a', 'b', 'c'), gone: fc.boolean() });

function shelved(path: string, own: string | undefined): Shelved {
  const text = own === undefined ? 'tekst\n' : `---\nid: ${own}\n---\ntekst\n`;
  const read = readEntry({ path, text, changed: 0, problems: [] }, shippedVocabulary);
  return { read, ownId: own, id: '', revision: '', size: 0, changed: 0 };
}

function take(shelf: Shelf, { path, own, gone }: { path: string; own: string | undefined; gone: boolean }): void {
  if (gone) shelf.remove(path);
  else shelf.put(path, shelved(path, own));
}

/** Everything somebody can ask of a shelf. */
const told = (shelf: Shelf): unknown =>
  shelf
    .paths()
    .toSorted()
    .map((path) => {
      const held = shelf.at(path)!;
      return [path, held.id, shelf.find(held.id) === held, shelf.problems(held).map(({ message }) => message), shelf.copiesOf(held)];
    });

test('a shelf that is filled with what stood on one answers as that one, also after later changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), fc.array(step, { maxLength: 10 }), (before, after) => {
      const [one, other] = [new Shelf(), new Shelf()];
      for (const each of before) take(one, each);
      const copies = one.paths().map((path) => ({ path, entry: { ...one.at(path)! } }));
      expect(other.restore(copies)).toBe(true);
      expect(told(other)).toEqual(told(one));
      for (const each of after) {
        take(one, each);
        take(other, each);
        expect(told(other)).toEqual(told(one));
      }
    }),
    { numRuns: 300 },
  );
});

test('a shelf takes nothing at once when an id stands there twice, or when something stands on it', () => {
  const shelf = new Shelf();
  const [a, b] = ['a.md', 'b.md'].map((path) => ({ path, entry: { ...shelved(path, undefined), id: 'zelfde' } }));
  expect(shelf.restore([a!, b!])).toBe(false);
  expect(shelf.size).toBe(0);
  expect(shelf.restore([a!])).toBe(true);
  expect(shelf.restore([{ ...b!, entry: { ...b!.entry, id: 'ander' } }])).toBe(false);
  expect(shelf.paths()).toEqual(['a.md']);
});

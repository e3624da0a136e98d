import { expect, test } from 'vitest';
import { openServices } from '../../helpers/open-services.ts';

const files = {
  'g.md': '---\nid: g1\nsoort: groep\ntitel: Ronde tafel\n---\ntekst\n',
  'o.md': '---\nid: o1\nsoort: opbrengst\ntitel: Wat bleef\ngroep: g1\nplgstap: 6\neigenaar: kenniscoördinator\n---\ntekst\n',
};

test('values to choose from are those in use: links under the title of what they mean, write-ups by title', async () => {
  const { call } = await openServices(files);
  expect(await call('search.values', { name: 'groep', typed: '' })).toEqual([{ value: 'g1', label: 'Ronde tafel', count: 1 }]);
  expect(await call('search.values', { name: 'groep', typed: 'tafel' })).toHaveLength(1);
  expect(await call('search.values', { name: 'groep', typed: 'niets' })).toEqual([]);
  expect(await call('search.values', { name: 'id', typed: 'wat bl' })).toEqual([{ value: 'o1', label: 'Wat bleef', count: 1 }]);
  expect((await call('search.values', { name: 'eigenaar', typed: 'coord' })).map((one) => one.value)).toEqual(['kenniscoördinator']);
  expect(await call('search.values', { name: 'constructor', typed: '' })).toEqual([]);
});

test('a value of a fixed list is searched by its label as well as by its key', async () => {
  const { call } = await openServices(files);
  for (const query of ['plgstap:"pas aan"', 'plgstap:6', 'soort:Opbrengst']) expect((await call('search.query', { query })).total, query).toBe(1);
});

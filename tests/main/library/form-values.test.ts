import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failureOf } from '../../helpers/failure-of.ts';
import { openServices } from '../../helpers/open-services.ts';

const file = (head: string): string => `---\nid: p\nsoort: praktijk\ntitel: P\n${head}---\n\nTekst.\n`;

it('gives the values in use per field, most used first', async () => {
  const { call } = await openServices({
    'a.md': '---\nid: a\norganisatie: De Eik\ntrefwoorden: [x, y]\n---\n',
    'b.md': '---\nid: b\norganisatie: De Linde\ntags: [y]\n---\n',
    'c.md': '---\nid: c\norganisatie: De Linde\n---\n',
  });
  expect(await call('vocabulary.values', { keys: ['organisatie', 'trefwoorden', 'regio'] })).toEqual({
    organisatie: [
      { value: 'De Linde', count: 2 },
      { value: 'De Eik', count: 1 },
    ],
    trefwoorden: [
      { value: 'y', count: 2 },
      { value: 'x', count: 1 },
    ],
    regio: [],
  });
});

it('writes a value that does not fit its field only when a form asks, and makes it a problem', async () => {
  const { call, dir } = await openServices({ 'p.md': file('') });
  const fields = { datum: 'ergens in mei', status: 'onzin' };
  expect((await failureOf(call('entries.setFields', { id: 'p', fields }))).code).toBe('entry.bad-field');
  await call('entries.setFields', { id: 'p', fields, asTyped: true });
  expect(await readFile(join(dir, 'p.md'), 'utf8')).toBe(file('datum: ergens in mei\nstatus: onzin\n'));
  expect((await call('entries.read', { id: 'p' })).problemList.map(({ field }) => field)).toEqual(['datum', 'status']);
});

it('never lets a form change the id, a judgement or the history of the stage', async () => {
  const { call } = await openServices({ 'p.md': file('') });
  for (const key of ['id', 'oordelen', 'fasehistorie'])
    expect((await failureOf(call('entries.setFields', { id: 'p', fields: { [key]: 'x' }, asTyped: true }))).code).toBe('entry.bad-field');
});

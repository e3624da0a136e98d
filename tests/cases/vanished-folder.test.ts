import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canMount, put, smallDisk } from '../helpers/disks.ts';
import { expectPlain, failureOf } from '../helpers/failure-of.ts';
import { openServices } from '../helpers/open-services.ts';
import { temporaryFolder } from '../helpers/temporary.ts';

const pieces = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`map/${n}.md`, `---\nid: n${n}\ntitel: Stuk ${n}\n---\ntekst ${n}\n`]));

test.skipIf(!canMount)(
  'D9: a disk that is pulled out is said to be away, nothing is forgotten, no save is acknowledged, and it goes on when it is back (needs a small disk of its own)',
  async () => {
    const dir = await temporaryFolder();
    const takeOut = smallDisk(dir, '1m');
    await put(dir, pieces);
    const { services, call } = await openServices({}, { dir: join(dir, 'map') });
    const { revision } = await call('entries.read', { id: 'n3' });
    takeOut();
    const state = await call('library.rescan', {});
    expect(state).toMatchObject({ state: 'unavailable', reason: 'het bestand of de map is er niet' });
    expect(await call('entries.titles', {})).toHaveLength(20);
    expect((await call('search.query', { query: 'tekst' })).total).toBe(20);
    const failure = await failureOf(call('entries.saveBody', { id: 'n3', basedOn: revision, body: 'mijn tekst\n' }));
    expectPlain(failure, 'Stuk 3');
    expect(await readdir(dir)).toEqual([]);
    smallDisk(dir, '1m');
    await put(dir, pieces);
    expect(await call('library.rescan', {})).toMatchObject({ state: 'ready', entries: 20 });
    await call('entries.saveBody', { id: 'n3', basedOn: revision, body: 'mijn tekst\n' });
    expect(await readFile(join(dir, 'map', '3.md'), 'utf8')).toContain('mijn tekst');
    expect(services.session.library().shelf.size).toBe(20);
  },
);

test('D10: a kennismap that looks empty all at once keeps every piece in the list at that look, and takes nothing back when it was true', async () => {
  const parent = await temporaryFolder(pieces);
  const { services, call } = await openServices({}, { dir: join(parent, 'map') });
  await rename(join(parent, 'map'), join(parent, 'elders'));
  await mkdir(join(parent, 'map'));
  await services.session.library().rescan();
  expect(await call('entries.titles', {})).toHaveLength(20);
  expect((await call('search.query', { query: 'tekst' })).total).toBe(20);
  await rename(join(parent, 'map'), join(parent, 'leeg'));
  await rename(join(parent, 'elders'), join(parent, 'map'));
  expect(await call('library.rescan', {})).toMatchObject({ state: 'ready', entries: 20 });
  expect(await readdir(join(parent, 'leeg'))).toEqual([]);
});

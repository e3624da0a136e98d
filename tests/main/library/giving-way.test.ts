import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { GivingWay } from '../../../main/library/giving-way.ts';
import { openServices } from '../../helpers/open-services.ts';

/** Whether work that asks for its turn now has had it after so many milliseconds. */
async function goesOn(way: GivingWay, within: number, closed = new AbortController().signal): Promise<boolean> {
  let gone = false;
  const turn = way.turn(closed).then(() => (gone = true));
  await Promise.race([turn, pause(within)]);
  return gone;
}

test('great work goes on at once when nobody searches, and waits as long as somebody does', async () => {
  const way = new GivingWay({ soon: 200 });
  expect(await goesOn(way, 100)).toBe(true);
  way.searched();
  const waits = goesOn(way, 5000);
  const began = performance.now();
  await pause(100);
  way.searched();
  expect(await waits).toBe(true);
  expect(performance.now() - began).toBeGreaterThan(250);
});

test('great work that waited all too long goes on while somebody searches', async () => {
  const way = new GivingWay({ soon: 200, most: 300 });
  const searching = setInterval(() => way.searched(), 20);
  onTestFinished(() => clearInterval(searching));
  way.searched();
  expect(await goesOn(way, 250)).toBe(false);
  expect(await goesOn(way, 5000)).toBe(true);
});

test('great work is told at once when all is closed', async () => {
  const way = new GivingWay();
  way.searched();
  const closed = new AbortController();
  const told = goesOn(way, 1000, closed.signal);
  closed.abort();
  expect(await told).toBe(true);
});

test('first versions are kept once nobody searches any more', async () => {
  const { call } = await openServices({ 'stuk.md': '---\nid: stuk\nsoort: praktijk\ntitel: Ouders op de gang\n---\n\nTekst.\n' }, { watch: true });
  const versions = async (): Promise<number> => (await call('history.versions', { id: 'stuk' })).length;
  const began = performance.now();
  while (performance.now() - began < 2000) {
    await call('search.query', { query: 'ouders' });
    await pause(50);
  }
  expect(await versions()).toBe(0);
  await expect.poll(versions, { timeout: 10_000 }).toBe(1);
});

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { events, type EventName } from '../../../../domain/api/contract.ts';
import { findPlaces } from '../../../../main/shells/places.ts';
import { startLibraryWorker, type LibraryWorker } from '../../../../main/shells/worker/library-worker.ts';
import { temporaryFolder } from '../../../helpers/temporary.ts';
import { bundleForThread } from '../../../helpers/thread-bundle.ts';

let bundle: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  bundle = await bundleForThread(resolve(import.meta.dirname, 'fragile-worker.ts'));
}, 60_000);
afterAll(() => bundle.remove());

interface Started {
  library: LibraryWorker;
  log(): Promise<string>;
  /** Resolves when this event is said. */
  heard(name: EventName): Promise<unknown>;
}

async function started(): Promise<Started> {
  const profile = await temporaryFolder({ 'geopend.txt': '' });
  const waiting = new Map<EventName, (payload: unknown) => void>();
  const library = startLibraryWorker({ ...findPlaces(profile), profile, worker: bundle.file }, (name, payload) => waiting.get(name)?.(payload));
  onTestFinished(() => library.close());
  return {
    library,
    log: () => readFile(join(profile, 'geopend.txt'), 'utf8'),
    heard: (name) => new Promise((done) => waiting.set(name, done)),
  };
}

describe('the thread that owns the library', () => {
  test('answers calls, and its last state is known', async () => {
    const { library } = await started();
    expect(library.state()).toEqual({ state: 'none' });
    await library.call('library.open', { dir: '/kennis' });
    expect(library.state()).toMatchObject({ state: 'ready', dir: '/kennis' });
  });

  test('passes on everything it says', async () => {
    const { library, heard } = await started();
    const all = Promise.all((Object.keys(events) as EventName[]).map((name) => heard(name)));
    await library.call('library.confirmMissing', {});
    await all;
  });

  test('is started again when it dies: who waits hears it, the same kennismap opens, the user is told', async () => {
    const { library, log, heard } = await started();
    await library.call('library.open', { dir: '/kennis' });
    const [told, stale] = [heard('notice'), heard('entries.changed')];
    await expect(library.call('library.rescan', {})).rejects.toMatchObject({ code: 'link.closed' });
    expect(await told).toMatchObject({ text: expect.stringContaining('opnieuw gestart') as string });
    expect(await stale).toEqual({ ids: [], reason: 'scan' });
    expect(await log()).toBe('/kennis\n/kennis\n');
    expect(await library.call('library.state', {})).toMatchObject({ state: 'ready' });
  });

  test('is not started again and again', async () => {
    const { library, heard } = await started();
    const told = heard('notice');
    await expect(library.call('library.rescan', {})).rejects.toMatchObject({ code: 'link.closed' });
    await told;
    await expect(library.call('library.rescan', {})).rejects.toMatchObject({ code: 'link.closed' });
    await expect(library.call('library.state', {})).rejects.toMatchObject({ code: 'link.closed' });
  });

  test('answers nothing after it was closed, and closing is no dying', async () => {
    const { library, log } = await started();
    await library.call('library.state', {});
    const closed = library.close();
    await expect(library.call('library.open', { dir: '/kennis' })).rejects.toMatchObject({ code: 'link.closed' });
    await closed;
    expect(await log()).toBe('');
  });

  test('is asked nothing that only a shell can do', async () => {
    const { library } = await started();
    await library.call('library.state', {});
    expect(Object.keys(library.handlers)).toContain('search.query');
    expect(Object.keys(library.handlers).filter((name) => name.startsWith('shell.'))).toEqual([]);
  });
});

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { scanFolder } from '../../../main/library/folder-scan.ts';
import { watchFolder } from '../../../main/library/watch.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

/** Sooner than the regular look, so that only a watcher can have told. */
const soon = { timeout: 15_000, interval: 20 };

/** A folder that is watched, and the number of hints so far. */
async function watched(): Promise<{ dir: string; hints: () => number; told: (act: () => Promise<unknown>) => Promise<void> }> {
  const dir = await temporaryFolder({ 'praktijken/a.md': 'een', 'praktijken/diep/b.md': 'twee', '.oogst/soorten.md': 'drie' });
  let count = 0;
  const look = async (): Promise<void> => watch.follow((await scanFolder(dir)).folders);
  const watch = watchFolder(dir, () => {
    count++;
    void look();
  });
  onTestFinished(() => watch.close());
  await look();
  // It tells once when it has found its way.
  await vi.waitFor(() => expect(count).toBe(1), soon);
  const told = async (act: () => Promise<unknown>): Promise<void> => {
    const before = count;
    await act();
    await vi.waitFor(() => expect(count).toBeGreaterThan(before), soon);
    await pause(400);
  };
  return { dir, hints: () => count, told };
}

describe('a folder that is watched', () => {
  test('tells of files that change, come, are renamed and go, however deep', async () => {
    const { dir, told } = await watched();
    await told(() => writeFile(join(dir, 'praktijken/a.md'), 'anders'));
    await told(() => writeFile(join(dir, 'praktijken/diep/b.md'), 'anders'));
    await told(() => writeFile(join(dir, 'nieuw.md'), 'nieuw'));
    await told(() => rename(join(dir, 'nieuw.md'), join(dir, 'praktijken/nieuw.md')));
    await told(() => rm(join(dir, 'praktijken/diep/b.md')));
  });

  test('tells of a file that another program replaces', async () => {
    const { dir, told } = await watched();
    await writeFile(join(dir, 'praktijken/~tijdelijk'), 'vervangen');
    await told(() => rename(join(dir, 'praktijken/~tijdelijk'), join(dir, 'praktijken/a.md')));
  });

  test('tells of folders that come and go, and of files in a folder that came', async () => {
    const { dir, told } = await watched();
    await told(() => mkdir(join(dir, 'later/dieper'), { recursive: true }));
    await told(() => writeFile(join(dir, 'later/dieper/c.md'), 'vier'));
    await told(() => rm(join(dir, 'later'), { recursive: true }));
  });

  test('goes on telling of a folder in the place of another, and of the whole kennismap when it was away', async () => {
    const { dir, told } = await watched();
    await told(async () => {
      await rename(join(dir, 'praktijken'), join(dir, 'weg'));
      await mkdir(join(dir, 'praktijken'));
    });
    await told(() => writeFile(join(dir, 'praktijken/d.md'), 'vijf'));
    await told(() => writeFile(join(dir, 'weg/a.md'), 'anders'));
    await told(async () => {
      await rename(dir, `${dir} elders`);
      await mkdir(dir);
    });
    await told(() => writeFile(join(dir, 'e.md'), 'zes'));
    await rm(`${dir} elders`, { recursive: true });
  });

  test('says nothing of what is no write-up, nor of what Oogst keeps for itself', async () => {
    const { dir, hints } = await watched();
    const before = hints();
    await writeFile(join(dir, 'praktijken/foto.jpg'), 'plaatje');
    await writeFile(join(dir, '.oogst/soorten.md'), 'anders');
    await pause(1500);
    expect(hints()).toBe(before);
  });

  test('is looked at anyway, once that may be', async () => {
    const dir = await temporaryFolder({ 'a.md': 'een' });
    let asked = 0;
    let looks = 0;
    let mayBe: () => void = () => undefined;
    const turn = async (): Promise<void> => {
      asked++;
      await new Promise<void>((resolve) => (mayBe = resolve));
    };
    const watch = watchFolder(dir, () => looks++, { always: 50, turn });
    onTestFinished(() => watch.close());
    await vi.waitFor(() => expect(asked).toBe(1), soon);
    await pause(200);
    expect(looks).toBe(0);
    mayBe();
    await vi.waitFor(() => expect(asked).toBe(2), soon);
    expect(looks).toBe(1);
    watch.close();
    mayBe();
    await pause(200);
    expect({ asked, looks }).toEqual({ asked: 2, looks: 1 });
  });
});

import { createHash } from 'node:crypto';
import type * as disk from 'node:fs';
import { renameSync, writeFileSync } from 'node:fs';
import type * as fs from 'node:fs/promises';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isTemporary } from '../../../main/library/atomic-write.ts';
import { replaceUnchanged } from '../../../main/library/replacing.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

/** What the disk and another program do meanwhile: called after a file was read. */
const meanwhile = vi.hoisted(() => ({ read: undefined as ((file: string) => void) | undefined, readAtOnce: undefined as (() => void) | undefined }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  const reading = async (file: string, ...rest: []): Promise<unknown> => {
    const bytes = await real.readFile(file, ...rest);
    meanwhile.read?.(file);
    return bytes;
  };
  return { ...real, readFile: reading };
});

vi.mock('node:fs', async (original) => {
  const real = await original<typeof disk>();
  const reading = (file: string, ...rest: []): unknown => {
    const bytes = real.readFileSync(file, ...rest);
    meanwhile.readAtOnce?.();
    return bytes;
  };
  return { ...real, readFileSync: reading };
});

beforeEach(() => {
  meanwhile.read = undefined;
  meanwhile.readAtOnce = undefined;
});

/** As a sync client writes: under another name first. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.nieuw`, text);
  renameSync(`${file}.nieuw`, file);
}

const revision = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Everything that stands in a folder, temporary files too. */
const texts = async (dir: string): Promise<string[]> => {
  meanwhile.read = undefined;
  return Promise.all((await readdir(dir)).sort().map((name) => readFile(join(dir, name), 'utf8')));
};

describe('replacing what did not change', () => {
  test('leaves nothing beside the file', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    expect(await replaceUnchanged(join(dir, 'a.md'), revision('oud'), 'nieuw', () => Promise.resolve())).toBe(true);
    expect(await texts(dir)).toEqual(['nieuw']);
  });

  test('puts back what another program wrote after the last look, and hands it over to be kept', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    const kept: string[] = [];
    meanwhile.read = (file) => {
      if (!isTemporary(file)) writeFileSync(file, 'van een ander');
    };
    const keep = async (bytes: Uint8Array): Promise<void> => void kept.push(Buffer.from(bytes).toString());
    expect(await replaceUnchanged(join(dir, 'a.md'), revision('oud'), 'nieuw', keep)).toBe(false);
    expect([kept, await texts(dir)]).toEqual([['van een ander'], ['van een ander']]);
  });

  test('keeps and puts back what comes in the moment of putting back as well, however often', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    const file = join(dir, 'a.md');
    const kept: string[] = [];
    const keep = async (bytes: Uint8Array): Promise<void> => void kept.push(Buffer.from(bytes).toString());
    meanwhile.read = (read) => {
      if (!isTemporary(read)) replace(file, 'het eerste van een ander');
    };
    const more = ['het tweede', 'het derde'];
    meanwhile.readAtOnce = () => {
      const next = more.shift();
      if (next !== undefined) replace(file, `${next} van een ander`);
    };
    expect(await replaceUnchanged(file, revision('oud'), 'nieuw', keep)).toBe(false);
    expect(kept).toEqual(['het eerste', 'het tweede', 'het derde'].map((which) => `${which} van een ander`));
    expect(await texts(dir)).toEqual(['het derde van een ander']);
  });

  test('keeps the only copy of what another program wrote when it cannot be read back', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    meanwhile.read = (file) => {
      if (isTemporary(file)) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      writeFileSync(file, 'van een ander');
    };
    await replaceUnchanged(join(dir, 'a.md'), revision('oud'), 'nieuw', () => Promise.resolve());
    expect((await texts(dir)).sort()).toEqual(['nieuw', 'van een ander']);
  });

  test('keeps it too when somebody wrote on top of ours and no version could be kept', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    meanwhile.read = (file) => writeFileSync(isTemporary(file) ? join(dir, 'a.md') : file, isTemporary(file) ? 'nog een ander' : 'van een ander');
    const full = (): Promise<void> => Promise.reject(new Error('vol'));
    expect(await replaceUnchanged(join(dir, 'a.md'), revision('oud'), 'nieuw', full)).toBe(false);
    expect((await texts(dir)).sort()).toEqual(['nog een ander', 'van een ander']);
    expect((await readdir(dir)).filter((name) => name !== 'a.md').every((name) => isTemporary(basename(name)))).toBe(true);
  });
});

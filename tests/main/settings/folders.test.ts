import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createFoldersService } from '../../../main/settings/folders-service.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const service = createFoldersService();
const context = { signal: new AbortController().signal, report: () => undefined };

describe('looking for a folder', () => {
  test('lists folders the Dutch way and leaves out what is hidden', async () => {
    const dir = await temporaryFolder({
      'école/x': '',
      'Zee/x': '',
      'map 10/x': '',
      'map 2/x': '',
      'één/x': '',
      '.git/x': '',
      '$RECYCLE.BIN/x': '',
      'a.md': '',
      'b.MD': '',
      'c.txt': '',
    });
    const list = await service['folders.list']({ dir }, context);
    expect(list.folders.map(({ name }) => name)).toEqual(['école', 'één', 'map 2', 'map 10', 'Zee']);
    expect(list.folders[0]?.path).toBe(join(dir, 'école'));
    expect(list.texts).toBe(2);
    expect(list.parent).toBe(join(dir, '..'));
  });

  test('begins in the home folder, and the top has nothing above it', async () => {
    const list = await service['folders.list']({}, context);
    expect(list.dir).toBe(homedir());
    expect(list.places.map(({ path }) => path)).toContain(homedir());
    expect((await service['folders.list']({ dir: '/' }, context)).parent).toBeUndefined();
  });

  test.each([
    ['that is not there', 'weg', 'library.missing'],
    ['that is a file', 'a.md', 'library.not-a-folder'],
  ])('says so of a folder %s', async (_what, name, code) => {
    const dir = await temporaryFolder({ 'a.md': '' });
    await expect(service['folders.list']({ dir: join(dir, name) }, context)).rejects.toMatchObject({ code });
  });

  test('makes a folder, once', async () => {
    const dir = await temporaryFolder();
    expect(await service['folders.make']({ dir, name: ' Kennis van ons ' }, context)).toEqual({ path: join(dir, 'Kennis van ons') });
    await expect(service['folders.make']({ dir, name: 'Kennis van ons' }, context)).rejects.toMatchObject({ code: 'entry.name-taken' });
  });

  test.each(['..', '.', 'a/b', 'a\\b', 'a:b', 'a*', 'naam.', ' ', '\0'])('makes no folder “%s”', async (name) => {
    await expect(service['folders.make']({ dir: await temporaryFolder(), name }, context)).rejects.toMatchObject({ code: 'entry.bad-field' });
  });
});

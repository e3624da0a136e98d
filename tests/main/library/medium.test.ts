import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeFileSafely } from '../../../main/library/atomic-write.ts';
import { isDoubtful, isDoubtfulKind, readBack } from '../../../main/library/medium.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

const works = (command: string, ...words: string[]): boolean => {
  try {
    execFileSync(command, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('a disk that is not trusted', () => {
  test.each([
    ['a network share', 0xff534d42, true],
    ['the same with a sign', 0xff534d42 | 0, true],
    ['NFS', 0x6969, true],
    ['a folder of another program', 0x65735546, true],
    ['a stick', 0x4d44, true],
    ['ext4', 0xef53, false],
    ['tmpfs', 0x01021994, false],
    ['btrfs', 0x9123683e | 0, false],
  ])('%s: %#x', (_, kind, doubted) => {
    expect(isDoubtfulKind(kind)).toBe(doubted);
  });

  test('is one that does not say what it is', async () => {
    expect(await isDoubtful(join(await temporaryFolder(), 'weg'))).toBe(true);
  });

  test('is told of when it gives back something else than was written', async () => {
    const dir = await temporaryFolder({ 'a.md': 'andere tekst' });
    await expect(readBack(join(dir, 'a.md'), Buffer.from('deze tekst'))).rejects.toMatchObject({ code: 'EIO' });
    await expect(readBack(join(dir, 'a.md'), Buffer.from('andere tekst'))).resolves.toBeUndefined();
  });

  test('with FAT is written on and read back (needs a mount)', async ({ skip }) => {
    const dir = await temporaryFolder();
    const [image, place] = [join(dir, 'stick.img'), join(dir, 'stick')];
    await mkdir(place);
    await writeFile(image, Buffer.alloc(4 * 1024 * 1024));
    skip(!works('mkfs.vfat', image) || !works('mount', '-o', 'loop', image, place), 'no rights or tools for it here');
    onTestFinished(() => void works('umount', place));
    expect(await isDoubtful(place)).toBe(true);
    await writeFileSafely(join(place, 'a.md'), 'op een stick');
    await writeFileSafely(join(place, 'a.md'), 'en nog eens');
    expect(await readFile(join(place, 'a.md'), 'utf8')).toBe('en nog eens');
  });
});

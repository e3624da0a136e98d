import { spawn } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { isTemporary, renameSafely, sweepTemporaries, writeFileSafely } from '../../../main/library/atomic-write.ts';
import { temporaryFolder } from '../../helpers/temporary.ts';

describe('writing safely', () => {
  test('replaces the content, keeps the permissions and leaves nothing else behind', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    await chmod(join(dir, 'a.md'), 0o640);
    await writeFileSafely(join(dir, 'a.md'), 'nieuw');
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('nieuw');
    expect((await lstat(join(dir, 'a.md'))).mode & 0o777).toBe(0o640);
    expect(await readdir(dir)).toEqual(['a.md']);
  });

  test('writes pieces one after another, also large and empty ones', async () => {
    const dir = await temporaryFolder({ 'a.index': 'oud' });
    const pieces = [Buffer.from('een'), Buffer.alloc(0), Buffer.alloc(3_000_000, 'x'), Buffer.from('twee')];
    await writeFileSafely(join(dir, 'a.index'), pieces);
    expect((await readFile(join(dir, 'a.index'))).equals(Buffer.concat(pieces))).toBe(true);
    await writeFileSafely(join(dir, 'a.index'), []);
    expect(await readFile(join(dir, 'a.index'), 'utf8')).toBe('');
  });

  test('never replaces a file that was to be fresh', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    await expect(writeFileSafely(join(dir, 'a.md'), 'nieuw', { fresh: true })).rejects.toMatchObject({ code: 'EEXIST' });
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('oud');
    expect(await readdir(dir)).toEqual(['a.md']);
  });

  test('D5: refuses a read-only file, which a rename would replace unasked', async () => {
    const dir = await temporaryFolder({ 'a.md': 'oud' });
    await chmod(join(dir, 'a.md'), 0o444);
    await expect(writeFileSafely(join(dir, 'a.md'), 'nieuw')).rejects.toThrow('alleen-lezen');
    expect(await readFile(join(dir, 'a.md'), 'utf8')).toBe('oud');
  });

  test('N5: refuses a link, so that nothing outside the folder changes', async () => {
    const dir = await temporaryFolder({ 'buiten.md': 'van een ander' });
    await symlink(join(dir, 'buiten.md'), join(dir, 'a.md'));
    await expect(writeFileSafely(join(dir, 'a.md'), 'x')).rejects.toThrow('koppeling');
    expect(await readFile(join(dir, 'buiten.md'), 'utf8')).toBe('van een ander');
  });

  test('D9: fails without a trace when the folder is gone', async () => {
    const dir = await temporaryFolder();
    await expect(writeFileSafely(join(dir, 'weg', 'a.md'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(dir)).toEqual([]);
  });

  test('renames without replacing another file', async () => {
    const dir = await temporaryFolder({ 'a.md': 'a', 'b.md': 'b' });
    await expect(renameSafely(join(dir, 'a.md'), join(dir, 'b.md'))).rejects.toMatchObject({ code: 'EEXIST' });
    await renameSafely(join(dir, 'a.md'), join(dir, 'c.md'));
    expect((await readdir(dir)).sort()).toEqual(['b.md', 'c.md']);
    expect(await readFile(join(dir, 'b.md'), 'utf8')).toBe('b');
  });

  test('sweeps temporary files of writers that are dead, and only those', async () => {
    const dead = '~$oogst-999999999-0011aabb.tmp';
    const own = `~$oogst-${process.pid}-0011aabb.tmp`;
    const dir = await temporaryFolder({ [dead]: 'half', [own]: 'bezig', '~$Word.docx': 'van Word', 'a.md': 'x' });
    expect(await sweepTemporaries(dir)).toEqual([dead]);
    expect((await readdir(dir)).sort()).toEqual(['a.md', own, '~$Word.docx'].sort());
    expect([dead, 'a.md', '~$Word.docx'].map(isTemporary)).toEqual([true, false, false]);
  });

  test('keeps what a dead writer left in a folder of its own when asked, and nothing of an empty one', async () => {
    const [whole, empty] = ['~$oogst-999999999-0011aabb.tmp', '~$oogst-999999998-0011aabb.tmp'];
    const dir = await temporaryFolder({ [whole]: 'nieuwste tekst', [empty]: '', 'a.md': 'x' });
    const keepIn = join(await temporaryFolder(), 'herstel');
    expect((await sweepTemporaries(dir, keepIn)).sort()).toEqual([empty, whole]);
    expect(await readdir(dir)).toEqual(['a.md']);
    const kept = await readdir(keepIn);
    expect(kept).toHaveLength(1);
    expect(await readFile(join(keepIn, kept[0] ?? ''), 'utf8')).toBe('nieuwste tekst');
  });

  test('leaves a temporary file where it is when it cannot be kept', async () => {
    const left = '~$oogst-999999999-0011aabb.tmp';
    const dir = await temporaryFolder({ [left]: 'tekst', herstel: 'een bestand' });
    expect(await sweepTemporaries(dir, join(dir, 'herstel'))).toEqual([]);
    expect((await readdir(dir)).sort()).toEqual(['herstel', left].sort());
  });
});

/** A program that saves the same file over and over until it is killed. */
async function saver(dir: string): Promise<string> {
  const entry = join(dir, 'saver.ts');
  const writer = resolve(import.meta.dirname, '../../faults/app-save.ts');
  await writeFile(
    entry,
    `import { appSave } from ${JSON.stringify(writer)};
     const [, , file] = process.argv;
     for (let n = 0; ; n++) {
       const line = \`versie \${n} \`.padEnd(60, '.') + '\\n';
       await appSave(file, line.repeat(400) + 'einde ' + n);
       if (n === 0) process.stdout.write('begonnen');
     }`,
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, outDir: join(dir, 'uit'), target: 'node20', rolldownOptions: { output: { entryFileNames: 'saver.mjs' } } },
    ssr: { noExternal: true },
  });
  return join(dir, 'uit', 'saver.mjs');
}

const whole = (text: string): boolean => {
  const number = /einde (\d+)$/.exec(text)?.[1];
  return number !== undefined && text === `${`versie ${number} `.padEnd(60, '.')}\n`.repeat(400) + `einde ${number}`;
};

test('C1: leaves 200 whole files after kill -9 in the middle of 200 runs of saves', async () => {
  const dir = await temporaryFolder();
  const program = await saver(dir);
  const results: boolean[] = [];
  const one = async (n: number): Promise<void> => {
    const folder = join(dir, `map-${n}`);
    await mkdir(folder);
    const file = join(folder, 'a.md');
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((begun) => child.stdout.once('data', () => begun()));
    await new Promise((done) => setTimeout(done, (n * 7919) % 40));
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
    results.push(whole(await readFile(file, 'utf8')));
    expect((await readdir(folder)).filter((name) => name !== 'a.md' && !isTemporary(name))).toEqual([]);
    await sweepTemporaries(folder);
    expect(await readdir(folder)).toEqual(['a.md']);
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (next < 200) await one(next++);
    }),
  );
  expect(results).toEqual(Array.from({ length: 200 }, () => true));
}, 240_000);

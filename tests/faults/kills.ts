import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary, sweepTemporaries } from '../../main/library/atomic-write.ts';
import { chance, child, finish, inFolder, inParallel, mayInject, namesBeside, textAt, type Run } from './ground.ts';
import { count, emptyOutcome, judgeFile, versionText, type Outcome } from './judging.ts';

const aims = ['openat', 'write', 'fsync', 'close', 'statx', 'chmod', 'link', 'rename', 'unlink'];
/** Calls on its own files that one save makes. */
const perSave: Record<string, number> = { openat: 5, write: 1, fsync: 2, close: 5, statx: 5, chmod: 1, link: 1, rename: 1, unlink: 1 };
/** No process has it, and the names of temporary files are known beforehand: strace aims at the files of the saves and not at the start. */
const pid = '999999999';
const inOrder = (a = '', b = ''): number => a.localeCompare(b);

/** A program that is killed does not get further than this. */
const saves = 6;

/** The last version a saver said a word about. */
const lastOf = (said: string, word: string): number => {
  const lines = said.split('\n').filter((line) => line.startsWith(word));
  return Number(lines.at(-1)?.split(' ')[2] ?? -1);
};

/** Kills a program with -9 inside one of the system calls of its saves, and looks what stands there then. Strays are part of it. */
export async function kills({ full, seed, count: asked }: Run): Promise<Outcome[]> {
  const outcome = emptyOutcome('1 kill -9 tijdens opslaan');
  const strays = emptyOutcome('6 zwerfbestanden na een kill');
  const wanted = asked ?? (full ? 10_000 : 300);
  if (!mayInject()) return [outcome, strays].map((o) => ({ ...o, skipped: wanted, notes: ['overgeslagen: geen rechten'] }));
  const draw = chance(seed);
  const plans = Array.from({ length: wanted }, (_, i) => {
    const call = aims[i % aims.length]!;
    const size = [40, 3000, 200_000, 1_400_000][draw(full ? 12 : 8)] ?? 3000;
    return { i, call, size, nth: 1 + draw(4 * perSave[call]!) };
  });
  const hits: Record<string, number> = {};
  let [seen, kept] = [0, 0];
  await inFolder(async (base) => {
    await inParallel(plans, 3, async ({ i, call, size, nth }) => {
      const dir = join(base, String(i));
      await mkdir(dir);
      await writeFile(join(dir, 'stuk-0.md'), versionText(0, size));
      const temps = Array.from({ length: 2 * saves }, (_, n) => join(dir, `~$oogst-${pid}-${String(n + 1).padStart(8, '0')}.tmp`));
      const own = [dir, join(dir, 'stuk-0.md'), ...temps].flatMap((path) => ['-P', path]);
      const trace = ['-f', '-qq', '-o', '/dev/null', ...own, '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${nth}`];
      const saver = [process.execPath, child('save'), dir, '1', String(size), '1', String(saves), pid];
      const ran = await finish('strace', [...trace, ...saver], { UV_THREADPOOL_SIZE: '1' });
      const [begun, done] = ['begin', 'klaar'].map((word) => lastOf(ran.out, word));
      // Killed before the first save, or not at all: no case.
      if (begun === undefined || begun < 0 || done === saves - 1) return void outcome.skipped++;
      hits[call] = (hits[call] ?? 0) + 1;
      count(
        outcome,
        judgeFile(await textAt(join(dir, 'stuk-0.md')), Math.max(done ?? 0, 0), begun),
        `${call} ${nth}, ${size} tekens, bevestigd ${done}`,
      );
      const left = (await readdir(dir)).filter((name) => isTemporary(name));
      if (left.length === 0) return rm(dir, { recursive: true });
      seen += left.length;
      const keepIn = join(base, `herstel-${i}`);
      const whole = (await Promise.all(left.map((name) => textAt(join(dir, name))))).filter((text) => text !== undefined && text !== '');
      await sweepTemporaries(dir, keepIn);
      strays.cases += left.length;
      strays.strays += (await namesBeside(dir, ['stuk-0.md'])).length;
      const rescued = await Promise.all((await readdir(keepIn).catch(() => [])).map((name) => textAt(join(keepIn, name))));
      kept += rescued.length;
      if (JSON.stringify(rescued.sort(inOrder)) !== JSON.stringify(whole.sort(inOrder))) count(strays, 'lost', `niet bewaard: ${call} ${nth}`);
      await Promise.all([dir, keepIn].map((path) => rm(path, { recursive: true, force: true })));
    });
  });
  outcome.notes.push(
    `kills per aanroep: ${Object.entries(hits)
      .map(([call, n]) => `${call} ${n}`)
      .join(', ')}`,
  );
  strays.notes.push(`${seen} gevonden na de kills, ${kept} met tekst naar de herstelmap`);
  return [outcome, strays];
}

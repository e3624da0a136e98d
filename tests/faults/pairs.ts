import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { child, clock, inFolder, textAt, type Run } from './ground.ts';
import { emptyOutcome, type Outcome } from './judging.ts';
import { inMoment, judgePair, lostOutside, tokenOf, type Outside, type PairLog } from './pair-judging.ts';

const perRound = 400;

/** Two processes that change the same folder, and an outside program beside them. */
export async function pairs({ full, seed, count }: Run): Promise<Outcome[]> {
  const ours = emptyOutcome('5 twee processen op één map');
  const outside = emptyOutcome('5 een ander programma ernaast');
  const limit = emptyOutcome('5 grens: in het ogenblik van vervangen');
  const rounds = Math.ceil((count ?? (full ? 100_000 : 4_000)) / perRound);
  const failures: Record<string, number> = {};
  let marks = 0;
  for (let round = 0; round < rounds; round++) {
    const { logs, writes, files, strays, kept } = await inFolder((base) => playRound(base, seed * 1000 + round));
    const wrong = judgePair(logs, files);
    ours.cases += perRound;
    ours.lost += wrong.length;
    ours.notes.push(...wrong.map((one) => `ronde ${round}: ${one}`));
    ours.strays += strays.length;
    ours.notes.push(...strays.map((name) => `ronde ${round}: ${name} bleef achter`));
    for (const log of logs) {
      marks += log.marks.length + log.bodies.length;
      ours.other += log.unexpected.length;
      ours.notes.push(...log.unexpected.map((one) => `ronde ${round}: ${one}`));
      for (const [code, n] of Object.entries(log.failures)) failures[code] = (failures[code] ?? 0) + n;
    }
    const gone = lostOutside(
      writes,
      logs.flatMap((log) => log.bodies),
    );
    outside.cases += writes.length;
    for (const one of gone) {
      // Overwritten in the last instant is no loss while it can be brought back: on disk again, or among the earlier versions.
      const safe = kept.has(one.token);
      const beyond = !safe && inMoment(one, logs);
      if (beyond) limit.cases++;
      else if (!safe) outside.lost++;
      const where = safe ? 'en ligt bij de eerdere versies' : beyond ? 'in het ogenblik van vervangen zelf, en weg' : 'en weg';
      outside.notes.push(`ronde ${round}: ${one.token} is overschreven ${where}`);
    }
  }
  ours.notes.unshift(`${marks} bevestigde velden, oordelen en teksten nagezocht; geweigerd: ${JSON.stringify(failures)}`);
  return limit.cases > 0 ? [ours, outside, limit] : [ours, outside];
}

interface Played {
  logs: PairLog[];
  writes: Outside[];
  files: Map<string, string[]>;
  strays: string[];
  /** Texts of the outside program that lie among the earlier versions. */
  kept: Set<string>;
}

async function playRound(base: string, seed: number): Promise<Played> {
  const dir = join(base, 'map');
  await mkdir(join(dir, 'praktijken'), { recursive: true });
  for (const id of ['stuk-0', 'stuk-1', 'stuk-2', 'stuk-3', 'extern'])
    await writeFile(join(dir, 'praktijken', `${id}.md`), `---\nid: ${id}\nsoort: praktijk\ntitel: ${id}\n---\nteken: begin\n`);
  const running = ['A', 'B'].map((name, i) => {
    const args = [child('pair'), dir, join(base, name), name, String(seed * 2 + i), String(perRound / 2)];
    return spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  await Promise.all(running.map((one) => once(one.stdout, 'data')));
  const ended = Promise.all(running.map((one) => once(one, 'close')));
  for (const one of running) one.stdin.write('begin\n');
  const writes = await writeBeside(join(dir, 'praktijken', 'extern.md'), join(base, 'extern.tmp'), running);
  await ended;
  const logs = await Promise.all(['A', 'B'].map(async (name) => JSON.parse(await readFile(join(base, `${name}.json`), 'utf8')) as PairLog));
  const files = new Map<string, string[]>();
  const strays: string[] = [];
  for (const found of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!found.isFile()) continue;
    if (!found.name.endsWith('.md')) strays.push(found.name);
    const text = await readFile(join(found.parentPath, found.name), 'utf8');
    const id = /^id: ["']?(\S+?)["']?$/m.exec(text)?.[1] ?? `zonder id: ${found.name}`;
    files.set(id, [...(files.get(id) ?? []), text]);
  }
  await rm(dir, { recursive: true });
  return { logs, writes, files, strays, kept: await keptTexts(base) };
}

/** Who wrote the texts in the version stores of both processes. */
async function keptTexts(base: string): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const name of ['A', 'B'])
    for (const found of await readdir(join(base, name, 'versies'), { recursive: true, withFileTypes: true }))
      if (found.isFile() && found.name.endsWith('.gz'))
        kept.add(tokenOf(gunzipSync(await readFile(join(found.parentPath, found.name))).toString('utf8')));
  return kept;
}

/** An outside program that replaces one file without looking, as a sync client does, and looks a moment later what became of it. */
async function writeBeside(file: string, temp: string, running: readonly ChildProcess[]): Promise<Outside[]> {
  const writes: Outside[] = [];
  const busy = (): boolean => running.some((one) => one.exitCode === null);
  for (let n = 0; busy(); n++) {
    const token = `extern-${n}`;
    await writeFile(temp, `---\nid: extern\nsoort: praktijk\ntitel: extern\n---\nteken: ${token}\n`);
    const from = clock();
    await rename(temp, file);
    const to = clock();
    await pause(15);
    writes.push({ token, seen: tokenOf((await textAt(file)) ?? ''), at: [from, to] });
  }
  return writes;
}

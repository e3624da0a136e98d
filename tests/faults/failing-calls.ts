import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary, sweepTemporaries } from '../../main/library/atomic-write.ts';
import { child, finish, inFolder, inParallel, mayInject, namesBeside, textAt, type Run } from './ground.ts';
import { count, emptyOutcome, versionText, wholeVersion, type Outcome } from './judging.ts';

const errors = ['EIO', 'ENOSPC', 'EBUSY', 'EPERM', 'EINTR', 'EDQUOT'];
/** A process that is not there; its temporary files are strays. */
const pid = '999999999';
const operations: Record<string, { target: string; old: string }> = {
  save: { target: 'stuk.md', old: 'stuk.md' },
  fresh: { target: 'nieuw.md', old: 'stuk.md' },
  rename: { target: 'naam.md', old: 'stuk.md' },
  settings: { target: 'instellingen.json', old: 'instellingen.json' },
};

interface Aim {
  operation: string;
  call: string;
  nth: number;
  error: string;
  /** From the nth call on, every one. */
  lasting: boolean;
}

/** Lets every system call of an operation fail in turn, with every error, once and (for a part) for good. */
export async function failingCalls({ full, count: asked }: Run): Promise<Outcome[]> {
  const outcome = emptyOutcome('2 elke systeemaanroep laten falen');
  if (!mayInject()) return [{ ...outcome, skipped: 1, notes: ['overgeslagen: geen rechten'] }];
  await inFolder(async (base) => {
    const aims: Aim[] = [];
    for (const operation of Object.keys(operations)) {
      const calls = await callsOf(operation, join(base, `maat-${operation}`));
      outcome.notes.push(`${operation}: ${calls.map(({ call, nth }) => `${call} ${nth}`).join(', ')}`);
      for (const error of errors) for (const { call, nth } of calls) aims.push({ operation, call, nth, error, lasting: false });
      // A lock that does not pass costs five seconds of patience each. A call that is interrupted for ever is no case: Node makes it again itself.
      for (const error of full ? errors.filter((one) => one !== 'EINTR') : ['EIO', 'ENOSPC'])
        for (const { call, nth } of calls) aims.push({ operation, call, nth, error, lasting: true });
    }
    // A sample, evenly over operations and errors, for who has no two minutes.
    const every = Math.max(1, Math.ceil(aims.length / (asked ?? aims.length)));
    const chosen = aims.filter((_, i) => i % every === 0);
    await inParallel(chosen, full ? 6 : 3, (aim) =>
      tryAim(aim, join(base, `${aim.operation}-${aim.call}-${aim.nth}-${aim.error}-${aim.lasting}`), outcome),
    );
  });
  return [outcome];
}

async function prepare(dir: string): Promise<void> {
  await mkdir(dir);
  await writeFile(join(dir, 'stuk.md'), versionText(1, 2000));
  await writeFile(join(dir, 'instellingen.json'), '{"judge":"oude rol"}');
}

function traced(dir: string, operation: string, log: string, more: readonly string[]): Promise<{ out: string; err: string; code: number | null }> {
  // A save takes two: what it replaces keeps a second name until it was looked at.
  const temps = [1, 2].map((n) => join(dir, `~$oogst-${pid}-0000000${n}.tmp`));
  const paths = [dir, ...temps, ...['stuk.md', 'nieuw.md', 'naam.md', 'instellingen.json'].map((name) => join(dir, name))];
  const args = ['-f', '-qq', '-o', log, ...paths.flatMap((path) => ['-P', path]), ...more, process.execPath, child('call'), operation, dir, pid];
  return finish('strace', args, { UV_THREADPOOL_SIZE: '1' });
}

/** The system calls an operation makes on its own files, each with its number. strace counts per thread: the nth of one is the nth of every thread. */
async function callsOf(operation: string, dir: string): Promise<{ call: string; nth: number }[]> {
  await prepare(dir);
  await traced(dir, operation, `${dir}.log`, []);
  const seen: Record<string, number> = {};
  const found = (await readFile(`${dir}.log`, 'utf8')).split('\n').flatMap((line) => {
    const [, thread = '', call] = /^(\d+)\s+([a-z0-9_]+)\(/.exec(line) ?? [];
    if (call === undefined || call === 'execve') return [];
    return [{ call, nth: (seen[`${thread} ${call}`] = (seen[`${thread} ${call}`] ?? 0) + 1) }];
  });
  return found.filter((one, at) => found.findIndex(({ call, nth }) => call === one.call && nth === one.nth) === at);
}

async function tryAim(aim: Aim, dir: string, outcome: Outcome): Promise<void> {
  const { operation, call, nth, error, lasting } = aim;
  const what = `${operation}: ${call} ${nth} geeft ${error}${lasting ? ' en blijft dat geven' : ''}`;
  const wrong = (note: string): void => {
    outcome.other++;
    outcome.notes.push(`${note} (${what})`);
  };
  await prepare(dir);
  const ran = await traced(dir, operation, `${dir}.log`, ['-e', `inject=${call}:error=${error}:when=${nth}${lasting ? '+' : ''}`]);
  if (!(await readFile(`${dir}.log`, 'utf8')).includes('INJECTED')) return wrong('niet geraakt');
  const done = ran.out === 'klaar';
  if (!done && !/^mislukt [A-Z“{].{14,}\.["}]*$/s.test(ran.out) && !(operation === 'settings' && ran.out.includes('instellingen')))
    wrong(`onduidelijk: ${ran.out || ran.err.slice(0, 200)}`);
  if (/\bE[A-Z]{2,}\b/.test(ran.out.replaceAll(dir, ''))) wrong(`ruwe foutcode: ${ran.out}`);
  if (operation === 'settings') await judgeSettings(dir, done, outcome, what);
  else {
    const { target, old } = operations[operation]!;
    const [now, before] = [await textAt(join(dir, target)), await textAt(join(dir, old))];
    const wanted = operation === 'rename' ? 1 : 2;
    const kept = operation === 'rename' ? [now, before] : [before];
    const torn = [now, before].some((text) => text !== undefined && wholeVersion(text) === undefined);
    const lost = kept.every((text) => text === undefined) || (done && (now === undefined || wholeVersion(now) !== wanted));
    if (!done && /niet veranderd/.test(ran.out) && now !== undefined && wholeVersion(now) === wanted)
      wrong(`zegt dat er niets veranderd is: ${ran.out.replaceAll(dir, '')}`);
    count(outcome, torn ? 'torn' : lost ? 'lost' : 'good', what);
  }
  await sweepTemporaries(dir, `${dir}-herstel`);
  outcome.strays += (await namesBeside(dir, [])).filter(isTemporary).length;
}

async function judgeSettings(dir: string, done: boolean, outcome: Outcome, what: string): Promise<void> {
  const text = (await textAt(join(dir, 'instellingen.json'))) ?? '';
  let judge: unknown;
  try {
    judge = (JSON.parse(text) as { judge?: unknown }).judge;
  } catch {
    return count(outcome, 'torn', what);
  }
  count(outcome, judge === 'nieuwe rol' || (!done && judge === 'oude rol') ? 'good' : 'lost', what);
}

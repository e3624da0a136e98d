import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isTemporary, sweepTemporaries } from '../../main/library/atomic-write.ts';
import { chance, child, inFolder, textAt, works, type Run } from './ground.ts';
import { count, emptyOutcome, judgeFile, type Outcome } from './judging.ts';

const files = 5;

/** Copies a disk image while saves are running, which is what a power cut leaves, and looks for every save that was acknowledged before. */
export async function powerCuts({ full, seed, count: asked }: Run): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const options of ['', ',noauto_da_alloc']) {
    const outcome = emptyOutcome(`4 stroom eraf, ext4${options}`);
    const began = Date.now();
    await cuts(outcome, options, Math.ceil((asked ?? (full ? 1000 : 40)) / 2), chance(seed + options.length));
    outcome.seconds = (Date.now() - began) / 1000;
    outcomes.push(outcome);
  }
  return outcomes;
}

async function cuts(outcome: Outcome, options: string, wanted: number, draw: (below: number) => number): Promise<void> {
  await inFolder(async (dir) => {
    const [image, copy, live, after] = ['onder/schijf.img', 'kopie.img', 'schijf', 'kopie'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
      string,
    ];
    await mkdir(live);
    await mkdir(after);
    // The image lies on a disk of its own, which can be frozen: a copy is then of one moment, which a copy of a disk in use is not.
    const [under, underImage] = [join(dir, 'onder'), join(dir, 'onder.img')];
    await mkdir(under);
    const ready =
      works('truncate', '-s', '96M', underImage) && works('mkfs.ext4', '-q', '-F', underImage) && works('mount', '-o', 'loop', underImage, under);
    const mounted = (): boolean =>
      ready &&
      works('truncate', '-s', '32M', image) &&
      works('mkfs.ext4', '-q', '-F', image) &&
      works('mount', '-o', `loop,commit=1${options}`, image, live) &&
      works('fsfreeze', '-f', under) &&
      works('fsfreeze', '-u', under);
    for (let done = 0; done < wanted;) {
      if (!mounted()) {
        outcome.skipped = wanted - done;
        outcome.notes.push('overgeslagen: geen rechten');
        works('umount', live);
        break;
      }
      try {
        done = await cutsOnOne({ under, image, copy, live, after, until: Math.min(wanted, done + 25), done, outcome, draw });
      } finally {
        works('umount', live);
      }
    }
    works('umount', under);
  });
}

interface Bench {
  under: string;
  image: string;
  copy: string;
  live: string;
  after: string;
  done: number;
  until: number;
  outcome: Outcome;
  draw: (below: number) => number;
}

async function cutsOnOne(bench: Bench): Promise<number> {
  const { under, image, copy, live, after, until, outcome, draw } = bench;
  const saver = spawn(process.execPath, [child('save'), live, '0', '6000', String(files)], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  saver.stdout.on('data', (data: Buffer) => (said += data.toString()));
  let { done } = bench;
  try {
    for (; done < until; done++) {
      await pause(20 + draw(130));
      // What was heard before the copy begins was acknowledged before the cut.
      const acknowledged = said.slice(0, said.lastIndexOf('\n')).split('\n');
      const frozen = works('fsfreeze', '-f', under);
      const copied = works('cp', '--reflink=never', '--sparse=always', image, copy);
      works('fsfreeze', '-u', under);
      if (!frozen || !copied) throw new Error('cannot copy the image');
      const checked = spawnSync('e2fsck', ['-fy', copy], { stdio: 'ignore' }).status ?? 8;
      if (checked >= 4 || !works('mount', '-o', 'loop', copy, after)) {
        outcome.other++;
        outcome.notes.push(`het bestandssysteem zelf is niet te herstellen (e2fsck ${checked})`);
        continue;
      }
      await look(after, acknowledged, outcome).finally(() => works('umount', after));
    }
  } finally {
    saver.kill('SIGKILL');
    await once(saver, 'close');
  }
  return done;
}

async function look(dir: string, acknowledged: readonly string[], outcome: Outcome): Promise<void> {
  const found: { judged: 'good' | 'torn' | 'lost'; note: string }[] = [];
  for (let file = 0; file < files; file++) {
    const version = Number(acknowledged.findLast((line) => line.startsWith(`klaar ${file} `))?.split(' ')[2] ?? -1);
    const text = await textAt(join(dir, `stuk-${file}.md`));
    found.push({ judged: judgeFile(text, version, Number.MAX_SAFE_INTEGER), note: `stuk ${file}, bevestigd ${version}` });
  }
  // New files are looked for under their first or their second name, whichever was acknowledged.
  for (const line of acknowledged.filter((one) => /^(nieuw|naam) /.test(one))) {
    const [word, n] = line.split(' ');
    const second = await textAt(join(dir, `naam-${n}.md`));
    const text = second ?? (word === 'nieuw' ? await textAt(join(dir, `nieuw-${n}.md`)) : undefined);
    found.push({ judged: judgeFile(text, Number(n), Number(n)), note: line });
  }
  const worst = found.find((one) => one.judged === 'lost') ?? found.find((one) => one.judged === 'torn');
  count(outcome, worst?.judged ?? 'good', worst?.note ?? '');
  await sweepTemporaries(dir);
  // The saver is alive, so its own temporaries are not ours to take; a pid that lives counts as work in progress.
  outcome.strays += (await readdir(dir)).filter((name) => isTemporary(name) && !works('kill', '-0', name.split('-')[1] ?? '')).length;
}

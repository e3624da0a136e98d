// `npm run bench:open [-- --size 10000 --rounds 3 --write]`: opening a kennismap of many files, the first time and later, in a process of its own each time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../main/shells/launch/bootstrap.mjs';
import { writeFiles } from './kept-files.mjs';
import { bench, say } from './preparation.mjs';
import { dutch, option, table, writePiece } from './tables.mjs';

function ran(script, ...args) {
  const done = spawnSync(process.execPath, [join(bench, script), ...args], { stdio: ['ignore', 'pipe', 2], encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${script} is niet gelukt (${done.status ?? done.signal}).`);
  return JSON.parse(done.stdout.trim().split('\n').at(-1));
}

const opened = (dir, profile, kind, all) => ran('open-child.mjs', '--dir', dir, '--profile', profile, '--kind', kind, '--all', String(all));

const middle = (rounds, name) => rounds.map((one) => one[name]).toSorted((a, z) => a - z)[rounds.length >> 1];

const size = Number(option('size', '10000'));
const rounds = Number(option('rounds', '3'));
ensureBuilt();
const home = mkdtempSync(join(tmpdir(), 'oogst-openen-'));
try {
  const dir = join(home, 'kennis');
  say(`${size} bestanden maken …`);
  const bytes = await writeFiles(dir, size);
  const cold = [];
  const warm = [];
  const looks = [];
  for (let n = 0; n < rounds; n++) {
    const profile = join(home, `profiel-${n}`);
    say(`de eerste keer, ronde ${n + 1} …`);
    cold.push(opened(dir, profile, 'eerste', size + n));
    writeFileSync(join(dir, `nieuw-${n}.md`), `---\nsoort: praktijk\ntitel: Nieuw ${n}\n---\n\nKwam erbij toen Oogst dicht was.\n`);
    say(`daarna, ronde ${n + 1} …`);
    warm.push(opened(dir, profile, 'later', size + n + 1));
    looks.push(ran('look-child.mjs', '--dir', dir));
  }
  const row = (label, list, name, target) => [label, `${dutch(middle(list, name), 0)} ms`, target];
  const looked = middle(looks, 'looked');
  const memory = (label, list, name) => [label, `${dutch(middle(list, name), 0)} MB`, '–'];
  const text = [
    `${size.toLocaleString('nl-NL')} bestanden, ${dutch(bytes / 1e6, 0)} MB; ${availableParallelism()} kernen, drukte op de machine ${dutch(loadavg()[0], 1)}; middelste van ${rounds} keer.`,
    table([
      ['openen', 'gemeten', 'doel'],
      row('eerste keer: eerste antwoord', cold, 'answer', '500 ms'),
      row('eerste keer: alles doorzoekbaar', cold, 'ready', '5000 ms'),
      row('later: de lijst', warm, 'list', '150 ms'),
      row('later: gezien wat er intussen bij kwam', warm, 'checked', '–'),
      row('alleen mappen lezen en stat', looks, 'looked', '–'),
      row('hetzelfde, als het al een paar keer gedaan is', looks, 'again', '–'),
      memory('geheugen van alle draden, eerste keer: als alles er is', cold, 'memory'),
      memory('geheugen van alle draden, eerste keer: het meest', cold, 'peak'),
      memory('geheugen van alle draden, later: als alles er is', warm, 'memory'),
      ['lijst, als deel van alleen lezen en stat', `${dutch(middle(warm, 'list') / looked, 2)} ×`, '2,5 ×'],
      ['gezien wat erbij kwam, als deel van alleen lezen en stat', `${dutch(middle(warm, 'checked') / looked, 2)} ×`, '–'],
    ]),
  ].join('\n\n');
  console.log(text);
  if (process.argv.includes('--write')) writePiece('openen', text);
} finally {
  rmSync(home, { recursive: true, force: true });
}

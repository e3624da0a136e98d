// `npm run bench:bundle [-- --practices 200 --reader 1000]`: making every product of a large bundle, and searching its reader from a folder.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromBuffer } from 'yauzl';
import { startChromium } from './browser-shell.mjs';
import { dutch, option } from './tables.mjs';

const root = resolve(import.meta.dirname, '../..');
const products = ['reader', 'boekje', 'handout', 'werkblad', 'dias', 'programma', 'poster', 'overzicht', 'bron'];
const starts = [
  'De leraren van de onderbouw',
  'Twee ouders uit de wijk',
  'Het team van de dinsdag',
  'Een leerling van veertien',
  'De begeleider van de groep',
];
const middles = [
  'maken samen een plan voor',
  'schrijven op wat er gebeurde met',
  'zoeken een rustige plek voor',
  'praten over de vragen rond',
  'proberen een halfjaar lang',
];
const ends = [
  'de overgang naar de klas.',
  'een gesprek aan tafel, zonder haast.',
  'wie prikkels slecht verdraagt.',
  'lezen met een groter kind.',
  'de terugkeer na revalidatie.',
];

/** So many words as somebody writes them, other ones for every number. */
function words(seed, count) {
  const out = [];
  for (let n = 0; out.join(' ').split(' ').length < count; n++) {
    const at = seed * 31 + n * 7;
    out.push(`${starts[at % 5]} ${middles[(at >> 1) % 5]} ${ends[(at + n) % 5]} Dat was in week ${(at % 52) + 1}.`);
  }
  return out.join(' ');
}

function practice(n) {
  const head = `id: p${n}\nsoort: praktijk\ntitel: Praktijk ${n} over ${ends[n % 5].slice(0, -1)}\nsamenvatting: ${starts[n % 5]} ${middles[n % 5]} ${ends[n % 5]}\nfase: weeg\ndelen: openbaar\ntoestemming: nvt\nsuccesfactoren: [tijd, een vaste plek]\norganisatie: School ${n % 17}\noordelen:\n  - item: A1\n    oordeel: ja\n    op: '2026-03-01'\n`;
  const parts = ['Waarom', 'Hoe', 'Wat'].map((name, k) => `## ${name}\n\n${words(n * 3 + k, 210)}\n`).join('\n');
  return `---\n${head}---\n\n${parts}\n## Tips\n\n- ${ends[n % 5]}\n- Begin klein.\n- ${words(n, 40)}\n`;
}

const session = `---\nid: dag\nsoort: sessie\ntitel: Studiedag\nvorm: studiedag\nminuten: 60\ndelen: openbaar\ntoestemming: nvt\nprogramma:\n  - onderdeel: Start\n    minuten: 15\n    materialen: [stiften]\n  - onderdeel: Ronde\n    minuten: 45\n---\n\n## Doel\n\nSamen leren.\n`;

function library(count) {
  const dir = mkdtempSync(join(tmpdir(), 'oogst-bundel-'));
  mkdirSync(join(dir, 'praktijken'));
  for (let n = 0; n < count; n++) writeFileSync(join(dir, 'praktijken', `p${n}.md`), practice(n));
  writeFileSync(join(dir, 'dag.md'), session);
  return dir;
}

/** Makes a bundle with the command line; gives seconds, the most memory it had, and when each product began. */
async function make(dir, out, ids) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(root, 'out/main/cli.js'), 'export', dir, '--out', out, '--session', 'dag', ...ids], {
    env: { ...process.env, OOGST_PROFILE: join(dir, '..', 'oogst-bundel-profiel') },
    // Progress is not read here, and what nobody reads would stop it.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let most = 0;
  const watch = setInterval(() => {
    try {
      const found = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      most = Math.max(most, Number(found?.[1] ?? 0) / 1024);
    } catch {
      // Where there is no /proc, memory is not measured.
    }
  }, 100);
  const said = [];
  child.stdout.on('data', (data) => said.push(String(data)));
  const code = await new Promise((done) => child.on('exit', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`export ended with ${code}`);
  return { seconds: (performance.now() - begun) / 1000, memory: most, said: said.join('') };
}

async function unpacked(zipFile, dir) {
  const zip = await new Promise((done, fail) =>
    fromBuffer(readFileSync(zipFile), { lazyEntries: true }, (error, made) => (error ? fail(error) : done(made))),
  );
  await new Promise((done, fail) => {
    zip.on('entry', (entry) => {
      if (entry.fileName !== 'index.html') return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        const parts = [];
        stream.on('data', (part) => parts.push(part));
        stream.on('end', () => {
          mkdirSync(dirname(join(dir, entry.fileName)), { recursive: true });
          writeFileSync(join(dir, entry.fileName), Buffer.concat(parts));
          zip.readEntry();
        });
      });
    });
    zip.on('end', done);
    zip.on('error', fail);
    zip.readEntry();
  });
}

/** What one key in the search field costs, until the list has its answer and is drawn. */
async function keys(address) {
  const browser = await startChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('request', (request) => /^(file|data):/.test(request.url()) || wrong.push(request.url()));
  const begun = performance.now();
  await page.goto(address);
  await page.getByRole('searchbox').waitFor();
  const opened = performance.now() - begun;
  const times = [];
  for (const query of ['ouders', 'terugkeer revalidatie', 'leraren plan', 'prikkel', '"rustige plek"']) {
    await page.getByRole('searchbox').fill('');
    await page.getByRole('searchbox').focus();
    for (const sign of query) {
      await page.waitForTimeout(120);
      times.push(
        await page.evaluate(
          (letter) =>
            new Promise((done) => {
              const field = document.querySelector('input[type=search]');
              const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              const from = performance.now();
              set.call(field, field.value + letter);
              field.dispatchEvent(new Event('input', { bubbles: true }));
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
            }),
          sign,
        ),
      );
    }
  }
  await browser.close();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { opened, p50: at(0.5), p95: at(0.95), wrong };
}

const practices = Number(option('practices', '200'));
const readers = Number(option('reader', '1000'));
console.log(`${availableParallelism()} kernen, belasting ${dutch(loadavg()[0], 1)}`);
const dir = library(practices);
const out = join(dir, '..', 'oogst-bundel.zip');
const each = [];
for (const product of products) {
  const { seconds } = await make(dir, out, ['--query', '', '--products', product]);
  each.push([product, seconds]);
  console.log(`${product}: ${dutch(seconds, 1)} s`);
}
const all = await make(dir, out, ['--query', '', '--products', products.join(',')]);
console.log(`alle producten van ${practices} praktijken: ${dutch(all.seconds, 1)} s, hooguit ${dutch(all.memory, 0)} MB`);
const large = library(readers);
const page = mkdtempSync(join(tmpdir(), 'oogst-lezer-'));
await make(large, out, ['--query', 'soort:praktijk']);
await unpacked(out, page);
const found = await keys(pathToFileURL(join(page, 'index.html')).href);
console.log(
  `leesversie met ${readers} stukken: open in ${dutch(found.opened, 0)} ms, per toets ${dutch(found.p50, 0)} ms (p50) en ${dutch(found.p95, 0)} ms (p95), ${found.wrong.length} fouten of verzoeken`,
);
for (const folder of [dir, large, page]) rmSync(folder, { recursive: true, force: true });
rmSync(out, { force: true });

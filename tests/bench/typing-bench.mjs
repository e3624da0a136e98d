// `npm run bench:typing [-- --size 10000 --words 192 --write]`: ten letters typed fast in the search field, in Chromium beside the worker on the same machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChromium, startShell } from './browser-shell.mjs';
import { writeFiles } from './kept-files.mjs';
import { loadEngine, readData, say } from './preparation.mjs';
import { dutch, option, table, writePiece } from './tables.mjs';

const targets = { searches: 3, shown: 60, task: 50 };
/** Milliseconds between two letters, beside what the browser itself needs for one. */
const pauses = [0, 5, 10, 15];

/** The first ten letters of long words, each once, because what was asked before is known: the same ones every time. */
async function words(count) {
  const long = readData('woordfamilies.json').flatMap(({ lemma, vormen = [], samenstellingen = [] }) => [lemma, ...vormen, ...samenstellingen]);
  const heads = [...new Set(long.filter((word) => /^\p{L}{10}/u.test(word)).map((word) => word.slice(0, 10)))];
  const { seeded } = await loadEngine();
  return seeded(7).shuffled(heads).slice(0, count);
}

/** Notes, in the page, the letters, what goes to the worker, what changes in the list and what keeps the window busy. */
function watch() {
  const seen = { key: 0, changed: 0, searches: 0, tasks: [] };
  window.typingSeen = seen;
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (frame) {
    if (typeof frame === 'string' && frame.includes('"search.query"')) seen.searches++;
    return send.call(this, frame);
  };
  addEventListener('input', (event) => (seen.key = event.timeStamp), true);
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
  const look = () => {
    const list = document.querySelector('section.list');
    if (!list) return setTimeout(look, 20);
    new MutationObserver(() => (seen.changed = performance.now())).observe(list, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  };
  addEventListener('DOMContentLoaded', look);
}

/** Types one word; gives what {@link watch} saw of it. */
async function typed(page, word, delay) {
  const field = page.getByRole('combobox', { name: 'Zoeken in de hele kennismap' });
  await field.fill('');
  await page.waitForTimeout(700);
  await page.evaluate(() => Object.assign(window.typingSeen, { searches: 0, tasks: [] }));
  await field.pressSequentially(word, { delay });
  await page.waitForTimeout(700);
  const { key, changed, searches, tasks } = await page.evaluate(() => window.typingSeen);
  return { word, delay, shown: changed - key, searches, task: Math.max(0, ...tasks) };
}

async function measured(home, dir, count) {
  const shell = await startShell(home, dir);
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL' });
    await page.addInitScript(watch);
    await page.goto(shell.address);
    await page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
    await page.evaluate(() => (location.hash = '#/bibliotheek'));
    await page.locator('.list-title b', { hasText: size.toLocaleString('nl-NL') }).waitFor({ timeout: 120_000 });
    // Until the index is kept on disk and the worker rests.
    await page.waitForTimeout(20_000);
    const out = [];
    for (const [place, word] of (await words(count)).entries()) out.push(await typed(page, word, pauses[place % pauses.length]));
    return out;
  } finally {
    await browser.close();
    await shell.stop();
  }
}

const size = Number(option('size', '10000'));
const home = mkdtempSync(join(tmpdir(), 'oogst-typen-'));
try {
  const dir = join(home, 'kennis');
  mkdirSync(dir);
  say(`${size} bestanden maken …`);
  await writeFiles(dir, size);
  const all = await measured(home, dir, Number(option('words', '192')));
  const late = all.map(({ shown }) => shown).toSorted((a, z) => a - z);
  const at = (part) => late[Math.min(late.length - 1, Math.floor(late.length * part))];
  const over = all.filter(({ shown }) => shown > targets.shown);
  for (const { word, delay, shown, searches, task } of over)
    say(`${word}, ${delay} ms: ${dutch(shown, 0)} ms, ${searches} zoekvragen, langste taak ${dutch(task, 0)} ms`);
  const ms = (value) => `${dutch(value, 0)} ms`;
  const text = [
    `${size.toLocaleString('nl-NL')} bestanden; ${availableParallelism()} kernen, drukte op de machine ${dutch(loadavg()[0], 1)}; ${all.length} keer tien letters.`,
    table([
      ['typen', 'gemeten', 'doel'],
      ['zoekvragen, hooguit', String(Math.max(...all.map(({ searches }) => searches))), String(targets.searches)],
      ['van de laatste letter tot de laatste verandering: middelste', ms(at(0.5)), '–'],
      ['p95', ms(at(0.95)), '–'],
      ['langste', ms(at(1)), ms(targets.shown)],
      [`boven ${ms(targets.shown)}`, `${over.length} van ${all.length}`, '0'],
      ['langste taak in het venster', ms(Math.max(...all.map(({ task }) => task))), ms(targets.task)],
    ]),
  ].join('\n\n');
  console.log(text);
  if (process.argv.includes('--write')) writePiece('typen', text);
} finally {
  rmSync(home, { recursive: true, force: true });
}

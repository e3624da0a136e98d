// `npm run bench:search [-- --sizes 1000,10000 --engines ours,minisearch --write]`: what searching costs, ours beside the others in one run.
import { spawnSync } from 'node:child_process';
import { createWriteStream, rmSync } from 'node:fs';
import { once } from 'node:events';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { peers } from './peers.mjs';
import { bench, buildEngine, corpusFolder, installPeers, loadEngine, out, readCorpus, say } from './preparation.mjs';
import { dutch, option, table, writePiece } from './tables.mjs';

const names = ['ours', 'minisearch', 'flexsearch', 'orama', 'fuse'];

async function run() {
  const folder = corpusFolder(true);
  installPeers();
  await buildEngine();
  const engine = await loadEngine();
  const sources = readCorpus(folder, engine.plainText);
  const queries = engine.timedQueries([...engine.collection(1000, sources)]);
  const pieces = [
    `Node ${process.versions.node.split('.')[0]}, ${availableParallelism()} kernen; drukte op de machine bij het begin: ${dutch(loadavg()[0], 1)}.`,
  ];
  for (const size of option('sizes', '1000,10000,50000').split(',').map(Number)) {
    const file = await written(size, engine, sources);
    const asked = option('engines', size > 10_000 ? 'ours,minisearch' : names.join(',')).split(',');
    const results = asked.map((name) => measured(name, file, queries)).filter(Boolean);
    // Hundreds of megabytes that nobody needs again.
    rmSync(file);
    pieces.push(`### ${size.toLocaleString('nl-NL')} stukken\n\n${costTable(results)}\n\n${timeTable(results, engine.queryKinds)}`);
    say(`${size}: klaar`);
  }
  const text = pieces.join('\n\n');
  console.log(text);
  if (process.argv.includes('--write')) writePiece('snelheid', text);
}

/** The collection as a file with a document per line: each process reads it by itself, so that no memory is counted twice. */
async function written(size, engine, sources) {
  const file = join(out, `verzameling-${size}.jsonl`);
  say(`${size} stukken maken …`);
  const stream = createWriteStream(file);
  for (const document of engine.collection(size, sources)) if (!stream.write(`${JSON.stringify(document)}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return file;
}

function measured(name, file, queries) {
  say(`${peers[name].label} …`);
  const args = ['--expose-gc', '--max-old-space-size=12288', join(bench, 'search-child.mjs')];
  const given = ['--engine', name, '--file', file, '--queries', JSON.stringify(queries)];
  const done = spawnSync(process.execPath, [...args, ...given], { stdio: ['ignore', 'pipe', 2], encoding: 'utf8', maxBuffer: 1e8 });
  if (done.status === 0) return JSON.parse(done.stdout.trim().split('\n').at(-1));
  say(`${peers[name].label} is niet tot het einde gekomen (afsluitcode ${done.status ?? done.signal}).`);
  return undefined;
}

const label = ({ name }) => peers[name].label;
const three = ({ p50, p95, max }) => [p50, p95, max].map((value) => dutch(value, value < 10 ? 2 : 0)).join(' / ');

function costTable(results) {
  return table([
    [
      'zoekmachine',
      'bouwen (s)',
      'bewaard (MB)',
      'laden (ms)',
      'geheugen (MB)',
      'volledig antwoord p50 / p95 / max (ms)',
      'één stuk bijwerken p50 / p95 / max (ms)',
    ],
    ...results.map((result) => [
      label(result),
      dutch(result.build / 1000, 2),
      result.failed ? 'past niet' : dutch(result.bytes === undefined ? undefined : result.bytes / 1e6, 1),
      dutch(result.loaded, 0),
      dutch(result.memory, 0),
      three(result.answers.all),
      three(result.update),
    ]),
  ]);
}

function timeTable(results, kinds) {
  return table([
    ['volledig antwoord, p50 / p95 / max (ms)', ...kinds],
    ...results.map((result) => [label(result), ...kinds.map((kind) => (result.answers.kinds[kind] ? three(result.answers.kinds[kind]) : '–'))]),
  ]);
}

await run();

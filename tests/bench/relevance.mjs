// `npm run relevance`: how much of what should be found is found, and how high it stands, ours beside the others.
import { buildEngine, corpusFolder, installPeers, loadEngine, readCorpus, readData, say } from './preparation.mjs';
import { peers } from './peers.mjs';
import { bare, headingQuestions, titleQuestions, writtenQuestions } from './questions.mjs';
import { dutch, option, table, writePiece } from './tables.mjs';

const halves = ['afstellen', 'achtergehouden'];

async function run() {
  installPeers();
  await buildEngine();
  const engine = await loadEngine();
  const folder = corpusFolder(false);
  const paragraphs = folder === undefined ? [] : readCorpus(folder, engine.plainText).flat();
  const words = engine.buildRelevanceSet(readData('woordfamilies.json'), readData('zinnen.json'), paragraphs);
  const filler = words.documents.map(bare);
  const questions = [
    joined(writtenQuestions(readData('vragen.json'), engine.halfOf), filler),
    // Real documents are looked for among each other: the text around the planted sentences is theirs.
    ...(folder === undefined ? [] : [titleQuestions(folder, engine), headingQuestions(folder, engine)]),
  ];
  say(`${words.queries.length} zoekwoorden in ${words.documents.length} stukken; hele zinnen: ${sizes(questions)}.`);
  const names = option('engines', Object.keys(peers).join(',')).split(',');
  const results = [];
  for (const name of names) {
    say(`${peers[name].label} …`);
    const scores = await measured(name, engine, words, false);
    for (const set of questions) scores.push(...(await measured(name, engine, set, true)));
    results.push({ name, scores });
  }
  const classes = engine.classes;
  const kinds = [...new Set(questions.flatMap((set) => set.queries.map((query) => query.klasse)))];
  const text = [
    `Om de geplante zinnen heen staan ${folder === undefined ? 'de zinnen van `zinnen.json`' : 'alinea’s uit `OOGST_CORPUS`'}: ${words.documents.length} stukken, ${words.queries.length} zoekopdrachten; hele zinnen: ${sizes(questions)}. Elke cel: recall@10 / MRR.`,
    ...halves.map((half) => `**Woorden, helft: ${half}**\n\n${wordTable(results, classes, half)}`),
    `**Hele zinnen als vraag**\n\n${sentenceTable(results, kinds)}`,
  ].join('\n\n');
  console.log(text);
  if (process.argv.includes('--write')) writePiece('relevantie', text);
  if (process.argv.includes('--misses'))
    for (const miss of results[0].scores.filter((score) => score.recall < 1 || score.rank < 1)) console.log(miss);
}

const joined = (set, more) => ({ ...set, documents: [...set.documents, ...more] });
const sizes = (sets) => sets.map(({ queries, documents }) => `${queries.length} in ${documents.length} stukken`).join(', ');

/** fuse.js needs seconds per question; of each class and half it gets eight. */
function sampled(queries) {
  const counts = new Map();
  return queries.filter(({ klasse, helft }) => {
    const key = `${klasse}/${helft}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key) <= 8;
  });
}

async function measured(name, engine, { documents, queries }, question) {
  const peer = await peers[name].open(engine);
  for (const document of documents) await peer.add(document);
  const scores = [];
  for (const query of peer.slow ? sampled(queries) : queries) {
    const { ids } = await peer.find(query.vraag, { limit: 10, question });
    const right = new Set(query.juist);
    const found = ids.slice(0, 10).filter((id) => right.has(id)).length;
    const first = ids.slice(0, 10).findIndex((id) => right.has(id));
    scores.push({ ...query, recall: found / Math.min(10, right.size), rank: first < 0 ? 0 : 1 / (first + 1) });
  }
  return scores;
}

const mean = (list, read) => (list.length === 0 ? undefined : list.reduce((sum, one) => sum + read(one), 0) / list.length);
const cell = (list) =>
  `${dutch(
    mean(list, (score) => score.recall),
    2,
  )} / ${dutch(
    mean(list, (score) => score.rank),
    2,
  )}`;

function wordTable(results, classes, half) {
  const of = (scores, klasse) => scores.filter((score) => score.klasse === klasse && score.helft === half);
  const macro = (scores, read) => mean(classes, (klasse) => mean(of(scores, klasse), read) ?? 0);
  return table([
    ['soort vraag', 'aantal', ...results.map(({ name }) => peers[name].label)],
    ...classes.map((klasse) => [klasse, most(results, (scores) => of(scores, klasse)), ...results.map(({ scores }) => cell(of(scores, klasse)))]),
    [
      '**gemiddeld over de soorten**',
      '',
      ...results.map(
        ({ scores }) =>
          `**${dutch(
            macro(scores, (score) => score.recall),
            3,
          )} / ${dutch(
            macro(scores, (score) => score.rank),
            3,
          )}**`,
      ),
    ],
  ]);
}

const most = (results, pick) => String(Math.max(...results.map(({ scores }) => pick(scores).length)));

function sentenceTable(results, kinds) {
  const rows = kinds.flatMap((kind) => halves.map((half) => ({ kind, half })));
  const of = (scores, { kind, half }) => scores.filter((score) => score.klasse === kind && score.helft === half);
  return table([
    ['soort vraag', 'aantal', ...results.map(({ name }) => peers[name].label)],
    ...rows.map((row) => [
      `${row.kind}, ${row.half}`,
      most(results, (scores) => of(scores, row)),
      ...results.map(({ scores }) => cell(of(scores, row))),
    ]),
  ]);
}

await run();

// Generates texts and edits them: `seed count`. Says what went wrong as one line of JSON.
import { writeSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { Json } from '../../domain/entries/entry.ts';
import { bodyOf, replaceBody, shapeOf } from '../../domain/entries/file-text.ts';
import { appendRecord, HeaderRefusal, setKeys } from '../../domain/entries/front-matter-edit.ts';
import { readHeader } from '../../domain/entries/front-matter.ts';
import { readEntry } from '../../domain/entries/read-entry.ts';
import { readShippedVocabulary } from '../../main/library/vocabulary-files.ts';
import { touchesOnePlace } from './judging.ts';

const [, , seed = '1', runs = '1000'] = process.argv;
const vocabulary = await readShippedVocabulary(resolve('resources'));

const word = fc.oneof(
  fc.constantFrom('titel', 'soort', 'type', 'sleutelwoorden', 'bron', 'fase', 'oordelen', 'Eigen veld', 'é_sleutel', 'a-b'),
  fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/),
);
const scalar = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  fc.constantFrom(
    'ja',
    'no',
    '2026-11-23',
    '1e3',
    '0x1f',
    '~',
    'null',
    "'enkel'",
    '"dubbel"',
    'a: b',
    '# geen',
    '- lijst',
    '{a: 1}',
    '[x, y]',
    '&anker x',
    '*anker',
    '!tag x',
    '|',
    '>',
    '%',
    '@',
    '`',
    'x # opmerking',
    '😀',
  ),
);
const printed = scalar.chain((text) => fc.constantFrom(text, JSON.stringify(text), `'${text.replaceAll("'", "''")}'`));
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(word, printed).map(([key, value]) => `${key}: ${value}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(word, fc.array(printed, { maxLength: 3 }))
      .map(([key, items]) => [`${key}:`, ...items.map((item) => `  - ${item}`)].join('\n')),
  },
  { weight: 1, arbitrary: fc.tuple(word, fc.string({ maxLength: 20 })).map(([key, text]) => `${key}: |\n  ${text.replace(/\s/g, ' ')}\n  meer`) },
  { weight: 1, arbitrary: fc.constantFrom('# opmerking', '', '  ', 'los', '\t', '---x') },
);
const structured = fc
  .record({
    bom: fc.boolean(),
    crlf: fc.boolean(),
    lines: fc.uniqueArray(line, { maxLength: 8, selector: (text) => text.split(':')[0] }),
    close: fc.constantFrom('---', '...', '--- '),
    body: fc.string({ unit: 'grapheme', maxLength: 200 }),
    end: fc.boolean(),
  })
  .map(({ bom, crlf, lines, close, body, end }) => {
    const text = `---\n${lines.map((one) => `${one}\n`).join('')}${close}\n${body.replaceAll('~', '\n')}${end ? '\n' : ''}`;
    return (bom ? '\ufeff' : '') + (crlf ? text.replace(/\r?\n/g, '\r\n') : text);
  });
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }).map((text) => `---\n${text}\n---\n`),
);
const file = fc.oneof({ weight: 4, arbitrary: structured }, { weight: 1, arbitrary: anything });
const json: fc.Arbitrary<Json> = fc.oneof(scalar, fc.integer(), fc.boolean(), fc.constant(null), fc.array(scalar, { maxLength: 4 }));
const key = word.filter((one) => one !== 'oordelen' && one !== '__proto__');

let [edited, refused] = [0, 0];
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

function look(text: string, name: string, value: Json, body: string): void {
  const shape = shapeOf(text);
  readEntry({ path: 'praktijken/stuk.md', text, changed: 0, problems: [] }, vocabulary);
  // Printing what was taken apart gives the same file, byte for byte.
  must(replaceBody(text, '') + text.slice(shape.body) === text, 'delen zijn samen niet het geheel');
  const own = text.slice(shape.body);
  if (!/\r/.test(own) || (shape.eol === '\r\n' && !/[^\r]\n|^\n|\r(?!\n)/.test(own)))
    must(replaceBody(text, bodyOf(text)) === text, 'lezen en terugschrijven verandert de tekst');
  // A body that itself opens front matter, above which nothing stands, becomes front matter: that is a new file, not an edit.
  if (shape.front) must(bodyOf(replaceBody(text, body)) === body.replace(/\r\n?/g, '\n'), 'een nieuwe tekst komt niet zo terug');
  let after: string;
  try {
    after = setKeys(text, { [name]: value });
  } catch (error) {
    if (!(error instanceof HeaderRefusal)) throw error;
    refused++;
    return;
  }
  edited++;
  must(after.slice(shapeOf(after).body) === own, 'een veld zetten raakt de tekst');
  if (shape.front && !/^\s*\{/.test(text.slice(shape.front.from, shape.front.to)))
    must(touchesOnePlace(text, after, name), 'een veld zetten raakt meer dan één plek');
  must(setKeys(after, { [name]: value }) === after, 'nog eens zetten verandert weer iets');
  const back = shape.front ? readHeader(after.slice(shapeOf(after).front?.from, shapeOf(after).front?.to)).values.get(name)?.value : value;
  must(JSON.stringify(back ?? null) === JSON.stringify(value), 'een veld komt anders terug');
  try {
    const judged = appendRecord(after, 'oordelen', { item: 'a', oordeel: 'ja', onderbouwing: body.slice(0, 40) });
    must(judged.slice(shapeOf(judged).body) === own, 'een oordeel raakt de tekst');
  } catch (error) {
    if (!(error instanceof HeaderRefusal)) throw error;
  }
}

const result = fc.check(fc.property(file, key, json, fc.string({ unit: 'grapheme', maxLength: 100 }), look), {
  seed: Number(seed),
  numRuns: Number(runs),
});
const error = result.errorInstance instanceof Error ? result.errorInstance.message : '';
writeSync(
  1,
  JSON.stringify({
    runs: result.numRuns,
    failed: result.failed,
    seed: result.seed,
    path: result.counterexamplePath,
    example: result.counterexample,
    error,
    edited,
    refused,
  }),
);

// A collection of the bench as files in folders, as a kennismap holds them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildEngine, corpusFolder, loadEngine, readCorpus } from './preparation.mjs';

/** A document as somebody keeps it: a header with a judgement per criterion, and the text in parts. Gives its size in bytes. */
function write(dir, document) {
  const { id, title, summary, keywords, sections, values, verdicts, date } = document;
  const header = [
    `id: ${id}`,
    `soort: ${values.soort[0]}`,
    `titel: ${JSON.stringify(title)}`,
    `samenvatting: ${JSON.stringify(summary)}`,
    'status: gepubliceerd',
    `trefwoorden: [${keywords.join(', ')}]`,
    `datum: ${date}`,
    'oordelen:',
    ...Object.entries(verdicts)
      .filter(([item, verdict]) => verdict !== 'geen' && Number(item.slice(1)) <= 7)
      .map(
        ([item, verdict]) => `  - { item: checklist.${item}, oordeel: ${verdict}, onderbouwing: "Zie de tekst.", door: coördinator, op: 2026-03-11 }`,
      ),
  ];
  const text = `---\n${header.join('\n')}\n---\n\n${sections.map((part) => `## ${part.name}\n\n${part.text}\n`).join('\n')}`;
  writeFileSync(join(dir, `${id}.md`), text);
  return Buffer.byteLength(text);
}

/** Writes a kennismap of so many documents, spread over a hundred folders; gives the size of all of them in bytes. */
export async function writeFiles(dir, size) {
  await buildEngine();
  const engine = await loadEngine();
  const sources = readCorpus(corpusFolder(true), engine.plainText);
  let bytes = 0;
  let n = 0;
  for (const document of engine.collection(size, sources)) {
    const folder = join(dir, `map-${n++ % 100}`);
    mkdirSync(folder, { recursive: true });
    bytes += write(folder, document);
  }
  return bytes;
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

const Vector = z.object({
  id: z.string(),
  group: z.string(),
  text: z.string().default(''),
  only: z.literal('text').optional(),
  repeat: z.object({ text: z.string(), times: z.number() }).optional(),
});

/** A write-up with one vector in one place. */
export interface HostileDocument {
  id: string;
  group: string;
  place: string;
  path: string;
  text: string;
}

const quoted = (text: string): string => JSON.stringify(text.replace(/\n/g, ' '));

/** Where a vector may stand: fields of the header, and places in the text. */
const places: Record<string, (vector: string) => { head?: string; title?: string; body?: string }> = {
  title: (vector) => ({ title: vector }),
  summary: (vector) => ({ head: `samenvatting: ${quoted(vector)}\n` }),
  fields: (vector) => ({
    head: `trefwoorden: [${quoted(vector)}]\norganisatie: ${quoted(vector)}\nfase: ${quoted(vector)}\nonbekend: ${quoted(vector)}\n`,
  }),
  judgement: (vector) => ({
    head: `oordelen:\n  - {item: A1, oordeel: ja, onderbouwing: ${quoted(vector)}, door: ${quoted(vector)}, op: '2026-11-23'}\n`,
  }),
  heading: (vector) => ({ body: `## ${vector.replace(/\n/g, ' ')}\n\nkwaad verhaal\n` }),
  text: (vector) => ({ body: `## Hoe\n\nkwaad verhaal\n\n${vector}\n` }),
  inline: (vector) => ({ body: `## Wat\n\nkwaad verhaal ${vector.replace(/\n/g, ' ')} en *${vector.replace(/\n/g, ' ')}*\n` }),
};

/** Every vector in every place it can stand in. */
export async function hostileDocuments(): Promise<HostileDocument[]> {
  const read: unknown = JSON.parse(await readFile(resolve(import.meta.dirname, '../fixtures/hostile/vectors.json'), 'utf8'));
  return z
    .array(Vector)
    .parse(read)
    .flatMap(({ id, group, text, only, repeat }) => {
      const vector = repeat ? repeat.text.repeat(repeat.times) : text;
      return Object.entries(places).flatMap(([place, put]) => {
        if (only !== undefined && place !== only) return [];
        const { head = '', title = `Stuk ${id} ${place}`, body = 'kwaad verhaal\n' } = put(vector);
        const document = `---\nid: ${place}-${id}\nsoort: praktijk\ntitel: ${quoted(title)}\n${head}---\n\n${body}`;
        return [{ id: `${place}-${id}`, group, place, path: `${place}/${id}.md`, text: document }];
      });
    });
}

/** Names of files that would be markup or a way out if somebody let them. */
const names = [
  '<img src=x onerror=globalThis.__pwned=1>.md',
  '"onmouseover="globalThis.__pwned=1.md',
  'javascript:globalThis.__pwned=1.md',
  '\u202egpj.md',
  '%2e%2e%2fweg.md',
  '{{7*7}}.md',
];

/** Writes them all in a folder; gives what should be listed. */
export async function writeHostileLibrary(dir: string): Promise<HostileDocument[]> {
  const documents = await hostileDocuments();
  for (const name of names) documents.push({ id: '', group: 'names', place: 'name', path: `namen/${name}`, text: 'kwaad verhaal\n' });
  for (const { path, text } of documents) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), text);
  }
  await writeFile(
    join(dir, 'text/kwaad.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="parent.__pwned=1"><script>parent.__pwned=1</script></svg>',
  );
  return documents;
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Manifest } from '../../domain/bundle/manifest.ts';
import { Card } from '../../domain/cards/card.ts';
import type { Sharing } from '../../domain/entries/entry.ts';
import { bodyOf } from '../../domain/entries/file-text.ts';
import { Kind } from '../../domain/entries/kind.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Shelved } from '../library/shelf.ts';
import { attachmentsOf, readAttachmentFile } from './bundle-contents.ts';
import type { Packed, SourceFile } from './chosen.ts';
import { withoutMetadata } from './picture-data.ts';
import type { ProductFile } from './products/product.ts';

/**
 * The Markdown of a write-up, as {@link Outgoing.copy} gives it, and its attachments; outside the house pictures go without what they tell about place
 * and maker.
 */
export async function sourceFiles(
  library: OpenLibrary,
  held: Shelved,
  text: string,
  { copy, inside }: { copy: string; inside: boolean },
): Promise<SourceFile[]> {
  const { path } = held.read.summary;
  const attachments = await attachmentsOf(library, path, bodyOf(copy));
  const written = async (): Promise<Uint8Array> => (copy === text ? readAttachmentFile(library, path) : Buffer.from(copy, 'utf8'));
  return [
    { path: `stukken/${path}`, read: written },
    ...attachments.map((one) => ({
      path: `stukken/${one.path}`,
      read: async () => {
        const bytes = await readAttachmentFile(library, one.path);
        return inside ? bytes : withoutMetadata(bytes);
      },
    })),
  ];
}

/** The product `bron`: everything another kennismap, or another program, needs to go on with the write-ups. */
export async function sourceProduct(library: OpenLibrary, packed: readonly Packed[], manifest: Manifest): Promise<ProductFile[]> {
  const { cards, kinds, fields } = library.vocabulary;
  const files: ProductFile[] = [
    { name: 'LEESMIJ.txt', bytes: Buffer.from(readMe(manifest), 'utf8') },
    ...cards.map((card) => jsonFile(`kaarten/${card.id}.json`, card)),
    ...kinds.map((kind) => jsonFile(`soorten/${kind.id}.json`, kind)),
    jsonFile('velden.json', fields),
    jsonFile('schema/manifest.schema.json', z.toJSONSchema(Manifest)),
    jsonFile('schema/kaart.schema.json', z.toJSONSchema(Card, { io: 'input' })),
    jsonFile('schema/soort.schema.json', z.toJSONSchema(Kind, { io: 'input' })),
  ];
  const seen = new Set<string>();
  for (const file of packed.flatMap((one) => one.files)) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    files.push({ name: file.path, bytes: await file.read() });
  }
  const hashes = files.map(({ name, bytes }): [string, string] => [name, createHash('sha256').update(bytes).digest('hex')]);
  hashes.sort(([a], [b]) => (a < b ? -1 : 1));
  return [...files, jsonFile('manifest.json', { ...manifest, files: Object.fromEntries(hashes) })];
}

const jsonFile = (name: string, value: unknown): ProductFile => ({ name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8') });

const audienceWords: Record<Sharing, string> = { intern: 'de eigen organisatie', partners: 'partners', openbaar: 'iedereen' };

/** For who unpacks the folder without Oogst. */
function readMe({ title, made, audience, entries }: Manifest): string {
  return [
    title,
    '',
    `Gemaakt met Oogst op ${made.slice(0, 10)}, voor ${audienceWords[audience]}.`,
    `In deze map staan ${entries.length === 1 ? '1 stuk' : `${entries.length} stukken`} als Markdown: gewone tekst die elk programma kan openen.`,
    '',
    'stukken/        de teksten met hun bijlagen; bovenin elk bestand staan de gegevens',
    'kaarten/        de kaarten waarmee de stukken zijn gewogen en geordend',
    'soorten/        welke gegevens en onderdelen bij welke soort horen',
    'velden.json     wat elk gegeven betekent en welke waarden het heeft',
    'schema/         de vorm van kaarten, soorten en manifest, voor programma’s',
    'manifest.json   wat erin zit, met een controlegetal (SHA-256) per bestand',
    '',
    'Verder werken met Oogst: kies Inlezen en wijs de hele bundel aan. Er wordt niets overschreven zonder dat je het ziet.',
    '',
    ...entries.map((entry) => `- ${entry.title} (${entry.kind}): ${entry.path}`),
    '',
  ].join('\r\n');
}

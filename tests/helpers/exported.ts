import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import type { BundleReport, CallContext, Input } from '../../domain/api/contract.ts';
import { productIds } from '../../domain/bundle/products.ts';
import type { Opened } from './open-services.ts';
import { temporaryFolder } from './temporary.ts';
import { unzipped } from './zip.ts';

export interface Exported {
  report: BundleReport;
  bytes: Buffer;
  path: string;
  /** Every file in it. */
  zip: Map<string, Buffer>;
}

/** A bundle of write-ups for everybody with every product there is, on a day that is given; `order` says what is otherwise. */
export async function exported(
  opened: Opened,
  ids: string[],
  order: Partial<Input<'bundles.export'>> = {},
  context: Partial<CallContext<'bundles.export'>> = {},
): Promise<Exported> {
  const path = order.out ?? join(await temporaryFolder(), 'bundel.zip');
  const asked = { title: 'Bundel', ids, audience: 'openbaar' as const, products: [...productIds], date: '2026-11-26', ...order, out: path };
  const report = await opened.call('bundles.export', asked, context);
  const bytes = await readFile(path);
  return { report, bytes, path, zip: await unzipped(bytes) };
}

/** Everything that can be found in a file: the file, the files in it when it is a zip, and what is packed in it when it is a PDF. */
export async function layersOf(name: string, bytes: Buffer): Promise<Map<string, Buffer>> {
  const out = new Map([[name, bytes]]);
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    for (const [path, inner] of await unzipped(bytes)) for (const [at, layer] of await layersOf(`${name} > ${path}`, inner)) out.set(at, layer);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    for (const [at, layer] of streamsOf(bytes).entries()) out.set(`${name} > stream ${at}`, layer);
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    out.set(`${name} > info`, Buffer.from(JSON.stringify((await pdf.getMetadata()).info)));
    for (let page = 1; page <= pdf.numPages; page++) {
      const { items } = await (await pdf.getPage(page)).getTextContent();
      out.set(`${name} > page ${page}`, Buffer.from(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')));
    }
  }
  return out;
}

function streamsOf(bytes: Buffer): Buffer[] {
  const out: Buffer[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('endstream', at);
    try {
      out.push(inflateSync(bytes.subarray(at + 7, end)));
    } catch {
      // Not packed, or the end of one: it is read as it stands in the file itself.
    }
  }
  return out;
}

/** Where one of the words stands in the layers, in any of the ways files write words. */
export function tracesOf(words: readonly string[], layers: ReadonlyMap<string, Buffer>): string[] {
  const ways = words.flatMap((word) => {
    const wide = Buffer.from(word, 'utf16le');
    const turned = Buffer.from(wide).swap16();
    return [Buffer.from(word), wide, turned, Buffer.from(turned.toString('hex')), Buffer.from(turned.toString('hex').toUpperCase())].map((bytes) => ({
      word,
      bytes,
    }));
  });
  return [...layers].flatMap(([name, layer]) => ways.filter(({ bytes }) => layer.includes(bytes)).map(({ word }) => `${word} in ${name}`));
}

import { ZipFile } from 'yazl';
import { openZipSafely, readMember } from '../../library/zip-reading.ts';

/** What our own libraries put out stays far under these. */
const limits = { entries: 20_000, each: 512 * 1024 ** 2, all: 1024 ** 3, ratio: 2000 };

export interface OfficeMeta {
  title: string;
  made: Date;
}

/** What a kind of file wants of its own of a part of XML. */
export type TidyPart = (path: string, text: string) => string;

const first = ['[Content_Types].xml', '_rels/.rels'];

/**
 * Packs an Office file of a library again so that the same contents give the same bytes, and nothing in it tells who made it, where or with what:
 * parts in a fixed order with one date, ids by order instead of by chance, properties of our own.
 */
export async function rezipOffice(bytes: Uint8Array, meta: OfficeMeta, tidy: TidyPart = (_, text) => text): Promise<Uint8Array> {
  const parts = await readParts(bytes);
  const ids = new Map<string, string>();
  const tidied = new Map<string, Buffer>();
  for (const path of [...parts.keys()].sort(byPlace)) {
    const content = parts.get(path);
    if (content)
      tidied.set(path, /\.(?:xml|rels)$/.test(path) ? Buffer.from(tidy(path, tidyPart(path, content.toString('utf8'), ids, meta))) : content);
  }
  return zipped(tidied, meta.made);
}

const byPlace = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (path: string): number => (first.includes(path) ? first.indexOf(path) : first.length);

async function readParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const { zip, members } = await openZipSafely(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
  try {
    const parts = new Map<string, Buffer>();
    for (const member of members) parts.set(member.path, await readMember(zip, member));
    return parts;
  } finally {
    zip.close();
  }
}

function tidyPart(path: string, content: string, ids: Map<string, string>, meta: OfficeMeta): string {
  if (path === 'docProps/core.xml') return coreProperties(meta);
  let counted = 0;
  return (
    content
      // Relations get an id by chance from the library; one id means the same thing in a part and in its list of relations.
      .replace(/"(rId(?=[^"]*[a-z_-])[A-Za-z0-9_-]{12,})"/g, (_, id: string) => `"${numbered(ids, id)}"`)
      .replace(/(<wp:docPr id=")\d+"/g, (_, start: string) => `${start}${++counted}"`)
  );
}

function numbered(ids: Map<string, string>, id: string): string {
  const known = ids.get(id) ?? `rIdL${ids.size + 1}`;
  ids.set(id, known);
  return known;
}

/** Text for an XML part: escaped, and without the signs XML does not know. */
export function xmlText(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return cleanText(text).replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** Without the signs XML does not know: one of them makes Office call the whole file damaged. */
export function cleanText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\p{Surrogate}/gu, '');
}

function coreProperties({ title, made }: OfficeMeta): string {
  const moment = `${made.toISOString().slice(0, 19)}Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:language>nl-NL</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** A zip of parts in the order given, each with the same date; the same on every computer, whatever its time zone. */
export async function zipped(parts: ReadonlyMap<string, Uint8Array>, made: Date): Promise<Uint8Array> {
  const zip = new ZipFile();
  // A zip keeps local time without saying where, so the local time written is that of Greenwich.
  const mtime = new Date(
    made.getUTCFullYear(),
    made.getUTCMonth(),
    made.getUTCDate(),
    made.getUTCHours(),
    made.getUTCMinutes(),
    made.getUTCSeconds(),
  );
  for (const [path, content] of parts)
    zip.addBuffer(Buffer.from(content.buffer, content.byteOffset, content.byteLength), path, {
      mtime,
      mode: 0o100644,
      forceDosTimestamp: true,
      compress: !/\.(?:png|jpe?g)$/i.test(path),
    });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

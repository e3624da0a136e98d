import { openZipSafely, readMember } from '../library/zip-reading.ts';

const limits = { entries: 5000, each: 200 * 1024 * 1024, all: 1024 * 1024 * 1024, ratio: 1000 };

/** Who made a document, as the file itself tells; undefined when it does not tell, or cannot be read safely. */
export async function documentAuthor(path: string, read: () => Promise<Uint8Array>): Promise<string | undefined> {
  if (/\.(?:docx|pptx|xlsx)$/i.test(path)) return officeAuthor(path);
  if (/\.pdf$/i.test(path)) return pdfAuthor(await read());
  return undefined;
}

async function officeAuthor(path: string): Promise<string | undefined> {
  try {
    const { zip, members } = await openZipSafely(path, limits);
    try {
      const core = members.find((member) => member.path === 'docProps/core.xml');
      if (!core || core.size > 1024 * 1024) return undefined;
      const xml = (await readMember(zip, core)).toString('utf8');
      const names = [...xml.matchAll(/<(?:dc:creator|cp:lastModifiedBy)(?:\s[^<>]{0,200})?>([^<]{1,300})</g)].map((found) =>
        unescaped(found[1] ?? '').trim(),
      );
      return [...new Set(names.filter((name) => name !== ''))].join(', ') || undefined;
    } finally {
      zip.close();
    }
  } catch {
    return undefined;
  }
}

const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

/** The author in the Info of a PDF, or in its XMP packet. What is packed or enciphered is not seen. */
export function pdfAuthor(bytes: Uint8Array): string | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 5).toString('latin1') !== '%PDF-') return undefined;
  for (let at = file.indexOf('/Author'); at >= 0; at = file.indexOf('/Author', at + 7)) {
    const name = pdfString(file.subarray(at + 7, at + 1000).toString('latin1'));
    if (name !== undefined && name !== '') return name;
  }
  const packet = file.indexOf('<dc:creator>');
  if (packet < 0) return undefined;
  const found = /<rdf:li[^<>]{0,50}>([^<]{1,300})</.exec(file.subarray(packet, packet + 1000).toString('utf8'));
  return found ? unescaped(found[1] ?? '').trim() || undefined : undefined;
}

function pdfString(ahead: string): string | undefined {
  const hex = /^\s{0,10}<([\da-fA-F\s]{0,800})>/.exec(ahead)?.[1];
  if (hex !== undefined) return decoded(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
  const start = /^\s{0,10}\(/.exec(ahead)?.[0].length;
  if (start === undefined) return undefined;
  const out: number[] = [];
  for (let at = start, depth = 0; at < ahead.length; at++) {
    const sign = ahead[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(ahead.slice(at + 1, at + 4))?.[0];
      out.push(octal === undefined ? ahead.charCodeAt(at + 1) : Number.parseInt(octal, 8) & 0xff);
      at += octal?.length ?? 1;
    } else {
      if (sign === ')' && depth-- === 0) break;
      if (sign === '(') depth++;
      out.push(ahead.charCodeAt(at));
    }
  }
  return decoded(Buffer.from(out));
}

function decoded(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1').trim();
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le').trim();
}

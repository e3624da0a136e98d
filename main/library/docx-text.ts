import mammoth from 'mammoth';
import { ZipFile } from 'yazl';
import { BadZip, openZipSafely, readMember, type ZipLimits } from './zip-reading.ts';
import { cutReason, extractionLimits, tidied, type ExtractedText } from './text-extraction.ts';

/** A Word file of thousands of pages stays far under these; pictures count for the whole but are never unpacked. */
const limits: ZipLimits = { entries: 5000, each: 64 * 1024 ** 2, all: 256 * 1024 ** 2, ratio: 200 };
const mostText = 48 * 1024 ** 2;

/** The text of a Word file. Throws {@link BadZip} or what the library throws on a file that is none. */
export async function docxText(bytes: Uint8Array<ArrayBuffer>): Promise<ExtractedText> {
  const { value } = await mammoth.extractRawText({ buffer: await textParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) });
  const text = tidied(value);
  if (text === '') return { text, reason: 'Er staat geen tekst in dit Word-bestand.' };
  return text.length > extractionLimits.signs ? { text: text.slice(0, extractionLimits.signs), reason: cutReason } : { text };
}

/**
 * The same file with nothing but its text parts, unpacked. What the library reads is then exactly what was judged: two readers may disagree about
 * a zip that was made to mislead.
 */
async function textParts(bytes: Buffer): Promise<Buffer> {
  const { zip, members } = await openZipSafely(bytes, limits);
  try {
    const parts = members.filter(({ path }) => /\.(?:xml|rels)$/i.test(path));
    if (parts.reduce((sum, part) => sum + part.size, 0) > mostText) throw new BadZip('de inhoud is te groot');
    const plain = new ZipFile();
    for (const part of parts) {
      const content = await readMember(zip, part);
      if (/<!DOCTYPE|<!ENTITY/i.test(content.toString('latin1'))) throw new BadZip(`“${part.path}” bevat een DOCTYPE`);
      plain.addBuffer(content, part.path, { compress: false });
    }
    plain.end();
    const chunks: Buffer[] = [];
    for await (const chunk of plain.outputStream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } finally {
    zip.close();
  }
}

/** What is wrong with a Word file that could not be read, in Dutch. */
export function docxFault(error: unknown, bytes: Uint8Array): string {
  // The container of Word before 2007, and of every Word file with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'Er zit een wachtwoord op dit Word-bestand, of het komt uit een heel oude Word.';
  return error instanceof BadZip
    ? `Dit Word-bestand is niet te lezen: ${error.message}.`
    : 'Dit Word-bestand is beschadigd, of het is geen Word-bestand.';
}

import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ExtractedText, TextExtractor } from '../../../main/library/text-extraction.ts';
import { createTextExtractor } from '../../../main/shells/text-threads.ts';
import { docx, pdf, withPassword, wordXml } from '../../helpers/attachment-files.ts';
import { bundleForThread } from '../../helpers/thread-bundle.ts';

let thread: Awaited<ReturnType<typeof bundleForThread>>;
let extractor: TextExtractor;
beforeAll(async () => {
  thread = await bundleForThread(resolve(import.meta.dirname, '../../../main/shells/worker/text-main.ts'));
  extractor = createTextExtractor(thread.file);
}, 60_000);
afterAll(async () => {
  await extractor.close();
  await thread.remove();
});

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

describe('the text of a PDF', () => {
  test('comes from every page, with words that were broken at the end of a line made whole', async () => {
    const found = await extractor.extract({ type: 'pdf', bytes: pdf(['Kwartier-\nmaker aan zet', 'Tweede (pagina) caf\u00e9']) });
    expect(found).toEqual({ text: 'Kwartiermaker aan zet Tweede (pagina) café' });
  });

  test.each([
    ['that is no PDF', bytes('onzin'), /beschadigd/],
    ['that was cut off', pdf(['Een tekst']).slice(0, 200), /beschadigd/],
    ['with a password', pdf(['Een tekst'], withPassword), /wachtwoord/],
    ['that is only a picture', pdf(['']), /gescand/],
    ['that is empty', new Uint8Array(0), /beschadigd/],
  ])('is not there for a file %s, and it says why', async (_, file, reason) => {
    const found = await extractor.extract({ type: 'pdf', bytes: file });
    expect(found).toEqual({ text: '', reason: expect.stringMatching(reason) as string });
  });
});

describe('the text of a Word file', () => {
  test('comes from its paragraphs', async () => {
    const found = await extractor.extract({ type: 'docx', bytes: await docx(wordXml(['Eerste alinea', 'Tweede &amp; laatste'])) });
    expect(found).toEqual({ text: 'Eerste alinea Tweede & laatste' });
  });

  test.each([
    ['that is no Word file', bytes('onzin'), /geen zipbestand/],
    ['of before 2007, or with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /wachtwoord/],
    ['without a text part', 'leeg', /beschadigd/],
    ['that unpacks to a thousand times its size', wordXml(['x'.repeat(40_000_000)]), /verdacht sterk samengeperst/],
    ['that unpacks to more than there is room for', Buffer.alloc(70 * 1024 * 1024), /te groot/],
    ['with a DOCTYPE', wordXml(['&lach;'], '<!DOCTYPE x [<!ENTITY lach "lach">]>'), /DOCTYPE/],
    ['without words', wordXml(['']), /geen tekst/],
  ])('is not there for a file %s, and it says why', async (_, file, reason) => {
    const given = typeof file === 'string' || file instanceof Buffer ? await docx(file) : file;
    expect(await extractor.extract({ type: 'docx', bytes: given })).toEqual({ text: '', reason: expect.stringMatching(reason) as string });
  });

  test('is cut where it becomes too long, and it says so', async () => {
    const found = await extractor.extract({
      type: 'docx',
      bytes: await docx(wordXml(Array.from({ length: 300 }, (_, n) => `${n} ${text(9000, n)}`))),
    });
    expect(found.text).toHaveLength(2_000_000);
    expect(found.reason).toMatch(/alleen het begin is doorzoekbaar/);
  });

  test('leaves out what Word marks as no text: comments, field codes and links to elsewhere', async () => {
    const body = `<w:p><w:hyperlink r:id="rId9" xmlns:r="x"><w:r><w:t>zichtbaar</w:t></w:r></w:hyperlink><w:r><w:instrText>HYPERLINK file:///etc/passwd</w:instrText></w:r></w:p>`;
    const document = wordXml([]).replace('<w:body>', `<w:body>${body}`);
    const comments = `<w:comments xmlns:w="x"><w:comment><w:p><w:r><w:t>geheim</w:t></w:r></w:p></w:comment></w:comments>`;
    expect(await extractor.extract({ type: 'docx', bytes: await docx(document, { 'word/comments.xml': comments }) })).toEqual({ text: 'zichtbaar' });
  });
});

/** Words that do not press together. */
function text(length: number, seed: number): string {
  let out = '';
  for (let n = seed * 7919 + 1; out.length < length; n = (n * 48271) % 2147483647) out += `${n.toString(36)} `;
  return out;
}

describe('the thread that reads attachments', () => {
  const stub = (patience: number): TextExtractor => {
    const made = createTextExtractor(resolve(import.meta.dirname, '../shells/slow-text.mjs'), { patience, warmUp: 2000 });
    onTestFinished(() => made.close());
    return made;
  };
  const asked = (what: string): Promise<ExtractedText> => stub(what === 'groeit' ? 10_000 : 300).extract({ type: 'pdf', bytes: bytes(what) });

  test.each([
    ['blijft hangen', /duurde te lang/],
    ['valt om', /kon niet worden gelezen/],
    ['onzin', /kon niet worden gelezen/],
    ['groeit', /kon niet worden gelezen/],
  ])('is stopped when it %s, which may be better another day', async (what, reason) => {
    expect(await asked(what)).toEqual({ text: '', reason: expect.stringMatching(reason) as string, passing: true });
  });

  test('gets the bytes themselves when they are on their own, and else a copy', async () => {
    const file = pdf(['Een tekst']);
    const part = new Uint8Array(new Uint8Array([0, ...file]).buffer, 1);
    expect((await extractor.extract({ type: 'pdf', bytes: part })).text).toBe('Een tekst');
    expect(part).toHaveLength(file.length);
    expect((await extractor.extract({ type: 'pdf', bytes: file })).text).toBe('Een tekst');
    expect(file).toHaveLength(0);
  });
});

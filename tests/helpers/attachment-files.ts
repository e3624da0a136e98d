import { deflateSync } from 'node:zlib';
import { ZipFile } from 'yazl';

type Bytes = Uint8Array<ArrayBuffer>;

/** A PDF with a page per text; an empty text gives a page without words. `trailer`: more for the trailer, such as a password. */
export function pdf(texts: readonly string[], trailer = ''): Bytes {
  const contents = texts.map((text) => (text === '' ? '' : `BT /F1 12 Tf 40 700 Td ${shown(text)} ET`));
  return pdfOf(
    contents.map((content) => ({ data: Buffer.from(content, 'latin1'), filter: '' })),
    trailer,
  );
}

/** A small PDF whose one page unpacks to many bytes that say nothing. */
export const pdfBomb = (megabytes: number): Bytes =>
  pdfOf([{ data: deflateSync(Buffer.alloc(megabytes * 1024 * 1024, ' '), { level: 9 }), filter: '/Filter /FlateDecode ' }], '');

/** Each line of a text under the one before. */
const shown = (text: string): string =>
  text
    .split('\n')
    .map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -16 Td`)
    .join(' ');

function pdfOf(pages: readonly { data: Buffer; filter: string }[], trailer: string): Bytes {
  const kids = pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
  ];
  pages.forEach(({ data, filter }, n) => {
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    objects.push(Buffer.from(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + n * 2} 0 R ${resources} >>`));
    objects.push(Buffer.concat([Buffer.from(`<< ${filter}/Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]));
  });
  let file = Buffer.from('%PDF-1.4\n');
  const starts = objects.map((object, n) => {
    const start = file.length;
    file = Buffer.concat([file, Buffer.from(`${n + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${starts.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array([...file, ...Buffer.from(end)]);
}

/** What a PDF with a password has in its trailer; nobody knows the password. */
export const withPassword = `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `;

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const links =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The text part of a Word file. */
export const wordXml = (paragraphs: readonly string[], head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs
    .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
    .join('')}</w:body></w:document>`;

/** A Word file with this text part, and more files when asked. */
export async function docx(document: string | Uint8Array, more: Record<string, string> = {}): Promise<Bytes> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries({ '[Content_Types].xml': types, '_rels/.rels': links, ...more }))
    zip.addBuffer(Buffer.from(content), path);
  zip.addBuffer(Buffer.from(document), 'word/document.xml');
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

import { ZipFile } from 'yazl';
import { unzipped } from './zip.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A zip of texts by their path. */
export async function zipOf(parts: ReadonlyMap<string, string | Buffer>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of parts) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The same Office file with some of its parts changed; a part without text goes. */
export async function withParts(bytes: Uint8Array, change: (text: string, path: string) => string | undefined): Promise<Uint8Array> {
  const parts = new Map<string, string | Buffer>();
  for (const [path, content] of await unzipped(Buffer.from(bytes))) {
    const text = /\.(xml|rels)$/.test(path) ? change(content.toString('utf8'), path) : content;
    if (text !== undefined) parts.set(path, text);
  }
  return zipOf(parts);
}

/** Fills in places of a worksheet as Word does: the hint goes, a ticked box gets another sign. */
export function filledIn(document: string, texts: Readonly<Record<string, string>>, ticks: readonly string[]): string {
  return document.replace(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
    const tag = /<w:tag w:val="([^"]*)"/.exec(control)?.[1] ?? '';
    const text = texts[tag];
    if (ticks.includes(tag)) return control.replace('<w14:checked w14:val="0"/>', '<w14:checked w14:val="1"/>').replace('☐', '☒');
    if (text === undefined) return control;
    const lines = text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
      .join('<w:br/>');
    const content = `<w:sdtContent><w:r>${lines}</w:r></w:sdtContent>`;
    return control.replace('<w:showingPlcHdr/>', '').replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => content);
  });
}

/** What is left of a document in a program that knows no places to fill in: their contents only. */
export const flattened = (document: string): string => document.replace(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '').replace(/<\/?w:sdt>|<\/?w:sdtContent>/g, '');

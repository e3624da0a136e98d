import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import type { Typesetter } from '../../main/bundles/typesetting.ts';
import { TypstTypesetter } from '../../main/bundles/typst-typesetter.ts';
import { resources } from './open-services.ts';

/** The typesetter in the thread of the test. */
export function openTypesetter(): Typesetter {
  const typst = new TypstTypesetter(join(resources, 'druk'));
  return { pdf: (input) => typst.pdf(input), close: () => Promise.resolve() };
}

export interface ReadPdf {
  /** The words of each page. */
  pages: string[];
  title: string;
  language: string;
  tagged: boolean;
  created: string;
  outline: string[];
  /** Pieces of text that stick out of their page. */
  outside: string[];
}

/** A PDF as another program reads it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const [{ info }, mark, outline] = await Promise.all([document.getMetadata(), document.getMarkInfo(), document.getOutline()]);
  const said: Record<string, unknown> = { ...info };
  const pages: string[] = [];
  const outside: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join('')
        .replaceAll('\u200b', ''),
    );
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
      if (x < 0 || y < 0 || x + item.width > width + 1 || y > height) outside.push(`${number}: ${item.str}`);
    }
  }
  return {
    pages,
    title: wordIn(said['Title']),
    language: wordIn(said['Language']),
    tagged: Boolean(mark && 'Marked' in mark && mark['Marked']),
    created: wordIn(said['CreationDate']),
    outline: (outline ?? []).map(({ title }) => title),
    outside,
  };
}

const wordIn = (value: unknown): string => (typeof value === 'string' ? value : '');

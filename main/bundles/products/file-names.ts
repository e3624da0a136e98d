import { fileNameFor } from '../../../domain/entries/naming.ts';
import type { ProductEntry, ProductInput } from './product.ts';

/** Names of files about one write-up each, `01-startgesprek.docx`: numbered, so that they lie in the order of the bundle and no two are the same. */
export function fileNames(entries: readonly ProductEntry[], extension: string): string[] {
  const digits = Math.max(2, String(entries.length).length);
  return entries.map(({ title }, at) => {
    const slug = fileNameFor(title).slice(0, 60).replace(/-+$/, '');
    return `${String(at + 1).padStart(digits, '0')}-${slug}.${extension}`;
  });
}

/** The practices of a bundle, in its order. */
export const practicesIn = (input: ProductInput): ProductEntry[] =>
  input.chapters.flatMap((chapter) => chapter.entries.filter(({ kind }) => kind === 'praktijk'));

/** How many write-ups are in it, in words. */
export function practiceCount({ chapters }: ProductInput): string {
  const count = chapters.reduce((sum, { entries }) => sum + entries.length, 0);
  return count === 1 ? '1 stuk' : `${count} stukken`;
}

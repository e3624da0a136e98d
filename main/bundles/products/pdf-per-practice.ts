import { fileNames, practicesIn } from './file-names.ts';
import type { MakeProduct, ProductEntry, ProductInput } from './product.ts';

/** A PDF per practice, in the order of the bundle; what else is in it is for the booklet and the reader. */
export function pdfPerPractice(make: (entry: ProductEntry, input: ProductInput, signal: AbortSignal) => Promise<Uint8Array>): MakeProduct {
  return async (input, { step, signal }) => {
    const entries = practicesIn(input);
    const names = fileNames(entries, 'pdf');
    const files = [];
    for (const [at, entry] of entries.entries()) {
      await step(at, entries.length, entry.title);
      files.push({ name: names[at] ?? '', bytes: await make(entry, input, signal) });
    }
    await step(entries.length, entries.length, '');
    return files;
  };
}

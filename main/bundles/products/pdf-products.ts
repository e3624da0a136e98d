import { practiceCount } from './file-names.ts';
import type { MakeProduct, Products } from './product.ts';
import { entryData, sharedData, sharedFiles } from './pdf-data.ts';
import type { Typesetter } from '../typesetting.ts';

/** The products that are printed. */
export function createPdfProducts(typesetter: Typesetter): Products {
  return { boekje: booklet(typesetter) };
}

function booklet(typesetter: Typesetter): MakeProduct {
  return async (input, { step }) => {
    await step(0, 1, input.title);
    const data = {
      ...sharedData(input, input.title),
      hoofdstukken: input.chapters.some(({ title }) => title !== ''),
      aantal: practiceCount(input),
      chapters: input.chapters.map(({ title, entries }) => ({ title, entries: entries.map(entryData) })),
    };
    const bytes = await typesetter.pdf({ template: 'boekje', data: JSON.stringify(data), files: sharedFiles(input) });
    await step(1, 1, input.title);
    return [{ name: 'boekje.pdf', bytes }];
  };
}

import { fileNames, practicesIn } from './file-names.ts';
import { docxHandout } from './docx-handout.ts';
import { programmeFiles } from './docx-programme.ts';
import { docxWorksheet } from './docx-worksheet.ts';
import { overviewFiles } from './overview-file.ts';
import { slideDecks } from './slide-decks.ts';
import type { MakeProduct, OfficeProductId, ProductEntry, ProductInput } from './product.ts';

/** The products that Word, PowerPoint and a spreadsheet open. */
export const officeProducts: Readonly<Record<OfficeProductId, MakeProduct>> = {
  handout: perPractice('docx', docxHandout),
  werkblad: perPractice('docx', docxWorksheet),
  dias: slideDecks,
  programma: programmeFiles,
  overzicht: overviewFiles,
};

/** A file per practice, in the order of the bundle; what else is in it is for the booklet and the reader. */
function perPractice(extension: string, make: (entry: ProductEntry, input: ProductInput) => Promise<Uint8Array>): MakeProduct {
  return async (input, { step }) => {
    const entries = practicesIn(input);
    const names = fileNames(entries, extension);
    const files = [];
    for (const [at, entry] of entries.entries()) {
      await step(at, entries.length, entry.title);
      files.push({ name: names[at] ?? '', bytes: await make(entry, input) });
    }
    await step(entries.length, entries.length, '');
    return files;
  };
}

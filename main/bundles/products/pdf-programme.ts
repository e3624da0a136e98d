import type { Programme } from '../../../domain/bundle/programme.ts';
import { leafletPage, scriptPage, type ProgrammePage } from '../../../domain/bundle/programme-pages.ts';
import { sessionPlan } from '../../../domain/bundle/session-plan.ts';
import { picturesIn } from '../product-input.ts';
import type { Typesetter } from '../typesetting.ts';
import { csvCell } from './overview-file.ts';
import { sharedData, sharedFiles } from './pdf-data.ts';
import { typeset, type SettingOrder } from './pdf-setting.ts';
import type { MakeProduct, ProductFile, ProductInput } from './product.ts';

/** The day on paper: a programme for everybody, a script for who guides, and what must be put ready. */
export function programmes(typesetter: Typesetter): MakeProduct {
  return async (input, { step, signal }) => {
    const { session } = input;
    if (!session) return [];
    const files: ProductFile[] = [];
    const pages = [
      { name: 'programma.pdf', page: leafletPage({ ...input, session }) },
      { name: 'draaiboek.pdf', page: scriptPage({ ...input, session }) },
    ];
    for (const { name, page } of pages) {
      await step(files.length, 3, session.title);
      files.push({ name, bytes: await typeset(typesetter, order(input, page), signal) });
    }
    await step(2, 3, session.title);
    files.push({ name: 'materialen.csv', bytes: materialsList(sessionPlan(session)) });
    await step(3, 3, '');
    return files;
  };
}

function order(input: ProductInput, { title, pieces }: ProgrammePage): SettingOrder {
  const used = new Set(pieces.flatMap((piece) => (piece.type === 'tekst' ? picturesIn(piece.blocks) : [])));
  return { template: 'programma', data: { ...sharedData(input, title, used), pieces }, files: sharedFiles(input, used) };
}

/** Separated and written the way a Dutch spreadsheet opens it. */
function materialsList({ materials, parts }: Programme): Uint8Array {
  const named = (numbers: readonly number[]): string =>
    numbers.map((number) => parts.find((part) => part.number === number)?.name ?? String(number)).join(', ');
  const rows = [['Materiaal', 'Voor onderdeel', 'Klaar'], ...materials.map(({ name, parts: numbers }) => [name, named(numbers), ''])];
  return Buffer.from(`\ufeff${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`, 'utf8');
}

import type { Programme } from '../../../domain/bundle/programme.ts';
import { sessionPlan } from '../../../domain/bundle/session-plan.ts';
import { picturesIn } from '../product-input.ts';
import type { Typesetter } from '../typesetting.ts';
import { csvCell } from './overview-file.ts';
import { longDate } from '../../../domain/bundle/long-date.ts';
import { sharedData, sharedFiles } from './pdf-data.ts';
import { practicesIn } from './file-names.ts';
import { typeset, type SettingOrder } from './pdf-setting.ts';
import type { MakeProduct, ProductEntry, ProductFile, ProductInput } from './product.ts';

/** The day on paper: a programme for everybody, a script for who guides, and what must be put ready. */
export function programmes(typesetter: Typesetter): MakeProduct {
  return async (input, { step, signal }) => {
    const { session } = input;
    if (!session) return [];
    const programme = sessionPlan(session);
    const files: ProductFile[] = [];
    for (const guide of [false, true]) {
      await step(files.length, 3, session.title);
      const bytes = await typeset(typesetter, order(input, session, programme, guide), signal);
      files.push({ name: guide ? 'draaiboek.pdf' : 'programma.pdf', bytes });
    }
    await step(2, 3, session.title);
    files.push({ name: 'materialen.csv', bytes: materialsList(programme) });
    await step(3, 3, '');
    return files;
  };
}

function order(input: ProductInput, session: ProductEntry, programme: Programme, guide: boolean): SettingOrder {
  const texts = guide ? session.parts.filter(({ blocks }) => blocks.length > 0) : [];
  const used = new Set(texts.flatMap(({ blocks }) => picturesIn(blocks)));
  const data = {
    ...sharedData(input, guide ? `Draaiboek – ${session.title}` : `Programma – ${session.title}`, used),
    guide,
    session: session.title,
    about: [session.date && longDate(session.date), programme.place].filter(Boolean).join(' · '),
    summary: session.summary,
    preparations: programme.preparations,
    note: programme.note ?? '',
    parts: programme.parts.map(({ number, name, minutes, time, method, materials }) => ({
      number,
      name,
      materials,
      time: time ?? '',
      minutes: minutes === undefined ? '' : String(minutes),
      method: method === undefined ? '' : methodName(input, method),
    })),
    total: String(programme.total),
    materials: programme.materials.map(({ name, parts }) => ({ name, parts: parts.join(', ') })),
    practices: practicesIn(input).map(({ title, summary }) => ({ title, summary: guide ? summary : '' })),
    texts: texts.map(({ heading, blocks }) => ({ heading, blocks })),
    contact: session.contact ?? '',
  };
  return { template: 'programma', data, files: sharedFiles(input, used) };
}

/** What a way of working is called; its file name says nothing to who reads it on paper. */
function methodName({ chapters, methods }: ProductInput, id: string): string {
  const along = chapters.flatMap(({ entries }) => entries).find((entry) => entry.id === id);
  return along?.title ?? methods?.get(id) ?? '';
}

/** Separated and written the way a Dutch spreadsheet opens it. */
function materialsList({ materials, parts }: Programme): Uint8Array {
  const named = (numbers: readonly number[]): string =>
    numbers.map((number) => parts.find((part) => part.number === number)?.name ?? String(number)).join(', ');
  const rows = [['Materiaal', 'Voor onderdeel', 'Klaar'], ...materials.map(({ name, parts: numbers }) => [name, named(numbers), ''])];
  return Buffer.from(`\ufeff${rows.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`, 'utf8');
}

import type { AnswerKey, Take } from '../../../domain/bundle/worksheet-questions.ts';
import type { ProductEntry, ProductInput } from './product.ts';

/** By what a worksheet that comes back is known: the tags of its places to fill in, and its properties. Changing one makes older worksheets unreadable. */
export const controlTag = {
  team: 'oogst:team',
  role: 'oogst:rol',
  answer: (question: string, key: AnswerKey): string => `oogst:${question}:${key}`,
  element: (question: string, row: number, what: 'text' | 'why' | Take): string => `oogst:${question}:${row}:${what}`,
} as const;

/** Words that stand where nothing was filled in yet; read back as nothing. */
export const hints = { text: 'Klik hier en typ', choice: 'kies', mark: 'kies een cijfer' } as const;

/** Names of the properties of the file; Word shows them under Info, Geavanceerde eigenschappen. */
export const worksheetProperty = {
  version: 'OogstWerkblad',
  practice: 'OogstPraktijk',
  bundle: 'OogstBundel',
  made: 'OogstGemaakt',
  session: 'OogstSessie',
} as const;

/** Version of the worksheet as a form. */
export const worksheetVersion = '1';

/** What a worksheet carries along about where it comes from: ids and the name of the bundle, nobody's name. */
export function worksheetProperties(entry: ProductEntry, input: ProductInput): Record<string, string> {
  return {
    [worksheetProperty.version]: worksheetVersion,
    [worksheetProperty.practice]: entry.id,
    [worksheetProperty.bundle]: input.title,
    [worksheetProperty.made]: input.made.toISOString(),
    ...(input.session ? { [worksheetProperty.session]: input.session.id } : {}),
  };
}

/** The same in a line at the end, for programs that throw away tags and properties. */
export const worksheetLine = (entry: ProductEntry, input: ProductInput): string =>
  `Kenmerk: ${entry.id} · ${input.made.toISOString()} · ${input.session?.id ?? '-'} · ${input.title}`;

/** Reads {@link worksheetLine} back. */
export const worksheetLinePattern = /^Kenmerk: (\S+) · (\S+) · (\S+) · (.+)$/;

/** Words beside places to fill in that are no answer to a question; by these they are found when the tags are gone. */
export const sheetLabels = { team: 'Team (mag leeg blijven)', role: 'Rol (mag leeg blijven)', element: 'Onderdeel' } as const;

import { listText } from './format.ts';

/** The fields of a write-up, beside its text. */
export const form = {
  side: 'Naast de tekst',
  questions: 'Vragen',
  fields: 'Gegevens',
  otherFields: 'Ook ingevuld',
  otherFieldsText: 'Deze velden horen niet bij deze soort. Ze blijven staan zoals ze zijn.',
  unknownTitle: 'Ook in het bestand',
  unknownText: 'Oogst kent deze sleutels niet en laat ze staan.',
  none: 'geen keuze',
  notListed: (value: string): string => `${value} (staat niet in de lijst)`,
  noEntry: (id: string): string => `${id} (dit stuk is er niet)`,
  noDate: (text: string): string => `“${text}” is geen datum. Schrijf bijvoorbeeld 22-11-2026 of 22 november.`,
  dateExample: 'dd-mm-jjjj',
  suggestions: (label: string): string => `Voorstellen voor ${label}`,
  addWord: (label: string): string => `Toevoegen aan ${label}`,
  addWordHint: 'Typ en druk op Enter',
  editWord: (word: string): string => `${word} wijzigen`,
  removeWord: (word: string): string => `${word} weghalen`,
  findEntry: 'Zoek op titel',
  removeLink: (title: string): string => `Koppeling met ${title} weghalen`,
  row: (n: number): string => `Regel ${n}`,
  addRow: (label: string): string => `Regel toevoegen aan ${label}`,
  removeRow: (n: number): string => `Regel ${n} weghalen`,
  rowUp: (n: number): string => `Regel ${n} omhoog`,
  rowDown: (n: number): string => `Regel ${n} omlaag`,
  rowAlso: (parts: string[]): string => `Ook in deze regel: ${listText(parts)}`,
  undo: 'Laatste wijziging terugdraaien',
  failed: (why: string): string => `Nog niet opgeslagen. ${why}`,
} as const;

/** Choosing what a new write-up begins with. */
export const templates = {
  label: 'Begin met',
  plain: 'De onderdelen van deze soort',
  unusable: (name: string, why: string): string => `Het sjabloon “${name}” kan niet worden gebruikt: ${why}.`,
} as const;

import { countText, timeText } from './format.ts';

/** Writing. */
export const editor = {
  done: 'Klaar',
  label: (title: string): string => `Tekst van ${title}`,
  state: {
    saved: (at: number | undefined): string => (at === undefined ? 'Alles is opgeslagen' : `Opgeslagen ${timeText(at)}`),
    typing: 'Nog niet opgeslagen',
    saving: 'Bezig met opslaan',
    conflict: 'Conflict',
    failed: 'Niet opgeslagen',
    readonly: 'Alleen-lezen',
  },
  saveNow: 'Nu opslaan (Ctrl+S)',
  solve: 'Kies een versie',
  formatHint: '## maakt een kop, - een opsomming, [[titel]] een koppeling.',
  partsTitle: 'Delen van de tekst',
  partStates: { vol: 'vol', dun: 'dun', ontbreekt: 'leeg' },
  words: (count: number): string => countText(count, 'woord', 'woorden'),
  addPart: (name: string): string => `Kop ${name} toevoegen`,
  here: 'hier ben je',
  restoreTitle: (at: number): string => `Er ligt tekst van ${timeText(at)} die nog niet was opgeslagen.`,
  restore: 'Terugzetten',
  discard: 'Weggooien',
  conflictTitle: 'Welke tekst houd je?',
  conflictText: 'Dit stuk is intussen buiten Oogst veranderd. Er gaat niets verloren: kies per verschil, of bewaar jouw tekst als kopie ernaast.',
  conflictMerge: 'Zo bewaren',
  conflictDisk: 'Die van schijf',
  conflictCopy: 'Bewaar een kopie',
  copyTitle: (title: string): string => `${title} (mijn versie)`,
  copied: (title: string): string => `Jouw tekst is bewaard als “${title}”`,
  tookDisk: 'De tekst van schijf staat er nu',
} as const;

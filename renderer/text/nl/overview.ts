import { countText, dateText, numberText } from './format.ts';

/** The Overzicht. */
export const overview = {
  title: 'Overzicht',
  counts: (practices: number, questions: number, unanswered: number, due: number): string => {
    const waiting = unanswered === 0 ? '' : unanswered === questions ? ' zonder antwoord' : `, waarvan ${numberText(unanswered)} zonder antwoord`;
    const open = questions === 0 ? 'geen open vragen' : `${countText(questions, 'open vraag', 'open vragen')}${waiting}`;
    const review = due === 0 ? '' : ` ${countText(due, 'stuk is', 'stukken zijn')} toe aan herziening.`;
    return `${countText(practices, 'praktijk', 'praktijken')}, ${open}.${review}`;
  },
  reading: 'De kennismap wordt nog gelezen; de aantallen staan hier zodra dat klaar is.',
  narrow: 'Overzicht verkleinen',
  all: { thema: 'Alle thema’s', organisatie: 'Alle organisaties' },
  labels: { thema: 'Thema', organisatie: 'Organisatie' },
  showAll: 'Toon alles',
  print: 'Afdrukken',
  wheel: 'Waar de kennis staat',
  wheelLabel: 'Kenniscyclus met het aantal praktijken per fase',
  seedIs: (worth: number): string => (worth === 1 ? 'elk zaadje is een praktijk' : `elk zaadje is ${numberText(worth)} praktijken`),
  sector: (number: number, name: string, count: number): string => `${number} ${name} ${countText(count, 'praktijk', 'praktijken')}`,
  hubWord: (count: number): string => (count === 1 ? 'praktijk' : 'praktijken'),
  unstaged: (count: number): string => `${countText(count, 'praktijk staat', 'praktijken staan')} nog niet in een fase.`,
  matrix: 'Hoe goed ze zijn',
  matrixLabel: 'Criteria bij praktijken. Met de pijlen loop je door de tabel, met Enter open je wat er staat.',
  practice: 'Praktijk',
  stage: 'Fase',
  noStage: 'nog geen fase',
  noVerdict: 'geen oordeel',
  columnItem: (short: string, name: string): string => `${short} ${name}: praktijken zonder het oordeel ja`,
  columnPart: (short: string, name: string): string => `${short} ${name}: praktijken waar dit deel dun is of ontbreekt`,
  cell: (short: string, name: string, state: string): string => `${short} ${name}: ${state}`,
  footItem: (short: string, count: number, total: number): string =>
    `${short}: ${numberText(count)} van ${countText(total, 'praktijk', 'praktijken')} ja`,
  footPart: (short: string, count: number, total: number): string =>
    `${short}: vol bij ${numberText(count)} van ${countText(total, 'praktijk', 'praktijken')}`,
  foot: (total: number): string => `ja of vol, van ${numberText(total)}`,
  weakest: 'minst vaak ja',
  moreRows: (count: number): string => `Toon alle ${countText(count, 'praktijk', 'praktijken')}`,
  moreLines: (count: number): string => `Toon alle ${numberText(count)}`,
  questions: 'Open vragen',
  allQuestions: 'Alle vragen',
  answers: (count: number): string => (count === 0 ? 'nog geen antwoord' : countText(count, 'praktijk antwoordt', 'praktijken antwoorden')),
  noQuestions: 'Er zijn geen open vragen.',
  due: 'Toe aan herziening',
  dueReason: (reason: string, date: string, past: boolean): string => {
    if (reason === 'toestemming') return `toestemming ${past ? 'verlopen op' : 'loopt af op'} ${dateText(date)}`;
    return `herzien vóór ${dateText(date)}`;
  },
  noDue: 'Niets is toe aan herziening.',
  gaps: 'Witte plekken',
  gapsWhole: 'in de hele kennismap',
  noGaps: 'Geen witte plekken gevonden.',
  recent: 'Laatst gewijzigd',
  allRecent: 'Alles',
  noRecent: 'Er is nog niets gewijzigd.',
  emptyTitle: 'Hier komt het overzicht van je praktijken',
  emptyText: 'Zodra er een praktijk in de kennismap staat, zie je hier hoe het ervoor staat: welke fase, hoe goed, en wat er nog mist.',
  emptyLibrary: 'Naar de bibliotheek',
  emptyImport: 'Teksten importeren',
  failed: 'Het overzicht kon niet worden gemaakt.',
  today: 'vandaag',
  days: (count: number): string => countText(count, 'dag', 'dagen'),
  weeks: (count: number): string => countText(count, 'week', 'weken'),
  months: (count: number): string => countText(count, 'maand', 'maanden'),
  years: (count: number): string => `${numberText(count)} jaar`,
} as const;

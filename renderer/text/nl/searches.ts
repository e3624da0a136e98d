import { countText, dateText, numberText } from './format.ts';

/** Queries kept in the kennismap. */
export const searches = {
  group: 'Zoekvragen',
  all: 'Alle zoekvragen…',
  broken: 'Niet te lezen…',
  fresh: (count: number): string => `+${numberText(count)} nieuw`,
  spoken: (name: string, total: number, fresh: number): string =>
    `${name}: ${countText(total, 'stuk', 'stukken')}${fresh > 0 ? `, ${numberText(fresh)} nieuw` : ''}`,
  total: (count: number): string => countText(count, 'stuk', 'stukken'),
  keep: 'Bewaren',
  kept: 'Bewaard',
  keptMenu: (name: string): string => `Zoekvraag “${name}”`,
  readOnly: 'Deze kennismap is alleen-lezen; er kan geen zoekvraag in worden bewaard.',
  keepTitle: 'Zoekvraag bewaren',
  keepHint: 'De zoekvraag komt in de kennismap te staan: collega’s zien hem ook.',
  name: 'Naam',
  noName: 'Geef de zoekvraag een naam.',
  as: 'Bewaren als',
  asNew: 'Een nieuwe zoekvraag',
  asOld: (name: string): string => `In plaats van “${name}”`,
  done: (name: string): string => `“${name}” is bewaard`,
  replaced: (name: string): string => `“${name}” heeft nu deze zoekvraag`,
  rename: 'Andere naam geven',
  renameOf: (name: string): string => `“${name}” een andere naam geven`,
  renameTitle: 'Zoekvraag een andere naam geven',
  remove: 'Verwijderen',
  removeOf: (name: string): string => `“${name}” verwijderen`,
  removed: (name: string): string => `Zoekvraag “${name}” is verwijderd`,
  made: (by: string | undefined, date: string): string =>
    ['bewaard', by ? `door ${by}` : '', date ? `op ${dateText(date)}` : ''].filter(Boolean).join(' '),
  everything: 'alles in de kennismap',
  none: 'Er zijn nog geen zoekvragen bewaard.',
  news: (count: number, since: string): string => `${numberText(count)} nieuw${since ? ` sinds ${since}` : ''}`,
  newsCopy: (title: string): string => `${title} (conflictkopie)`,
  newsMore: (count: number): string => `en nog ${numberText(count)}`,
  newsClose: 'Gezien',
} as const;

import { countText } from './format.ts';

/** Ctrl+K. */
export const search = {
  label: 'Zoeken en opdrachten',
  field: 'Zoek een stuk of geef een opdracht',
  placeholder: 'Typ een titel, een trefwoord of een opdracht',
  results: 'Resultaten',
  goTo: 'Ga naar',
  keywords: 'Trefwoorden',
  people: 'Mensen',
  cards: 'Kaarten',
  doIt: 'Doe',
  searchAll: (text: string): string => `Zoek “${text}” in alle teksten`,
  newWith: (kind: string, title: string): string => `Nieuw stuk (${kind}): “${title}”`,
  nothing: 'Niets gevonden met deze letters.',
  count: (count: number): string => (count === 1 ? '1 mogelijkheid' : `${count} mogelijkheden`),
  pieces: (count: number): string => countText(count, 'stuk', 'stukken'),
  keys: { choose: 'kiezen', open: 'openen', inLibrary: 'in alle teksten', commands: 'opdrachten', keywords: 'trefwoorden', people: 'mensen' },
} as const;

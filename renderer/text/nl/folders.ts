import { countText } from './format.ts';

/** The app's own dialog to choose a folder. */
export const folders = {
  places: 'Plekken',
  path: 'Waar je bent',
  list: 'Mappen hier',
  hint: 'Pijlen kiezen, Enter opent, Backspace gaat een map terug.',
  empty: 'Hier zijn geen mappen.',
  texts: (count: number): string =>
    count === 0 ? 'Geen Markdownteksten in deze map.' : `${countText(count, 'Markdowntekst', 'Markdownteksten')} in deze map.`,
  up: 'Een map terug',
  choose: 'Kies deze map',
  make: 'Nieuwe map',
  makeLabel: 'Naam van de nieuwe map',
  makeNow: 'Maken',
  loading: 'Bezig…',
  root: 'Computer',
} as const;

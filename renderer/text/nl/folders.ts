import { countText } from './format.ts';

/** The app's own dialog to choose a folder. */
export const folders = {
  places: 'Plekken',
  path: 'Waar je bent',
  list: 'Mappen hier',
  hint: 'Pijlen kiezen, Enter opent, Backspace gaat een map terug.',
  empty: 'Hier zijn geen mappen.',
  texts: (count: number): string =>
    count === 0
      ? 'Geen Markdownteksten in deze map zelf; wat in mappen daaronder staat telt hier niet mee.'
      : `${countText(count, 'Markdowntekst', 'Markdownteksten')} in deze map zelf.`,
  up: 'Een map terug',
  choose: (name: string | undefined): string =>
    name === undefined ? 'Kies deze map' : `Kies “${name.length > 40 ? `${name.slice(0, 39)}…` : name}”`,
  make: 'Nieuwe map',
  makeLabel: 'Naam van de nieuwe map',
  makeNow: 'Maken',
  loading: 'Bezig…',
  root: 'Computer',
} as const;

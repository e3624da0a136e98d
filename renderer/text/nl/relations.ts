import { listText } from './format.ts';

/** Names for the other end of a link, by the field it stands in. */
const backwards: Readonly<Record<string, string>> = {
  groep: 'Hoort bij deze groep',
  beantwoordt: 'Beantwoord door',
  gebruikt: 'Wordt gebruikt in',
  bronnen: 'Is bron van',
  verwant: 'Verwant, gezegd door',
  vervolg_op: 'Kreeg vervolg in',
  praktijk: 'Reflectie op deze praktijk',
  sessie: 'Hoort bij deze sessie',
  tekst: 'Genoemd in de tekst van',
};

/** How write-ups hang together: links, backlinks, what looks alike. */
export const relations = {
  title: 'Gekoppeld',
  inText: 'In de tekst',
  none: 'Nog geen koppelingen.',
  add: 'Koppelen',
  addTitle: 'Koppelen aan een ander stuk',
  field: 'Wat is het voor dit stuk?',
  which: 'Welk stuk?',
  whichHint: 'Typ een deel van de titel. Enter kiest het eerste.',
  fitting: 'Stukken die passen',
  noneFound: 'Er is geen stuk met zo’n titel dat hier past en nog niet gekoppeld is.',
  more: (count: number): string => `En nog ${count}; typ verder om ze te zien.`,
  linked: (title: string): string => `Gekoppeld aan “${title}”`,
  unlinked: (title: string): string => `De koppeling met “${title}” is weg`,
  unlink: (label: string, title: string): string => `${label}: koppeling met ${title} weghalen`,
  nowhere: (value: string): string => `${value} (niet gevonden)`,
  back: (field: string, label: string): string => backwards[field] ?? `Verwijst hierheen: ${label}`,
  shared: (tags: string[]): string => `deelt ${listText(tags)}`,
  makeLink: 'Maak koppeling',
  makeLinkIn: (title: string): string => `Maak een koppeling in ${title}`,
  madeLink: (title: string): string => `In “${title}” is de naam nu een koppeling`,
} as const;

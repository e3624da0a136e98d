import { countText } from './format.ts';

/** The offline reader of a bundle. */
export const reader = {
  skip: 'Naar de inhoud',
  made: (date: string, count: number): string => `Samengesteld op ${date} · ${countText(count, 'stuk', 'stukken')}`,
  search: 'Zoek in deze bundel',
  clear: 'Zoekvraag wissen',
  refine: 'Verfijn',
  refineLabel: 'Lijst verfijnen',
  clearAll: 'Wis alles',
  year: 'Jaar',
  list: 'Stukken in deze bundel',
  found: (total: number): string => `${countText(total, 'stuk', 'stukken')} gevonden`,
  all: (total: number): string => countText(total, 'stuk', 'stukken'),
  more: (count: number): string => `Toon meer (nog ${count})`,
  none: 'Niets gevonden. Haal een woord of een keuze weg.',
  removeChip: (name: string): string => `Niet meer verfijnen op ${name}`,
  back: 'Terug naar de lijst',
  contents: 'Inhoud',
  previous: 'Vorige',
  next: 'Volgende',
  turning: 'Bladeren',
  yes: (count: number, total: number): string => `${count} van ${total} criteria: ja`,
  stage: 'Fase',
  judgement: 'Weging',
  keywords: 'Trefwoorden',
  links: 'Gekoppeld',
  backlinks: 'Verwijst hierheen',
  about: 'Over dit stuk',
  facts: 'Gegevens',
  contact: 'Contact',
  sources: 'Bronnen',
  programme: 'Programma',
  time: 'Tijd',
  what: 'Onderdeel',
  minutes: 'Minuten',
  materials: 'Materialen',
  total: (minutes: number): string => `Samen ${countText(minutes, 'minuut', 'minuten')}.`,
  parts: 'Onderdelen',
  missing: 'Dit stuk zit niet in de bundel.',
  printOne: 'Afdrukken',
  printAll: 'Alles afdrukken',
  dark: 'Donker',
  light: 'Licht',
  look: 'Kleuren',
  broken: 'Deze bundel is niet heel: de inhoud ontbreekt. Vraag om een nieuw exemplaar.',
  form: 'Vertalen naar je eigen praktijk',
  formIntro: 'Vul in wat je wilt; niets is verplicht. Je antwoorden blijven op deze computer tot je ze als bestand bewaart.',
  formEnd: 'Geef of mail het bestand aan wie je de bundel gaf. Die leest het in Oogst in.',
  team: 'Team of school (mag leeg)',
  role: 'Je rol (mag leeg)',
  noMark: 'geen cijfer',
  why: 'Waarom?',
  ownElement: 'Iets anders wat je ziet',
  takes: { ja: 'neem ik mee', nee: 'laat ik liggen', misschien: 'weet ik nog niet' },
  saveAnswers: (count: number): string => (count > 1 ? `Antwoorden over ${count} praktijken bewaren` : 'Antwoorden bewaren'),
  answersSaved: 'Bewaard als bestand.',
  answersOpen: 'Nog niet als bestand bewaard.',
  answersFile: (team: string): string =>
    `reflectie${
      team.trim() === ''
        ? ''
        : ` ${team
            .trim()
            .replace(/[\\/:*?"<>|]+/g, ' ')
            .slice(0, 60)}`
    }.json`,
} as const;

import { countText } from './format.ts';

/** The cards a kennismap works with, to read and to print. */
export const cards = {
  title: 'Kaarten',
  intro: 'Waarmee stukken worden gewogen, geplaatst en geordend. Eigen kaarten horen in .oogst/kaarten.',
  list: 'Alle kaarten',
  print: 'Afdrukken',
  source: (title: string, makers: string): string => `Bron: ${title}, ${makers}`,
  lower: 'De bron zelf is niet sterk; gebruik deze kaart om op ideeën te komen.',
  used: (kinds: readonly string[]): string => `Hoort bij: ${kinds.join(', ')}`,
  circular: 'Na het laatste onderdeel begint het weer bij het eerste.',
  minutes: (minutes: number): string => countText(minutes, 'minuut', 'minuten'),
  goal: 'Doel',
  materials: 'Nodig',
  methods: 'Bijvoorbeeld',
  tips: 'Tips',
  find: (name: string): string => `Stukken bij ${name}`,
  findShort: 'Stukken',
  instruments: {
    oordeel: 'om te wegen',
    tekstdeel: 'delen van een tekst',
    lezersvraag: 'vragen aan de lezer',
    leeromgeving: 'om een bijeenkomst of groep te wegen',
    stap: 'stappen',
    kenmerk: 'om langs te lopen',
  },
  missing: 'Deze kaart is er niet (meer).',
} as const;

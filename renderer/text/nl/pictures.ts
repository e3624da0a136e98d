import { countText } from './format.ts';

/** Pictures in a text. */
export const pictures = {
  add: 'Plaatje invoegen',
  change: 'Plaatje',
  insert: 'Invoegen',
  keep: 'Bewaren',
  remove: 'Weghalen uit de tekst',
  choose: 'Kies een bestand',
  other: 'Kies een ander bestand',
  kinds: 'PNG, JPEG, WebP of GIF, hoogstens 15 MB',
  noFile: 'Kies eerst een bestand.',
  preview: 'Het gekozen plaatje',
  alt: 'Wat is er te zien?',
  altHint: 'Voor wie het plaatje niet ziet. Leeg als het alleen versiering is.',
  rights: 'Van wie is het?',
  rightsOf: { eigen: 'Zelf gemaakt', toestemming: 'Met toestemming van de maker', vrij: 'Vrij te gebruiken (licentie)', onbekend: 'Weet ik niet' },
  maker: 'Maker of bron',
  makerHint: 'De rol volstaat, bijvoorbeeld: leerkracht van groep 5.',
  persons: 'Zijn er mensen herkenbaar?',
  personsOf: { '': 'Weet ik niet', nee: 'Nee', ja: 'Ja' },
  personsHint: 'Wie herkenbaar is, of een ouder, moet toestemming geven voordat het de deur uit gaat.',
  missed: (count: number): string =>
    `${countText(count, 'plaatje kwam', 'plaatjes kwamen')} niet mee met het plakken. Bewaar het plaatje als bestand en sleep het in de tekst.`,
  elsewhere: (name: string): string => `Afbeelding van elders, niet opgehaald: ${name}`,
} as const;

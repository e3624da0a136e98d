import { countText } from './format.ts';

/** Giving another title or file name. */
export const renaming = {
  file: 'Naam van het bestand',
  fileHint: 'Kleine letters en streepjes; de map met bijlagen gaat mee.',
  along: (files: number): string =>
    files === 0 ? 'Geen ander stuk verandert mee.' : `In ${countText(files, 'ander stuk', 'andere stukken')} verandert de koppeling mee.`,
  links: (title: string, links: number): string => `${title} (${countText(links, 'koppeling', 'koppelingen')})`,
  more: (count: number): string => `en nog ${countText(count, 'stuk', 'stukken')}`,
  moves: (path: string): string => `Het bestand heet dan ${path}.`,
  stuck: 'Zo zou een koppeling stukgaan',
  stuckIn: (title: string, reason: string): string => `In “${title}” kan Oogst niet schrijven: ${reason}.`,
} as const;

import { countText, numberText } from './format.ts';

const many = (count: number): string => countText(count, 'reflectie', 'reflecties');

/** What teams do with a practice. */
export const reflections = {
  title: 'Reflecties',
  none: 'Nog geen team heeft hierop gereflecteerd.',
  summary: (count: number, average: number | undefined): string =>
    average === undefined ? many(count) : `${many(count)}, gemiddeld een ${numberText(average)}`,
  taken: (teams: number): string => `${countText(teams, 'team nam', 'teams namen')} dit mee`,
  evidence: 'Telt als bewijs voor Implementeer en Actief gebruiken.',
  element: ({ text, ja, nee, misschien }: { text: string; ja: number; nee: number; misschien: number }): string =>
    `${text}: ${[ja > 0 && `${ja} ja`, misschien > 0 && `${misschien} misschien`, nee > 0 && `${nee} nee`].filter(Boolean).join(', ')}`,
  elements: 'Elementen',
  steps: 'Eerste stappen',
  all: 'Alle reflecties',
  add: 'Reflectie invullen',
  team: 'Team',
  role: 'Rol (mag leeg)',
  session: 'Bij welke sessie',
  noSession: 'geen sessie',
  mark: 'Cijfer voor de eigen praktijk, 0 tot 10',
  markWrong: 'Vul een cijfer van 0 tot 10 in.',
  strong: 'Hier zijn we sterk in',
  develop: 'Dit kan groeien',
  appeals: 'Dit spreekt ons aan',
  takeAlong: 'Deze elementen nemen we mee',
  leave: 'Deze laten we liggen',
  perLine: 'Een element per regel.',
  translate: 'Zo ziet het er bij ons uit',
  needs: 'Dit is ervoor nodig',
  step: 'Onze eerste stap',
  save: 'Vastleggen',
  saved: 'De reflectie is vastgelegd',
  files: 'Reflecties in deze map',
  state: { nieuw: 'nieuw', 'er-al': 'al ingelezen', onbekend: 'de praktijk staat niet in de kennismap' },
  line: (title: string, mark: number | undefined): string => (mark === undefined ? title : `${title}, cijfer ${numberText(mark)}`),
  alike: (title: string): string => `Er is al een andere van dit team: ${title}`,
  bring: (count: number): string => `${many(count)} inlezen`,
  brought: (count: number): string => `${many(count)} ingelezen`,
  skipped: (name: string, fault: string): string => `${name} overgeslagen: ${fault}`,
} as const;

import { countText, dateText, numberText } from './format.ts';

/** Where a write-up stands in the kenniscyclus, and what comes next. */
export const stages = {
  own: 'In eigen woorden',
  addOwn: 'Erbij zetten',
  next: 'Wat zou de volgende stap zijn?',
  nextShort: (name: string): string => `Hierna: ${name}.`,
  round: 'De cirkel is rond: wat hier gebruikt wordt, roept een nieuwe vraag op',
  ways: (methods: readonly string[]): string => `Bijvoorbeeld: ${methods.join(' · ')}`,
  question: 'Welke vraag roept dit op?',
  questionMissing: 'Schrijf de vraag op; dat wordt de titel.',
  makeQuestion: 'Nieuwe vraag maken',
  evidence: 'Wat hiervoor pleit',
  evidenceTake: 'Zet in de toelichting',
  evidenceMore: (count: number): string => `en nog ${count}`,
  handedOut: (count: number): string => `Ging mee in ${countText(count, 'bundel', 'bundels')}.`,
  firstSteps: (count: number): string => `${countText(count, 'team noemt', 'teams noemen')} een eerste stap.`,
  firstStep: (team: string, step: string, date: string): string =>
    [team, date && dateText(date)].filter(Boolean).join(', ') + (team || date ? ': ' : '') + step,
  taken: (teams: number, average: number | undefined): string =>
    `${countText(teams, 'team nam', 'teams namen')} hier iets van mee${average === undefined ? '' : `, gemiddeld een ${numberText(average)}`}.`,
  takenElement: (element: string, teams: number): string => `${element}: ${countText(teams, 'team', 'teams')}`,
} as const;

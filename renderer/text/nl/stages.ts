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
} as const;

/** Ctrl+K. */
export const search = {
  label: 'Zoeken en opdrachten',
  field: 'Zoek een stuk of geef een opdracht',
  placeholder: 'Typ een titel, een trefwoord of een opdracht',
  results: 'Resultaten',
  goTo: 'Ga naar',
  doIt: 'Doe',
  searchAll: (text: string): string => `Zoek “${text}” in alle teksten`,
  newWith: (kind: string, title: string): string => `Nieuw stuk (${kind}): “${title}”`,
  nothing: 'Geen titel of opdracht met deze letters.',
  count: (count: number): string => (count === 1 ? '1 mogelijkheid' : `${count} mogelijkheden`),
  keys: { choose: 'kiezen', open: 'openen', inLibrary: 'in alle teksten', commands: 'voor alleen opdrachten', type: 'Typ' },
} as const;

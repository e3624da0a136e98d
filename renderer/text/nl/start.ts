/** The first screen. */
export const start = {
  titleOne: 'Bewaar wat werkt.',
  titleTwo: 'Deel het donderdag.',
  lead: 'Oogst verzamelt praktijken en opbrengsten in een gewone map op je eigen computer. Je weegt ze, vindt ze terug en geeft ze mee op een studiedag.',
  make: 'Nieuwe kennismap maken',
  makeHint: 'Kies een plek, bijvoorbeeld in Documenten of OneDrive.',
  open: 'Bestaande map openen',
  openHint: 'Ook een Obsidian-kluis of een map van een collega.',
  example: 'Rondkijken in het voorbeeld',
  exampleHint: 'Een eigen kopie om mee te oefenen. Je kunt niets stukmaken.',
  recent: 'Eerder geopend',
  forget: (name: string): string => `${name} uit deze lijst halen`,
  note: 'Geen account en geen internet nodig. Alles blijft in jouw map, als tekstbestanden die je ook zonder Oogst kunt lezen.',
  pickNew: 'Kies een lege map voor je nieuwe kennismap',
  pickOpen: 'Kies de map die je wilt openen',
  busy: 'De map wordt geopend…',
} as const;

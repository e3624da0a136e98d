import type { ConsentState } from '../../../domain/bundle/consent-rule.ts';
import type { Consent } from '../../../domain/bundle/consent.ts';
import type { Holder } from '../../../domain/bundle/export-log.ts';
import { countText, dateText } from './format.ts';

const abouts: Record<Consent['about'], string> = { persoon: 'Een persoon', foto: 'Een foto', citaat: 'Een citaat' };
const audiences = { intern: 'eigen organisatie', partners: 'partners', openbaar: 'iedereen' } as const;

/** Who agreed to what. */
export const consent = {
  title: 'Toestemmingen',
  menu: 'Toestemming',
  intro: 'Wie genoemd, gezien of geciteerd mag worden, en voor wie. Dit register gaat nooit mee in een bundel.',
  add: 'Toestemming vastleggen',
  emptyTitle: 'Nog geen toestemmingen',
  emptyText: 'Leg vast wie het goedvindt dat hij op een foto staat, geciteerd wordt of in een verhaal voorkomt. De poort houdt elke bundel ernaast.',
  filter: 'Zoek op persoon, stuk of foto',
  found: (count: number, total: number): string =>
    count === total ? countText(total, 'toestemming', 'toestemmingen') : `${count} van ${countText(total, 'toestemming', 'toestemmingen')}`,
  unread: (count: number): string =>
    `${countText(count, 'regel', 'regels')} in het register ${count === 1 ? 'is' : 'zijn'} niet te lezen. Oogst laat ${count === 1 ? 'hem' : 'ze'} staan.`,
  fault: (path: string, reason: string): string =>
    `Het register is niet te lezen: ${reason}. Er gaat niets de deur uit tot ${path} hersteld is; Oogst verandert niets aan dat bestand.`,
  groups: {
    uitgedeeld: 'Voorbij, maar al uitgedeeld',
    loopt: 'Loopt binnen zestig dagen af',
    overig: 'Verder in het register',
  },
  groupNotes: {
    uitgedeeld: 'Dit is ingetrokken of verlopen en zit in een bundel. Vraag wie hem kreeg om hem weg te doen.',
    loopt: 'Vraag op tijd opnieuw.',
    overig: '',
  },
  states: {
    geldt: 'geldt',
    'loopt-af': 'loopt af',
    gevraagd: 'gevraagd',
    verlopen: 'verlopen',
    ingetrokken: 'ingetrokken',
    niemand: 'niemand herkenbaar',
  } satisfies Record<ConsentState, string>,
  abouts,
  audiences,
  givers: { leerling: 'de leerling zelf (16 jaar of ouder)', ouders: 'de ouders (leerling jonger dan 16)', volwassene: 'de volwassene zelf' },
  givenBy: { leerling: 'door de leerling zelf', ouders: 'door de ouders', volwassene: 'door de persoon zelf' },
  nobodyName: 'Foto zonder herkenbare mensen',
  for: (audience: Consent['audience']): string => `voor ${audiences[audience]}`,
  given: (day: string): string => `gegeven op ${dateText(day)}`,
  until: (day: string): string => `tot en met ${dateText(day)}`,
  withdrawnOn: (day: string): string => `ingetrokken op ${dateText(day)}`,
  form: (where: string): string => `formulier: ${where}`,
  gone: 'Het stuk, de foto of het citaat is er niet meer.',
  holder: ({ title, at, audience }: Holder): string =>
    at === undefined
      ? `staat in de bewaarde bundel “${title}”`
      : `zit in bundel “${title}” van ${dateText(at.slice(0, 10))}, voor ${audiences[audience]}`,
  moreHolders: (count: number): string => `en in nog ${countText(count, 'bundel', 'bundels')}`,
  change: 'Wijzigen',
  withdraw: 'Intrekken',
  remove: 'Verwijderen',
  changeOf: (what: string): string => `Toestemming wijzigen: ${what}`,
  withdrawOf: (what: string): string => `Toestemming intrekken: ${what}`,
  removeOf: (what: string): string => `Toestemming verwijderen: ${what}`,
  saved: 'De toestemming is vastgelegd',
  withdrawn: (holders: number): string =>
    holders === 0 ? 'De toestemming is ingetrokken' : `De toestemming is ingetrokken. Dit zit al in ${countText(holders, 'bundel', 'bundels')}.`,
  removed: 'De toestemming is uit het register gehaald',
  dialogNew: 'Toestemming vastleggen',
  dialogChange: 'Toestemming wijzigen',
  about: 'Waarover',
  who: 'Om wie gaat het',
  whoHint: 'Een rol of initialen, bijvoorbeeld: moeder van K., leerling groep 7. Geen volledige naam.',
  nobody: 'Op deze foto is niemand te herkennen',
  entry: 'In welk stuk',
  entryNone: 'geen stuk in het bijzonder',
  photo: 'Welke foto',
  photoNone: 'kies een foto',
  photoHint: 'Kies eerst het stuk; dan staan de foto’s ervan hier.',
  passage: 'De geciteerde woorden',
  passageHint: 'Precies zoals ze in het stuk staan.',
  audience: 'Voor wie mag het',
  purpose: 'Waarvoor (mag leeg)',
  purposeHint: 'Bijvoorbeeld: bundel voor de studiedag, niet op de website.',
  by: 'Door wie gegeven',
  byNone: 'nog niet gegeven',
  byHint: 'Vanaf zestien jaar beslist een leerling zelf, daaronder de ouders.',
  givenOn: 'Gegeven op',
  givenHint: 'Leeg zolang er nog geen antwoord is.',
  untilDay: 'Geldt tot en met (mag leeg)',
  withdrawnDay: 'Ingetrokken op (mag leeg)',
  formLies: 'Waar ligt het formulier',
  note: 'Opmerking (mag leeg)',
  save: 'Vastleggen',
  record: 'Toestemming vastleggen',
  recordOf: (title: string): string => `Toestemming vastleggen bij ${title}`,
} as const;

/**
 * Everything that can go wrong between asking and answering. A failure is a code with data; it crosses the link as such, and each code
 * has one Dutch sentence that says what happened, what to do, and that the files are safe. Wrong *content* is never a failure:
 * that is a problem on the entry (`domain/entries/problem.ts`).
 */
const sentences = {
  cancelled: () => 'Afgebroken. Er is niets half achtergebleven.',
  internal: (d: FailureData) => `Er ging iets mis in Oogst (kenmerk ${text(d.reference)}). Je bestanden zijn niet veranderd. Probeer het nog eens.`,
  'link.closed': () => 'De verbinding met Oogst is verbroken. Je bestanden zijn veilig. Start Oogst opnieuw of laad deze pagina opnieuw.',
  'link.bad-frame': () => 'Er kwam een bericht binnen dat Oogst niet kan lezen. Er is niets mee gedaan.',
  'link.unknown-call': (d: FailureData) => `Oogst kent de opdracht “${text(d.method)}” niet. Er is niets gedaan.`,
  'link.bad-input': (d: FailureData) => `De gegevens bij “${text(d.method)}” kloppen niet: ${text(d.detail)}. Er is niets gedaan.`,
  'library.none': () => 'Er is geen kennismap open. Kies eerst een map.',
  'library.missing': (d: FailureData) =>
    `De map ${text(d.dir)} is er niet (meer). Kijk of de schijf of het netwerk verbonden is, of kies een andere map.`,
  'library.unmakable': (d: FailureData) => `De map ${text(d.dir)} kan hier niet gemaakt worden. Kies een andere plek.`,
  'library.not-a-folder': (d: FailureData) => `${text(d.dir)} is een bestand, geen map. Kies een map.`,
  'library.unreadable': (d: FailureData) => `De map ${text(d.dir)} mag niet gelezen worden. Vraag de beheerder om toegang of kies een andere map.`,
  'library.read-only': (d: FailureData) =>
    `In ${text(d.dir)} mag niet geschreven worden. Er is niets veranderd. Kies een andere map of vraag om schrijfrecht.`,
  'library.not-empty': (d: FailureData) =>
    `De map ${text(d.dir)} is niet leeg. Het voorbeeld komt alleen in een lege of nieuwe map, zodat er niets door elkaar raakt.`,
  'library.busy': () => 'De kennismap wordt nog geopend. Probeer het over een paar tellen nog eens.',
  'entry.missing': (d: FailureData) => `Het stuk “${text(d.id)}” is er niet (meer). Misschien is het buiten Oogst verplaatst of weggehaald.`,
  'entry.conflict': (d: FailureData) =>
    `“${text(d.title)}” is intussen buiten Oogst veranderd. Je tekst is nog niet opgeslagen en blijft staan; kies welke versie je wilt houden.`,
  'entry.unwritable': (d: FailureData) => `“${text(d.path)}” kan niet worden opgeslagen: ${text(d.reason)}. Het bestand op schijf is niet veranderd.`,
  'entry.locked-text': (d: FailureData) =>
    `“${text(d.path)}” is niet te lezen als gewone tekst (${text(d.reason)}). Oogst schrijft er daarom niet in.`,
  'entry.broken-front-matter': (d: FailureData) =>
    `De kop van “${text(d.path)}” is niet te lezen (regel ${text(d.line)}). Herstel die eerst in de brontekst; tot dan verandert Oogst niets.`,
  'entry.unknown-kind': (d: FailureData) => `De soort “${text(d.kind)}” bestaat niet. Kies uit: ${text(d.choices)}.`,
  'entry.unjudged-item': (d: FailureData) =>
    `“${text(d.item)}” is geen criterium voor een ${text(d.kind)}. ${text(d.choices) === '' ? 'Op deze soort wordt niet geoordeeld.' : `Kies uit ${text(d.choices)}.`}`,
  'entry.unknown-item': (d: FailureData) => `Het criterium “${text(d.item)}” staat op geen enkele kaart.`,
  'entry.unknown-stage': (d: FailureData) => `De fase “${text(d.stage)}” bestaat niet. Kies uit: ${text(d.choices)}.`,
  'entry.bad-template': (d: FailureData) => `Het sjabloon “${text(d.name)}” kan niet worden gebruikt: ${text(d.reason)}. Er is niets gemaakt.`,
  'entry.bad-field': (d: FailureData) => `Het veld “${text(d.key)}” kan zo niet worden ingevuld: ${text(d.reason)}. Er is niets veranderd.`,
  'entry.field-conflict': (d: FailureData) =>
    `“${text(d.label)}” is intussen buiten Oogst veranderd in “${text(d.now)}”. Je eigen invulling is nog niet opgeslagen; kies welke je wilt houden.`,
  'entry.unsettled': (d: FailureData) =>
    `“${text(d.title)}” is daarna nog veranderd, op dezelfde plek. Dit kan niet vanzelf worden teruggedraaid; kijk bij de eerdere versies.`,
  'entry.name-taken': (d: FailureData) => `Er is al een bestand ${text(d.path)}. Kies een andere naam.`,
  'entry.too-large': (d: FailureData) =>
    `“${text(d.path)}” is ${text(d.size)}; boven ${text(d.limit)} wijzigt Oogst een bestand niet. Lezen kan wel.`,
  'picture.unknown': (d: FailureData) =>
    `“${text(d.name)}” is geen plaatje dat Oogst kent. Kies een PNG-, JPEG-, WebP- of GIF-bestand. Er is niets toegevoegd.`,
  'picture.too-large': (d: FailureData) =>
    `“${text(d.name)}” is groter dan ${text(d.limit)} MB. Maak het plaatje kleiner en probeer het opnieuw. Er is niets toegevoegd.`,
  'disk.full': (d: FailureData) =>
    `De schijf is vol; ${text(d.path)} is niet opgeslagen. Het oude bestand staat er nog. Maak ruimte en probeer het opnieuw.`,
  'disk.unsure': (d: FailureData) =>
    `“${text(d.path)}” is geschreven, maar de schijf gaf bij het afronden een fout (${text(d.reason)}). Kijk of je laatste tekst er staat en sla nog eens op.`,
  'disk.failed': (d: FailureData) => `Schrijven naar ${text(d.path)} lukte niet (${text(d.reason)}). Het oude bestand staat er nog.`,
  'history.nothing': () => 'Er is niets om ongedaan te maken.',
  'history.later': () => 'Daarna is er nog iets anders gedaan. Met Ctrl+Z ga je stap voor stap terug.',
  'history.gone': () => 'Die eerdere versie is niet meer te lezen. Het stuk zelf is niet veranderd.',
  'relation.not-named': (d: FailureData) => `In “${text(d.title)}” staat “${text(d.name)}” niet (meer) zonder koppeling. Er is niets veranderd.`,
  'relation.stuck': (d: FailureData) =>
    `In “${text(d.title)}” staat een koppeling die niet mee kan veranderen: ${text(d.reason)}. Er is niets veranderd.`,
  'relation.same': (d: FailureData) => `“${text(d.title)}” kan niet met zichzelf worden samengevoegd. Kies een ander stuk.`,
  'searches.missing': () => 'Deze zoekvraag is er niet (meer). Misschien heeft een collega hem weggehaald.',
  'searches.name-taken': (d: FailureData) => `Er is al een zoekvraag “${text(d.name)}”. Kies een andere naam.`,
  'searches.full': (d: FailureData) => `Er zijn al ${text(d.most)} zoekvragen bewaard. Verwijder er eerst een.`,
  'searches.unusable': (d: FailureData) =>
    `De bewaarde zoekvragen zijn niet te lezen: ${text(d.reason)}. Oogst verandert niets aan .oogst/zoekvragen.json tot dat bestand hersteld is.`,
  'trash.missing': () => 'Dit staat niet (meer) in de prullenbak.',
  'backup.unusable': (d: FailureData) => `${text(d.path)} is geen hele reservekopie: ${text(d.reason)}. Er is niets teruggezet.`,
  'backup.target': (d: FailureData) => `Naar ${text(d.dir)} kan niet worden teruggezet: ${text(d.reason)}. Er is niets veranderd.`,
  'export.nothing': (d: FailureData) =>
    `Er blijft niets over om uit te delen${text(d.reasons) === '' ? '' : ` (${text(d.reasons).replace(/\.$/, '')})`}. Kies stukken die buiten de deur mogen.`,
  'export.not-found': () => 'Er is niets om uit te delen: wat gekozen of gezocht werd, levert geen enkel stuk op.',
  'export.target': (d: FailureData) => `Naar ${text(d.path)} kan de bundel niet worden geschreven: ${text(d.reason)}. Kies een andere plek.`,
  'bundle.missing': () => 'Deze bundel is er niet (meer). Misschien heeft een collega hem weggehaald.',
  'bundle.changed': (d: FailureData) =>
    `Een collega heeft de bundel “${text(d.title)}” intussen veranderd. Open hem opnieuw om dat te zien; wat jij deed staat nog op dit scherm.`,
  'bundle.blocked': (d: FailureData) =>
    `De poort houdt ${text(d.count)} van de stukken tegen. Los de punten op, laat ze met een reden passeren of haal die stukken eruit. Er is niets gemaakt.`,
  'bundle.no-session': () => 'Voor het programma is een sessie nodig. Kies de studiedag waar deze bundel bij hoort.',
  'reflection.empty': () => 'Er is nog niets ingevuld. Vul ten minste één vraag in.',
  'consent.missing': () => 'Deze toestemming staat niet (meer) in het register. Misschien heeft een collega haar weggehaald.',
  'consent.incomplete': (d: FailureData) => `De toestemming kan zo niet worden bewaard: ${text(d.reason)}. Er is niets veranderd.`,
  'consent.full': (d: FailureData) => `Er staan al ${text(d.most)} toestemmingen in het register. Haal eerst weg wat niet meer nodig is.`,
  'bundle.no-practice': () => 'Dit wordt per praktijk gemaakt, en er zit geen praktijk in de bundel.',
  'style.missing': () => 'Deze huisstijl is er niet (meer). Kies een andere.',
  'style.logo': () => 'Dit logo kan niet worden gebruikt. Kies een PNG of JPEG van hooguit 2 MB.',
  'shared.unusable': (d: FailureData) =>
    `${text(d.path)} is niet te lezen: ${text(d.reason)}. Oogst verandert niets aan dat bestand tot het hersteld is.`,
  'product.unset': (d: FailureData) => `Het ${text(d.template)} kon niet worden opgemaakt: ${text(d.reason)}. Er is niets half gemaakt.`,
  'import.source': (d: FailureData) => `${text(d.path)} kan niet worden gelezen: ${text(d.reason)}. Er is niets ingelezen.`,
  'import.bundle': (d: FailureData) => `Deze bundel wordt niet ingelezen: ${text(d.reason)}. Er is niets geschreven.`,
  'import.inside': (d: FailureData) => `${text(d.path)} en de kennismap liggen in elkaar. Kies een bron buiten de kennismap.`,
  'settings.unknown': (d: FailureData) => `De instelling “${text(d.key)}” bestaat niet.`,
  'shell.unable': (d: FailureData) => `Dat kan in deze vorm van Oogst niet: ${text(d.what)}.`,
  'parser.timeout': (d: FailureData) => `Het opmaken van “${text(d.path)}” duurde te lang en is gestopt. De tekst is als platte tekst te lezen.`,
} satisfies Record<string, (data: FailureData) => string>;

export type FailureCode = keyof typeof sentences;
export type FailureData = Record<string, string | number | boolean | null>;

const text = (value: FailureData[string] | undefined): string => (value === undefined || value === null ? '?' : String(value));

export const failureCodes = Object.keys(sentences) as FailureCode[];

/** The Dutch sentence for a failure. Unknown codes (from a newer side) read as an internal fault. */
export function failureSentence(code: string, data: FailureData = {}): string {
  return (Object.hasOwn(sentences, code) ? sentences[code as FailureCode] : sentences.internal)(data);
}

/** Thrown by services; `message` is the Dutch sentence. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly data: FailureData;
  constructor(code: FailureCode, data: FailureData = {}) {
    super(failureSentence(code, data));
    this.name = 'Failure';
    this.code = code;
    this.data = data;
  }
}

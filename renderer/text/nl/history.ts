import type { StepLabel, StepName } from '../../../domain/entries/undo.ts';
import type { VersionReason } from '../../../domain/entries/version.ts';
import { countText, dateText, timeText } from './format.ts';

const done: Record<StepLabel, string> = {
  tekst: 'tekst van',
  kenmerken: 'kenmerken van',
  oordeel: 'oordeel bij',
  fase: 'fase van',
  titel: 'titel van',
  nieuw: 'nieuw stuk',
  weggegooid: 'weggooien van',
  teruggehaald: 'terughalen van',
  versie: 'eerdere versie van',
  samengevoegd: 'samenvoegen van',
  koppeling: 'koppeling van',
  reflecties: 'inlezen van',
  veel: 'wijziging van',
  bundel: 'inlezen van',
};

const named = ({ label, title, count }: StepName): string =>
  `${done[label]} ${count === undefined ? `“${title}”` : countText(count, 'stuk', 'stukken')}`;

const reasons: Record<VersionReason, string> = {
  gezien: 'zoals Oogst het vond',
  opgeslagen: 'opgeslagen',
  buiten: 'buiten Oogst veranderd',
  teruggezet: 'teruggezet',
  weggegooid: 'bij het weggooien',
};

const draftParts = { tekst: '', weging: ' (onderbouwing bij de weging)', velden: ' (gegevens)', reflectie: ' (reflectie)' } as const;

/** Earlier versions, the prullenbak, taking back, merging, backups. */
export const history = {
  undone: (step: StepName): string => `Ongedaan gemaakt: ${named(step)}`,
  redone: (step: StepName): string => `Opnieuw gedaan: ${named(step)}`,
  /** What stayed behind when several write-ups were taken back at once. */
  refused: (left: readonly { title: string; reason: string }[]): string =>
    `Bij ${countText(left.length, 'stuk', 'stukken')} lukte dat niet: ${left
      .slice(0, 3)
      .map(({ reason }) => reason)
      .join(' ')}${
      left.length > 3
        ? ` En ook bij ${left
            .slice(3, 13)
            .map(({ title }) => `“${title}”`)
            .join(', ')}${left.length > 13 ? ' en meer' : ''}.`
        : ''
    }`,
  again: 'Opnieuw',
  versions: 'Eerdere versies',
  versionsOf: 'Eerdere versies van',
  none: 'Er is nog geen eerdere versie. Elke keer dat je opslaat komt er een bij.',
  when: (at: number): string => `${dateText(new Date(at).toLocaleDateString('sv-SE'))}, ${timeText(at)}`,
  reason: (why: VersionReason): string => reasons[why],
  now: 'Zo staat het er nu',
  compared: 'Verschil met de tekst van nu',
  legend: 'Doorgestreept stond in die versie en is nu weg; gemarkeerd is er sindsdien bij gekomen.',
  same: 'De tekst is gelijk aan die van nu.',
  headDiffers: 'De kenmerken in de kop van het bestand zijn anders.',
  restore: 'Deze versie terugzetten',
  restored: 'De eerdere versie staat terug',
  restorePart: 'Dit deel terugzetten',
  partRestored: 'Dat deel staat terug',
  before: 'Toen',
  after: 'Nu',
  name: 'Naam geven',
  nameTitle: 'Naam van deze versie',
  nameLabel: 'Naam',
  nameHint: 'Een versie met een naam wordt nooit opgeruimd. Laat leeg om de naam weg te halen.',
  gone: 'Deze versie is niet meer te lezen.',
  trash: 'Prullenbak',
  trashEmpty: 'De prullenbak is leeg',
  trashEmptyText: 'Wat je weggooit komt hier, met alles wat erbij hoort. Je haalt het met één klik terug.',
  throwAway: 'Naar de prullenbak',
  thrown: (title: string): string => `“${title}” ligt in de prullenbak`,
  bringBack: 'Terughalen',
  broughtBack: (title: string): string => `“${title}” staat er weer`,
  thrownAt: (at: number): string => `weggegooid ${dateText(new Date(at).toLocaleDateString('sv-SE'))}`,
  withAttachments: 'met bijlagen',
  removeForGood: 'Voorgoed weg',
  removeTitle: 'Voorgoed weggooien?',
  removeText: (title: string): string => `“${title}” gaat met bijlagen en al weg. Dit is het enige in Oogst dat niet terug te draaien is.`,
  removeVersions: 'Ook alle eerdere versies wissen, bijvoorbeeld omdat iemand daarom vroeg',
  removed: (title: string): string => `“${title}” is voorgoed weg`,
  vanished: 'Buiten Oogst verdwenen',
  vanishedText: 'Deze stukken stonden in de kennismap en zijn er niet meer. Oogst heeft de laatste tekst bewaard.',
  lastSeen: (at: number): string => `laatst gezien ${dateText(new Date(at).toLocaleDateString('sv-SE'))}`,
  recovered: (count: number): string => `${countText(count, 'stuk is', 'stukken zijn')} teruggezet`,
  recoverAll: 'Alles terughalen',
  missingTitle: (count: number): string => `${countText(count, 'stuk is', 'stukken zijn')} niet te vinden.`,
  missingText: 'Oogst laat ze op de lijst staan: misschien is de map nog aan het synchroniseren of is een schijf weg.',
  missingGone: 'Ze zijn echt weg',
  missingLook: 'Kijk opnieuw',
  draftsTitle: 'Niet-opgeslagen werk teruggevonden.',
  draft: (title: string, part: keyof typeof draftParts, at: number): string => `“${title}”${draftParts[part]}, ${timeText(at)}`,
  draftOpen: 'Bekijk',
  draftGone: (title: string): string => `Het stuk “${title}” is er niet meer; de tekst wel.`,
  draftCopy: 'Tekst kopiëren',
  draftCopied: 'De tekst staat op het klembord',
  draftDrop: 'Weggooien',
  copyOf: 'Dit is een conflictkopie van een ander stuk.',
  copyText: 'Een synchronisatieprogramma zette hem ernaast omdat er op twee plekken tegelijk geschreven is.',
  hasCopies: (count: number): string => `Bij dit stuk ${count === 1 ? 'ligt een conflictkopie' : `liggen ${count} conflictkopieën`}.`,
  copyBadge: 'conflictkopie',
  compare: 'Vergelijken en samenvoegen',
  mergeTitle: 'Samenvoegen',
  mergeIntro: 'Links het stuk zelf, rechts de kopie. Kies per verschil wat blijft. De kopie gaat daarna naar de prullenbak.',
  merge: 'Samenvoegen',
  merged: 'De twee zijn samengevoegd',
  mergeLeft: (count: number): string => (count === 0 ? 'Alles is gekozen.' : `Nog ${countText(count, 'keuze', 'keuzes')} te maken.`),
  mergeText: 'Tekst',
  mergeFields: 'Kenmerken',
  mergeSame: 'De tekst van de twee is gelijk.',
  mergeTaken: { mine: 'alleen door jou veranderd', theirs: 'alleen op schijf veranderd', both: 'allebei hetzelfde veranderd' },
  sides: { mine: 'Van mij', theirs: 'Op schijf', both: 'Allebei' },
  copySides: { mine: 'Kopie', theirs: 'Origineel', both: 'Allebei' },
  nothing: 'niets',
  difference: (number: number): string => `Verschil ${number}`,
  fieldConflict: (label: string, now: string): string => `${label} is intussen veranderd in “${now}”.`,
  fieldMine: 'Toch mijn invulling',
  fieldTheirs: 'Laat staan',
  backup: 'Reservekopie',
  backupText: 'Eén bestand met de hele kennismap erin: alle stukken, bijlagen, eigen kaarten en de prullenbak. Bewaar het op een andere plek.',
  backupMake: 'Reservekopie maken',
  backupPick: 'Waar komt de reservekopie?',
  backupMaking: 'Reservekopie maken',
  backupMade: (files: number, path: string): string => `${countText(files, 'bestand', 'bestanden')} bewaard en nagelezen in ${path}.`,
  backupLeft: (files: readonly { path: string; reason: string }[]): string =>
    `Niet meegegaan: ${files.map(({ path, reason }) => `${path} (${reason})`).join(', ')}. De rest staat erin.`,
  backupDownload: 'Downloaden',
  backupStopped: 'Er is geen reservekopie gemaakt.',
  restoreBackup: 'Reservekopie terugzetten',
  restorePick: 'In welke map staat de reservekopie?',
  restoreChoose: 'Kies de map',
  restoreOther: 'Andere map',
  restoreNone: 'In deze map staat geen zipbestand.',
  restoreFiles: 'Bestanden in deze map',
  restoreChecking: 'Nalezen',
  restoreHolds: (name: string, made: string, files: number): string =>
    `Kennismap ${name}, ${countText(files, 'bestand', 'bestanden')}, gemaakt op ${dateText(made.slice(0, 10))}. Alles is heel.`,
  restoreWhere: 'Waar komt de kennismap?',
  restoreWhereHint: 'Een nieuwe map met deze naam, in de map die je kiest.',
  restoreInside: 'In',
  restoreName: 'Naam van de map',
  restoreReplace: 'Er staat al een map met deze naam: zet die opzij en gebruik de reservekopie',
  restoring: 'Terugzetten',
  restoredAt: (dir: string): string => `De kennismap staat in ${dir}`,
  restoredAside: (aside: string): string => `Wat daar stond ligt nu in ${aside}`,
} as const;

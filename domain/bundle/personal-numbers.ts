import { digitsOf, gapsOf, numberRuns, passesEleven, passesNinetySeven, stretchesOfRun, type DigitGroup } from './number-runs.ts';
import type { Hit, Search, Severity } from './personal-data.ts';

const near = 40;
const citizenWords =
  /(?<!\p{L})(?:bsn(?:-?(?:nummer|nr))?s?|burger ?service ?-?(?:nummer|nr)s?|sofi(?:-?(?:nummer|nr))?s?|onderwijs(?:nummer|nr)s?|persoonsgebonden nummer|persoonsnummer|pgn)(?!\p{L})/giu;
/** Words right before a number that say it is about a thing. */
const thingWords =
  /(?:order|bestel|factuur|artikel|klant|kvk|k\.v\.k\.|kamer van koophandel|isbn|issn|btw|rsin|zaak|ticket|melding|product|serie|project|dossier|polis|volg|registratie|inschrijf|certificaat|licentie|model|barcode|ean|brin|referentie|pakket|vracht|lot|batch|oplage|versie|build|commit|doi|kenmerk)-?(?:nummers?|nrs?|code)?(?:\.|:|#)?(?:[ \t]+(?:is|was|van|met|nummer|nr|het|de|oud|nieuw|id|boeken|bestelling)\.?:?){0,4}[ \t:#]*$/iu;

/** Looks the digits at `from` like a piece of something longer? */
function isPiece({ text }: Search, from: number, to: number): boolean {
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  if (/[\p{L}\d_#€$=@&]/u.test(before) || /[\p{L}\d_€%]/u.test(after)) return true;
  if (before === '.' && /(?:tel|mob|nr|bsn|nummer)\.$/i.test(text.slice(Math.max(0, from - 8), from))) return false;
  if (/[.,:/\-+]/.test(before) && /[\p{L}\d]/u.test(text[from - 2] ?? '')) return before !== ':';
  return /[.,:/-]/.test(after) && /[\p{L}\d]/u.test(text[to + 1] ?? '');
}

function distanceToWord(search: Search, words: RegExp, from: number, to: number): number {
  let least = Infinity;
  const before = search.around(from - near, from);
  for (const found of before.matchAll(words)) least = Math.min(least, before.length - found.index - found[0].length);
  for (const found of search.around(to, to + near).matchAll(words)) least = Math.min(least, found.index);
  return least;
}

/** Citizen service numbers: the test of eleven decides, a word nearby makes it sure. */
export function findCitizenNumbers(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const run of numberRuns(search.text))
    for (const groups of stretchesOfRun(run, 9)) {
      const digits = digitsOf(groups);
      const gaps = gapsOf(groups);
      const { from, to } = spanOf(groups);
      if (!passesEleven(digits) || gaps.some((gap) => !/^(?: {1,2}|[.-])$/.test(gap) || gap !== gaps[0])) continue;
      const severity = citizenSeverity(search, groups, run.length);
      if (severity) hits.push({ rule: 'bsn', severity, from, to });
    }
  return hits;
}

function citizenSeverity(search: Search, groups: readonly DigitGroup[], inRun: number): Severity | undefined {
  const { from, to } = spanOf(groups);
  const digits = digitsOf(groups);
  const word = distanceToWord(search, citizenWords, from, to);
  const thing = thingWords.test(search.around(from - near, from));
  // A slash or colon glued to it does not matter when the word says what it is.
  if (isPiece(search, from, to) && !(word < near && !/[\p{L}\d]/u.test((search.text[from - 1] ?? '') + (search.text[to] ?? '')))) return undefined;
  if (/€\s?$/.test(search.around(from - 2, from))) return undefined;
  if (word < near) return thing ? 'let op' : 'blokkeert';
  if (thing || inRun !== groups.length || groups.length > 3) return undefined;
  if (digits.length === 8 && (groups.length > 1 || looksLikeDate(digits))) return undefined;
  // Amounts are written with points by threes; those of a number without a word say nothing.
  return gapsOf(groups).includes('.') && groups.every((group) => group.text.length === 3) && /^,|euro/.test(search.around(to, to + 6).trim())
    ? undefined
    : 'let op';
}

const looksLikeDate = (digits: string): boolean =>
  /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits) || /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$/.test(digits);

const areaOfThree = /^0(?:10|13|15|20|23|24|26|30|33|35|36|38|40|43|45|46|50|53|55|58|7[0-9]|8[2-8]|91)/;

/** Dutch telephone numbers, and those of abroad with a plus. Service numbers everyone may call only inform. */
export function findPhones(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const run of numberRuns(search.text)) {
    let done = -1;
    let ended = 0;
    for (const groups of stretchesOfRun(run, 15)) {
      const { from, to } = spanOf(groups);
      if (from < ended && from !== done) continue;
      const lead = /(?:\(?\+|\()$/.exec(search.around(from - 2, from))?.[0] ?? '';
      const start = from - lead.length;
      if (isPiece(search, start, to) || thingWords.test(search.around(start - near, start))) continue;
      const severity = phoneSeverity(groups, lead.includes('+'));
      if (!severity) continue;
      // The longest that is a number stands for those it begins with.
      if (hits.at(-1)?.from === start) hits.pop();
      hits.push({ rule: 'telefoon', severity, from: start, to });
      done = from;
      ended = to;
    }
  }
  return hits;
}

function phoneSeverity(groups: readonly DigitGroup[], plus: boolean): Severity | undefined {
  const digits = digitsOf(groups);
  const rest = gapsOf(groups).slice(plus || digits.startsWith('00') ? 2 : 1);
  if (plus && !digits.startsWith('31')) return /^[1-9]\d{8,13}$/.test(digits) && groups.length <= 6 ? 'let op' : undefined;
  if (plus || digits.startsWith('0031')) return /^(?:00)?31(?:\(?0\)?)?[1-9]\d{8}$/.test(digits) ? 'let op' : undefined;
  if (new Set(rest).size > 1 || gapsOf(groups).some((gap) => gap.includes('('))) return undefined;
  const first = groups[0]?.text ?? '';
  if (/^0[89]00\d{4}(?:\d{3})?$/.test(digits) && first.length === 4) return 'ter informatie';
  if (digits.length !== 10 || !digits.startsWith('0')) return undefined;
  if (first === '06' || (digits.startsWith('06') && (first.length === 10 || first.length === 4)))
    return /^06[1-9]/.test(digits) ? 'let op' : undefined;
  const area = areaOfThree.test(digits)
    ? first.length === 3 || first.length === 10
    : /^0[1-5]\d\d[1-9]/.test(digits) && (first.length === 4 || first.length === 10);
  return area && groups.length <= 5 ? 'let op' : undefined;
}

const accountLengths: Record<string, number> = {
  NL: 18, BE: 16, DE: 22, FR: 27, GB: 22, LU: 20, ES: 24, IT: 27, AT: 20, PL: 28, IE: 22, CH: 21, DK: 18, SE: 24, PT: 25, TR: 26, NO: 15, FI: 18,
  CZ: 24, HU: 28, RO: 24, BG: 22, GR: 27, HR: 21, LT: 20, LV: 21, EE: 20, SK: 24, SI: 19, MT: 31, CY: 28,
}; // prettier-ignore

/** Account numbers whose check is right. */
export function findAccounts(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const found of search.text.matchAll(/(?<![\p{L}\d])([A-Za-z]{2})[ .-]?\d\d(?=[ .-]?[A-Za-z\d])/gu)) {
    const length = accountLengths[(found[1] ?? '').toUpperCase()];
    if (length === undefined) continue;
    const ahead = search.around(found.index, found.index + length * 2);
    let signs = '';
    let at = 0;
    for (; at < ahead.length && signs.length < length; at++) {
      const sign = ahead[at] ?? '';
      if (/[A-Za-z\d]/.test(sign)) signs += sign.toUpperCase();
      else if (!/[ .-]/.test(sign) || /[^A-Za-z\d]/.test(ahead[at + 1] ?? ' ')) break;
    }
    if (signs.length === length && !/[\p{L}\d]/u.test(ahead[at] ?? '') && passesNinetySeven(signs))
      hits.push({ rule: 'iban', severity: 'blokkeert', from: found.index, to: found.index + at });
  }
  return hits;
}

const files = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|md|pdf|html?)$/i;
const shared =
  /^(?:info|administratie|secretariaat|contact|receptie|noreply|no-reply|privacy|fg|redactie|directie|school|bestuur|klantenservice|servicedesk|helpdesk|webmaster|git|aanmelden|inschrijven|support|team[a-z.-]*|mr|or)@/i;

/** E-mail addresses, also those written with (at). Addresses of a desk only inform. */
export function findMail(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const at of search.text.matchAll(/@|[ \t]?[[(]\s?(?:at|apenstaartje)\s?[\])][ \t]?/gi)) {
    const behind = at.index + at[0].length;
    const name = /[\p{L}\d](?:[\p{L}\d._%+'-]{0,62}[\p{L}\d_+-])?$/u.exec(search.around(at.index - 64, at.index))?.[0];
    const place = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,5}\p{L}{2,24}(?![\p{L}\d])/u.exec(search.around(behind, behind + 200))?.[0];
    if (name === undefined || place === undefined || files.test(place)) continue;
    hits.push({
      rule: 'e-mail',
      severity: shared.test(`${name}@`) ? 'ter informatie' : 'let op',
      from: at.index - name.length,
      to: behind + place.length,
    });
  }
  return hits;
}

const months =
  'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan\\.?|feb\\.?|mrt\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|okt\\.?|nov\\.?|dec\\.?';
const dates = new RegExp(
  `(?<![\\d.,/-])(?:\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?(?:\\d{4}|\\d{2})|\\d{1,2}[ -](?:${months})[ -]\\d{4}|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})(?![\\d/-])`,
  'giu',
);
const bornBefore = /(?<!\p{L})(?:geboren|geboorte(?:datum|dag)|geb\.? ?(?:dat(?:um)?\.?|d\.)|geb[.:]|geboortedata|jarig|verjaart|°)(?!\p{L})/giu;
const bornThing =
  /(?<!\p{L})(?:idee|plan|project|initiatief|methode|werkgroep|aanpak|samenwerking|werkwijze|netwerk|school|gedachte|praktijk|traject|stichting|vereniging|concept)(?!\p{L})/iu;

/** Dates of birth: a date with a word that says so. */
export function findBirthDates(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const found of search.text.matchAll(dates)) {
    const to = found.index + found[0].length;
    const before = search.around(found.index - near, found.index);
    const after = search.around(to, to + 15);
    const word = before.match(bornBefore) ?? after.match(bornBefore);
    if (word && !(bornThing.test(before) && /^(?:geboren|jarig)/i.test(word[0])))
      hits.push({ rule: 'geboortedatum', severity: 'let op', from: found.index, to });
  }
  return hits;
}

/** Licence plates, with a word that says so. */
export function findPlates(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const found of search.text.matchAll(/(?<![\p{L}\d-])[A-Z\d]{1,3}([- ]?)[A-Z\d]{2,3}\1[A-Z\d]{1,3}(?![\p{L}\d-])/gu)) {
    const signs = found[0].replace(/[- ]/g, '');
    const parts = found[0].split(/[- ]/);
    if (signs.length !== 6 || !/\d/.test(signs) || !/[A-Z]/.test(signs) || (parts.length !== 3 && parts.length !== 1)) continue;
    if (!/^(?:[A-Z]+|\d+)$/.test(parts[0] ?? '') && parts.length === 3) continue;
    const to = found.index + found[0].length;
    if (/kenteken|nummerplaat|nummerbord/i.test(search.around(found.index - near, found.index) + search.around(to, to + 20)))
      hits.push({ rule: 'kenteken', severity: 'let op', from: found.index, to });
  }
  return hits;
}

/** Numbers by which a school or care organisation knows somebody. */
export function findPupilNumbers(search: Search): Hit[] {
  const hits: Hit[] = [];
  for (const found of search.text.matchAll(
    /(?<!\p{L})(?:leerling|student|studenten|cli[eë]nt|pati[eë]nt|deelnemers?)-?(?:nummer|nr\.?)(?: (?:is|van [\p{L}]{1,20}(?: is)?|was))?[ \t]?[:=#]?[ \t]?(?=[sSlL]?\d)/giu,
  )) {
    const from = found.index + found[0].length;
    const number = /^[sSlL]?\d{4,10}(?![\d\p{L}])/u.exec(search.around(from, from + 14))?.[0];
    if (number !== undefined) hits.push({ rule: 'leerlingnummer', severity: 'let op', from, to: from + number.length });
  }
  return hits;
}

const spanOf = (groups: readonly DigitGroup[]): { from: number; to: number } => ({ from: groups[0]?.from ?? 0, to: groups.at(-1)?.to ?? 0 });

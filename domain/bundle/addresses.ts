import type { Hit, Search } from './personal-data.ts';

const suffixes =
  'straat|straatje|laan|laantje|weg|wegje|plein|kade|gracht|singel|dreef|hof|steeg|pad|dijk|markt|plantsoen|park|baan|wal|oever|ring|erf|boulevard|brink|meent|vaart|haven|kamp|donk|akker|veld|berg|hage|burg|str\\.';
const particles = "van|de|der|den|het|ter|ten|te|'t|von|op";
const street = new RegExp(
  `(?:^|[^\\p{L}])((?:(?:\\p{Lu}[\\p{L}.'-]{0,18} (?:(?:van|de|der|den|ter|ten) ){0,2}){1,2})?\\p{Lu}[\\p{L}'-]{1,30}(?:${suffixes})|(?:Laan|Straat|Plein|Weg|Kade|Hof) (?:(?:${particles}) ){0,3}\\p{Lu}[\\p{L}'-]{1,30})[,]? (?:nr\\.? |nummer |huisnummer )?$`,
  'u',
);
/** Words that end like a street but are none. */
const noStreet =
  /(?:^|[ '-])(?:onderweg|vanweg|overweg|leerweg|leerplein|schoolplein|speelplein|speelveld|sportveld|sportpark|vakgebied|leerpad|kennisplein|werkplein|stappenpad|speerpunt|werkveld|zorgweg|tekstveld|invulveld|leerroute|loopbaan|arbeidsmarkt|kennismarkt|ideeënmarkt|banenmarkt|praktijkveld|voetbalveld|geboortegolf|startbaan|kennisring|leerring|oefenpad|beeldmerk|werkhof)$/iu;
/** What follows a count, not a house number. */
const counted =
  /^[ -]?(?:minuten|uur|uren|jaar|leerlingen|scholen|groepen|keer|dagen|weken|maanden|procent|euro|kinderen|deelnemers|stappen|meter|km|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\p{L})/iu;

/** Addresses of houses: a street with a number, or a postcode with one. A postcode alone counts when a word says it is somebody's. */
export function findAddresses(search: Search): Hit[] {
  return [...streets(search), ...postcodes(search)];
}

function* streets(search: Search): Generator<Hit> {
  for (const number of search.text.matchAll(/(?<=[ ])[1-9]\d{0,3}(?:[ -]?[A-Za-z](?![\p{L}\d]))?(?:[-/]\d{1,3})?(?![\d%]|[.,:/-]\d)/gu)) {
    const before = search.around(number.index - 80, number.index);
    const name = street.exec(before)?.[1];
    if (name === undefined || noStreet.test(name)) continue;
    let to = number.index + number[0].length;
    const after = search.around(to, to + 30);
    if (counted.test(after)) continue;
    to += /^,? ?[1-9]\d{3} ?[A-Z]{2}(?![\p{L}\d])/u.exec(after)?.[0].length ?? 0;
    yield { rule: 'adres', severity: 'let op', from: number.index - before.length + before.lastIndexOf(name), to };
  }
}

function* postcodes(search: Search): Generator<Hit> {
  for (const found of search.text.matchAll(/(?<![\p{L}\d.,€-])[1-9]\d{3} ?(?!SA|SD|SS|EN|OF|IN|EX|KB|MB|GB|TM)[A-Z]{2}(?![\p{L}\d])/gu)) {
    const to = found.index + found[0].length;
    const before = search.around(found.index - 40, found.index);
    const after = search.around(to, to + 40);
    if (/postbus|antwoordnummer/i.test(before)) continue;
    const behind = /^,? ?(?:-|nr\.? ?|nummer |huisnummer )?[1-9]\d{0,3}[a-z]?(?![\p{L}\d]|[.,:]\d)/u.exec(after)?.[0];
    const ahead = /(?<![\d€.,])[1-9]\d{0,3}[a-zA-Z]?(?:-\d{1,3})?,? $/.exec(before)?.[0];
    const word = /(?<!\p{L})(?:postcode|adres|woont|woonachtig|woonde|wonen|thuisadres)(?!\p{L})/iu.test(before) && /\d{4} ?[A-Z]{2}/.test(found[0]);
    if (behind !== undefined && !counted.test(after.slice(behind.length))) yield hit(found.index, to + behind.length);
    else if (ahead !== undefined && /\p{Lu}[\p{L}.'-]+ $/u.test(before.slice(0, before.length - ahead.length)))
      yield hit(found.index - ahead.length, to);
    else if (word) yield hit(found.index, to);
  }
}

const hit = (from: number, to: number): Hit => ({ rule: 'adres', severity: 'let op', from, to });

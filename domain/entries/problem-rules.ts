import type { Level, Problem } from './entry.ts';

/**
 * Every rule a write-up can break: its level and its Dutch sentence. Wrong content never throws; it becomes one of these on the entry,
 * which stays in the list.
 */
const rules = {
  'kop-onleesbaar': { level: 'fout', say: (d: Detail) => `De kop is hier niet te lezen: ${d.detail}.` },
  'kop-open': { level: 'fout', say: () => 'De kop begint met drie streepjes maar wordt niet afgesloten. De hele tekst telt nu als inhoud.' },
  'kop-te-zwaar': {
    level: 'fout',
    say: () => 'De kop van dit bestand is zo ingewikkeld dat het lezen ervan te lang duurt. Oogst slaat hem over en schrijft er niet in.',
  },
  conflictkopie: {
    level: 'waarschuwing',
    say: (d: Detail) => `Dit is een conflictkopie van ${d.detail}, gemaakt door een synchronisatieprogramma. Vergelijk de twee en voeg ze samen.`,
  },
  'dubbele-id': {
    level: 'fout',
    say: (d: Detail) => `De id “${d.value}” staat ook in ${d.detail}. Beide stukken blijven bruikbaar; geef er een een eigen id.`,
  },
  tekenset: { level: 'waarschuwing', say: (d: Detail) => `Dit bestand is geen UTF-8 (${d.detail}). Oogst leest het, maar schrijft er niet in.` },
  onleesbaar: { level: 'fout', say: (d: Detail) => `Dit bestand kan niet worden gelezen: ${d.detail}.` },
  'te-groot': { level: 'waarschuwing', say: (d: Detail) => `Dit bestand is ${d.value}. Oogst toont het begin en wijzigt het niet.` },
  'id-ongeldig': { level: 'waarschuwing', say: () => 'De id is geen tekst. Oogst gebruikt een id die van de plek in de map is afgeleid.' },
  'soort-ontbreekt': { level: 'tip', say: () => 'Er staat geen soort in de kop. Oogst behandelt dit stuk als praktijk.' },
  'soort-onbekend': { level: 'waarschuwing', say: (d: Detail) => `De soort “${d.value}” is niet bekend. Oogst behandelt dit stuk als praktijk.` },
  'waarde-onbekend': { level: 'waarschuwing', say: (d: Detail) => `“${d.value}” is geen bekende waarde voor ${d.detail}.` },
  'waarde-vorm': { level: 'waarschuwing', say: (d: Detail) => `${d.detail} is hier anders ingevuld dan verwacht: ${d.value}.` },
  'datum-onbekend': { level: 'waarschuwing', say: (d: Detail) => `“${d.value}” is geen datum als 2026-11-23.` },
  'verwijzing-stuk': { level: 'waarschuwing', say: (d: Detail) => `${d.detail} verwijst naar “${d.value}”, maar dat stuk is er niet.` },
  'koppeling-stuk': { level: 'waarschuwing', say: (d: Detail) => `De koppeling [[${d.value}]] wijst nergens naar.` },
  'oordeel-onbekend': { level: 'waarschuwing', say: (d: Detail) => `Dit oordeel telt niet mee: ${d.detail}.` },
  'fase-onbekend': { level: 'waarschuwing', say: (d: Detail) => `Deze stap in de fasehistorie telt niet mee: ${d.detail}.` },
  'toestemming-onbekend': { level: 'waarschuwing', say: (d: Detail) => `“${d.value}” telt niet als toestemming; dit stuk blijft binnen.` },
  'vertrouwelijk-onduidelijk': {
    level: 'waarschuwing',
    say: () => 'Achter vertrouwelijk staat iets anders dan true of false. Oogst houdt dit stuk binnen.',
  },
} satisfies Record<string, { level: Level; say: (detail: Detail) => string }>;

interface Detail {
  value?: string;
  detail?: string;
}

export type Rule = keyof typeof rules;

export const ruleNames = Object.keys(rules) as Rule[];

/** A problem by its rule; long values are cut. */
export function problem(rule: Rule, place: { line?: number | undefined; field?: string | undefined } = {}, detail: Detail = {}): Problem {
  const cut = (text: string | undefined): string => (text === undefined ? '' : text.length > 80 ? `${text.slice(0, 79)}…` : text);
  return {
    rule,
    level: rules[rule].level,
    message: rules[rule].say({ value: cut(detail.value), detail: cut(detail.detail) }),
    ...(place.line !== undefined ? { line: place.line } : {}),
    ...(place.field !== undefined ? { field: place.field } : {}),
  };
}

import type { Vocabulary } from '../entries/vocabulary.ts';

/** The names that can stand before a colon in a query, each with what it does. */
const fixed: Readonly<Record<string, string>> = {
  titel: 'woorden in de titel',
  soort: 'praktijk, vraag, groep en andere soorten',
  fase: 'waar het staat in de kenniscyclus',
  status: 'hoe ver de tekst is',
  criterium: 'een oordeel, zoals A4=ja',
  trefwoord: 'heeft dit trefwoord',
  delen: 'met wie het gedeeld mag worden',
  jaar: 'jaar van de datum',
  datum: 'op, voor of na een datum, zoals >=2026-01',
  heeft: 'heeft een bijlage, oordeel, datum of samenvatting',
  zonder: 'is nog niet gewogen',
  mist: 'een perspectief of onderdeel ontbreekt',
  dun: 'een onderdeel is leeg of kort',
  id: 'precies dit stuk',
};

/** Every name of the query language: the fixed ones, and what the fields of the vocabulary can be asked for. */
export function operatorNames(v: Vocabulary): { name: string; hint: string }[] {
  const asked = v.fields.flatMap((field) => (field.query === undefined ? [] : [[field.query, field.facetLabel ?? field.label] as const]));
  const own = asked.filter(([name]) => !Object.hasOwn(fixed, name)).map(([name, label]) => [name, `filtert op ${label.toLowerCase()}`] as const);
  const hints = new Map([...Object.entries(fixed), ...[...own].reverse()]);
  return [...hints].map(([name, hint]) => ({ name, hint })).sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

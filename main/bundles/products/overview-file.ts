import type { Card } from '../../../domain/cards/card.ts';
import { findItem } from '../../../domain/cards/card.ts';
import type { Verdict } from '../../../domain/cards/judgement.ts';
import type { ProductContext, ProductEntry, ProductFile, ProductInput } from './product.ts';

const words: Readonly<Record<Verdict, string>> = { ja: 'ja', deels: 'deels', nee: 'nee', 'niet-te-beoordelen': 'niet te beoordelen' };

/** The overview of a bundle for a spreadsheet: a row per write-up. With semicolons and a mark of UTF-8, as a Dutch Excel opens it. */
export async function overviewFiles(input: ProductInput, { step }: ProductContext): Promise<ProductFile[]> {
  await step(0, 1, 'overzicht');
  const text = `\ufeff${overviewTable(input).map(csvLine).join('\r\n')}\r\n`;
  await step(1, 1, '');
  return [{ name: 'overzicht.csv', bytes: new TextEncoder().encode(text) }];
}

/** The rows of the overview, the heading first. */
export function overviewTable(input: ProductInput): string[][] {
  const entries = input.chapters.flatMap(({ title, entries: within }) => within.map((entry) => ({ chapter: title, entry })));
  const criteria = criteriaOf(entries.map(({ entry }) => entry));
  const facts = new Map(entries.flatMap(({ entry }) => entry.facts.map(({ key, label }): [string, string] => [key, label])));
  const chapters = input.chapters.some(({ title }) => title !== '');
  const header = [
    'Nummer',
    ...(chapters ? ['Hoofdstuk'] : []),
    'Titel',
    'Soort',
    'Samenvatting',
    'Organisatie',
    'Datum',
    'Fase',
    'Fase sinds',
    'Voldoet aan',
    ...criteria.map((item) => criterionName(item, input.cards)),
    ...facts.values(),
    'Contact',
    'Bronnen',
    'Kenmerk',
    'Vindplaats in de bundel',
  ];
  const rows = entries.map(({ chapter, entry }, at) => [
    String(at + 1),
    ...(chapters ? [chapter] : []),
    entry.title,
    entry.kindName,
    entry.summary,
    entry.organisation ?? '',
    entry.date ?? '',
    entry.stage?.name ?? '',
    entry.stage?.since ?? '',
    tally(entry, input.cards),
    ...criteria.map((item) => verdictOf(entry, item)),
    ...[...facts.keys()].map((key) => entry.facts.find((fact) => fact.key === key)?.value ?? ''),
    entry.contact ?? '',
    entry.sources.map(({ title, makers, year }) => [title, makers, year].filter(Boolean).join(', ')).join('; '),
    entry.id,
    `index.html#/stuk/${encodeURIComponent(entry.id)}`,
  ]);
  return [header, ...rows];
}

/** The criteria anything in the bundle was judged on, in the order of the cards. */
function criteriaOf(entries: readonly ProductEntry[]): string[] {
  return [...new Set(entries.flatMap(({ verdicts }) => verdicts.map(({ item }) => item)))].sort((a, b) =>
    a.localeCompare(b, 'nl', { numeric: true }),
  );
}

function criterionName(item: string, cards: readonly Card[]): string {
  const found = findItem(cards, item);
  const short = item.slice(item.indexOf('.') + 1);
  return found ? `${short} ${found.item.name}` : short;
}

function verdictOf(entry: ProductEntry, item: string): string {
  const found = entry.verdicts.find((one) => one.item === item);
  return found ? words[found.verdict] : '';
}

/** `3 van 7`, and not `3/7`, of which a spreadsheet makes a date. Of all that may be judged, as the other products say it: what was passed over is no yes. */
function tally({ verdicts }: ProductEntry, cards: readonly Card[]): string {
  const judged = verdicts.filter(({ verdict }) => verdict !== 'niet-te-beoordelen');
  const parts = new Set(judged.flatMap(({ item }) => findItem(cards, item)?.part ?? []));
  const all = [...parts].reduce((sum, { items }) => sum + items.length, 0);
  return judged.length === 0 ? '' : `${judged.filter(({ verdict }) => verdict === 'ja').length} van ${Math.max(all, judged.length)}`;
}

/** What a spreadsheet makes another thing of: a half (1/2), a big number (1e5), or a number that loses its first or its last signs. */
const notAsNumber = /^(?:\d+\/\d+|\d+e\d+|0\d+|\d{12,})$/i;

/** A range of ages or groups keeps its line, but not the one that makes 10 December of 10-12. */
const asRange = (text: string): string => text.replace(/^(\d{1,4}) ?- ?(\d{1,4})$/, '$1–$2');

const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(';');

/**
 * A cell a spreadsheet shows as text, whatever stands in it. A cell, and every line within one, that could be taken for a formula, or for a number
 * that is none, gets an apostrophe in front, also behind spaces of any kind, signs nobody sees and quotes.
 */
export function csvCell(text: string): string {
  const plain = asRange(text)
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  const safe = plain
    .split('\n')
    .map((line) =>
      /^[\s\u200b-\u200f\u2060\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(line) || line.startsWith('\t') || notAsNumber.test(line)
        ? `'${line}`
        : line,
    );
  const cell = safe.join('\n');
  return /[;,"\t\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

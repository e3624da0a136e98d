import type { Collection } from './collection.ts';
import { fold, foldValue, wordsIn } from './fold.ts';
import { places } from './text-writing.ts';

/** Marks the documents that one of the values of a filter lets through. */
export function filterTest(collection: Collection, name: string, values: readonly string[], out: Uint8Array): void {
  if (name === 'titel') return values.forEach((value) => titles(collection, value, out));
  if (name === 'criterium') return values.forEach((value) => criterion(collection, value, out));
  const { attributes } = collection;
  const wanted = new Uint8Array(attributes.all.length);
  for (const value of values) {
    const test = valueTest(collection, name, value);
    for (const id of attributes.under(name)) if (test(attributes.all[id]?.folded ?? '')) wanted[id] = 1;
  }
  attributes.mark(wanted, collection.reach, out);
}

function valueTest(collection: Collection, name: string, value: string): (held: string) => boolean {
  const compared = /^(>=|<=|>|<)(.+)$/.exec(value);
  if (compared) return (held) => compares(held, compared[1] ?? '', foldValue(compared[2] ?? ''));
  const range = /^(.+?)\.\.(.+)$/.exec(value);
  if (range) return (held) => compares(held, '>=', foldValue(range[1] ?? '')) && compares(held, '<=', foldValue(range[2] ?? ''));
  const wanted = foldValue(value);
  const asked = dateIn(wanted);
  // A year or a month stands for all its days.
  if (asked && asked.length > 1) return (held) => asked.every((part, n) => dateIn(held)?.[n] === part);
  const { attributes } = collection;
  const ids = attributes.under(name).filter((id) => attributes.all[id]?.folded === wanted);
  const exact = ids.length > 0 && occurs(collection, ids);
  if (exact) return (held) => held === wanted;
  // Nobody has exactly this; then a value in which all its words occur will do.
  const words = wanted.split(' ');
  return (held) => words.every((word) => held.split(' ').includes(word));
}

/** Whether a living document has one of these values. */
function occurs(collection: Collection, ids: readonly number[]): boolean {
  const wanted = new Uint8Array(collection.attributes.all.length);
  for (const id of ids) wanted[id] = 1;
  const out = new Uint8Array(collection.reach);
  collection.attributes.mark(wanted, collection.reach, out);
  return out.some((hit, slot) => hit === 1 && collection.cards[slot] !== undefined);
}

/** Titles in which every word begins a word. */
function titles(collection: Collection, value: string, out: Uint8Array): void {
  const { words, texts, cards } = collection;
  const starts = wordsIn(value).map((word) => new Set(words.startingWith(word)));
  cards.forEach((card, slot) => {
    if (!card) return;
    const title = texts.first(slot);
    if (title.place !== places.title) return;
    const terms = title.words.map((word) => words.termOf.at(word));
    if (starts.every((choices) => terms.some((term) => choices.has(term)))) out[slot] = 1;
  });
}

/** `a4` as the checklist writes it. */
export const itemName = (item: string): string =>
  item.replace(/^(checklist\.)?([a-d]\d)$/i, (name) => (name.length === 2 ? name.toUpperCase() : `checklist.${name.slice(-2).toUpperCase()}`));

function criterion({ attributes, reach }: Collection, value: string, out: Uint8Array): void {
  const [item = '', wanted = ''] = value.split('=');
  const key = itemName(item);
  const verdict = fold(wanted)
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^(nvt|ntb|n\.t\.b\.)$/, 'niet-te-beoordelen');
  const accepted = new Uint8Array(attributes.all.length);
  for (const name of new Set([key, key.replace(/^checklist\./, '')]))
    for (const id of attributes.under(`criterium:${name}`)) {
      const held = attributes.all[id]?.value ?? '';
      if (verdict === '' ? held !== 'geen' : held === verdict) accepted[id] = 1;
    }
  attributes.mark(accepted, reach, out);
}

const isNumber = (text: string): boolean => /^\d+([.,]\d+)?$/.test(text);

/** Year, month and day as numbers, as far as they are there. */
function dateIn(folded: string): number[] | undefined {
  return /^\d{4}( \d\d?){0,2}$/.test(folded) ? folded.split(' ').map(Number) : undefined;
}

function compares(held: string, sign: string, wanted: string): boolean {
  const [a, z] = [dateIn(held), dateIn(wanted)];
  // A date is compared as far as it was given: after 2024 is not in May of 2024.
  const step =
    a && z && (a.length > 1 || z.length > 1)
      ? stepBetween(a, z)
      : isNumber(held) && isNumber(wanted)
        ? valueOf(held) - valueOf(wanted)
        : held < wanted
          ? -1
          : held > wanted
            ? 1
            : 0;
  if (sign === '>') return step > 0;
  if (sign === '<') return step < 0;
  return sign === '>=' ? step >= 0 : step <= 0;
}

const valueOf = (text: string): number => Number(text.replace(',', '.'));

function stepBetween(held: readonly number[], wanted: readonly number[]): number {
  for (const [n, part] of wanted.entries()) {
    const step = (held[n] ?? 0) - part;
    if (step !== 0) return step;
  }
  return 0;
}

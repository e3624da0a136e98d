import type { Json } from '../entries/entry.ts';
import type { Field } from '../entries/kind.ts';
import { linkValue } from '../entries/read-entry.ts';
import { replaceLinks, type TextLink } from '../entries/text-links.ts';

/** What a write-up is called whose name stays in the house. */
export const nameless = 'een ander stuk';

/** The title of the write-up a link leads to, when even its name stays in the house; undefined for every other link. */
export type KeptName = (link: Pick<TextLink, 'target' | 'kind'>) => string | undefined;

/** The text without links to what stays in the house: the words of a link stay unless they name it too. All the rest stays as it was written. */
export const withoutKeptNames = (text: string, keptName: KeptName): string =>
  replaceLinks(text, (link) => {
    const title = keptName(link);
    return title === undefined ? undefined : wordsFor(link, title);
  });

function wordsFor({ label, target }: { label: string; target: string }, title: string): string {
  const said = plain(label);
  const file = plain(target.slice(target.lastIndexOf('/') + 1).replace(/\.\w{1,8}(?:#.*)?$/, ''));
  return said === '' || said.includes(plain(title)) || said === plain(target) || said === file ? nameless : label;
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The values of a header without what leads to a write-up that stays in the house. Gives back only the keys that changed; `null` when nothing is left. */
export function fieldsWithoutKeptNames(values: Readonly<Record<string, Json>>, fields: readonly Field[], keptName: KeptName): Record<string, Json> {
  const out: Record<string, Json> = {};
  const byKey = new Map(fields.map((field) => [field.key, field]));
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key);
    const links = new Set((field?.columns ?? []).filter(({ type }) => leads(type)).map((column) => column.key));
    const clean = cleaned(value, { keptName, links, link: field !== undefined && leads(field.type) }, 0);
    if (clean !== value) out[key] = clean ?? null;
  }
  return out;
}

const leads = (type: string): boolean => type === 'verwijzing' || type === 'verwijzingen';

interface Cleaning {
  keptName: KeptName;
  /** Columns whose values lead to write-ups. */
  links: ReadonlySet<string>;
  /** The value itself does. */
  link: boolean;
}

/** The same value when nothing has to go; undefined when all of it has. */
function cleaned(value: Json, cleaning: Cleaning, depth: number): Json | undefined {
  if (typeof value === 'string') {
    if (cleaning.link) return cleaning.keptName({ target: linkValue(value), kind: 'wikilink' }) === undefined ? value : undefined;
    return value.includes('[') ? withoutKeptNames(value, cleaning.keptName) : value;
  }
  if (value === null || typeof value !== 'object' || depth > 20) return value;
  if (Array.isArray(value)) {
    const kept = value.map((one) => cleaned(one, cleaning, depth + 1)).filter((one) => one !== undefined);
    if (kept.length === value.length && kept.every((one, n) => one === value[n])) return value;
    return kept.length === 0 ? undefined : kept;
  }
  const kept = Object.entries(value).map(([key, one]): [string, Json | undefined] => [
    key,
    cleaned(one, { ...cleaning, link: cleaning.link || cleaning.links.has(key) }, depth + 1),
  ]);
  if (kept.every(([key, one]) => one === value[key])) return value;
  return Object.fromEntries(kept.filter((pair): pair is [string, Json] => pair[1] !== undefined));
}

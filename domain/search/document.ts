import type { EntrySummary, Json } from '../entries/entry.ts';
import { emptyTable } from '../entries/empty-table.ts';
import { wordsOf } from '../entries/field-checks.ts';
import type { Field } from '../entries/kind.ts';
import { stretchesOf } from '../entries/sections.ts';
import { fieldOf, judgedItems, partsOf, valuesOf, type Vocabulary } from '../entries/vocabulary.ts';
import type { FacetPlan, SearchDocument, ValueLabels } from './engine.ts';
import { foldValue } from './fold.ts';

export interface DocumentInput {
  summary: EntrySummary;
  fields: Readonly<Record<string, Json>>;
  /** Markdown under the front matter. */
  body: string;
  vocabulary: Vocabulary;
  /** Words of its attachments, by file name; they come after its own. */
  attachments?: readonly { name: string; text: string }[] | undefined;
}

/** An entry as the search engine wants it. Which values can be filtered on follows from the vocabulary. */
export function toSearchDocument({ summary, fields, body, vocabulary, attachments = [] }: DocumentInput): SearchDocument {
  const verdicts = emptyTable<string>();
  for (const { id, item } of judgedItems(vocabulary, summary.kind)) {
    const verdict = summary.verdicts[id] ?? 'geen';
    verdicts[id] = verdict;
    if (id.startsWith('checklist.')) verdicts[item.id] = verdict;
  }
  return {
    id: summary.id,
    title: summary.title,
    summary: summary.summary,
    keywords: summary.keywords,
    fields: textFields(fields, vocabulary),
    sections: [
      ...stretchesOf(body).map((stretch) => ({ name: stretch.heading, text: plainText(stretch.text) })),
      ...attachments.map(({ name, text }) => ({ name: `Bijlage: ${name}`, text })),
    ],
    values: Object.assign(filterValues(summary, fields, vocabulary), { heeft: has(summary, body, attachments.length > 0) }),
    verdicts,
    date: summary.date,
    completeness:
      summary.parts.length === 0
        ? 0
        : summary.parts.reduce((sum, part) => sum + (part.state === 'vol' ? 1 : part.state === 'dun' ? 0.5 : 0), 0) / summary.parts.length,
  };
}

const shownElsewhere = new Set([
  'titel',
  'samenvatting',
  'trefwoorden',
  'id',
  'soort',
  'fase',
  'status',
  'datum',
  'delen',
  'oordelen',
  'fasehistorie',
]);

/** Everything else in the header that is text, also keys nobody knows. */
function textFields(fields: Readonly<Record<string, Json>>, v: Vocabulary): { label: string; text: string }[] {
  const out: { label: string; text: string }[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (shownElsewhere.has(key)) continue;
    const field = fieldOf(v, key);
    if (field && ['datum', 'vlag', 'verwijzing', 'verwijzingen'].includes(field.type)) continue;
    const labels = new Map(field ? valuesOf(v, field).map((choice) => [choice.value, choice.label]) : []);
    const text = texts(value)
      .map((one) => labels.get(one) ?? one)
      .join(', ');
    if (text !== '') out.push({ label: field?.label ?? key, text });
  }
  return out;
}

function texts(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value === null || typeof value === 'boolean') return [];
  return typeof value === 'object' ? Object.values(value).flatMap(texts) : [String(value)];
}

interface Filtered {
  field: Field;
  /** Its query name and its key; two keys may share a query name (`type:` asks for type and vorm), the filter then finds either. */
  names: readonly string[];
}

/** A vocabulary is never changed; a large folder asks for this with every file. */
const filtered = new WeakMap<Vocabulary, ReadonlyMap<string, Filtered>>();

/** The fields that can be filtered on, by key. */
function filteredFields(v: Vocabulary): ReadonlyMap<string, Filtered> {
  const known = filtered.get(v);
  if (known) return known;
  const made = new Map(
    v.fields
      .filter((field) => field.type !== 'lijst' && field.type !== 'alinea' && field.key !== 'titel')
      .map((field) => [field.key, { field, names: [...new Set([field.key, field.query ?? field.key])] }]),
  );
  filtered.set(v, made);
  return made;
}

function filterValues(summary: EntrySummary, fields: Readonly<Record<string, Json>>, v: Vocabulary): Record<string, string[]> {
  const values = emptyTable<string[]>();
  const filters = filteredFields(v);
  const put = (names: readonly string[], given: string[]): void => {
    for (const name of names) values[name] = values[name] ? [...values[name], ...given] : given;
  };
  // Most fields are empty; that a filter exists is known from the fields themselves.
  for (const [key, held] of Object.entries(fields)) {
    const { field, names } = filters.get(key) ?? {};
    if (!field || !names || field.type === 'vlag') continue;
    const given = field.type === 'tekst' || field.type === 'datum' ? wholeText(held) : wordsOf(held);
    if (given.length > 0) put(names, given);
  }
  for (const { field, names } of filters.values()) if (field.type === 'vlag') put(names, flag(fields[field.key]));
  const judged = judgedItems(v, summary.kind).length > 0;
  return Object.assign(values, {
    id: [summary.id],
    soort: [summary.kind],
    fase: summary.stage === undefined ? [] : [summary.stage],
    status: summary.status === undefined ? [] : [summary.status],
    delen: [summary.sharing],
    trefwoord: summary.keywords,
    jaar: summary.date === undefined ? [] : [summary.date.slice(0, 4)],
    vertrouwelijk: summary.confidential ? ['true', 'ja'] : ['false', 'nee'],
    zonder: judged && Object.keys(summary.verdicts).length === 0 ? ['oordeel'] : [],
    dun: summary.parts.filter((part) => part.state !== 'vol').map((part) => part.id),
    mist: [...missingPerspectives(summary, fields, v), ...missingParts(summary)],
  });
}

/** Perspectives that nobody named, for kinds that ask for them. */
function missingPerspectives(summary: EntrySummary, fields: Readonly<Record<string, Json>>, v: Vocabulary): string[] {
  const kind = v.kinds.find((k) => k.id === summary.kind);
  const field = fieldOf(v, 'perspectieven');
  if (!field || !kind?.fields.includes(field.key)) return [];
  const named = new Set(wordsOf(fields[field.key]));
  return valuesOf(v, field).flatMap((choice) => (named.has(choice.value) ? [] : [choice.value]));
}

/** Sections that the kind asks for and the text does not have, by id and by heading. */
const missingParts = (summary: EntrySummary): string[] =>
  summary.parts.flatMap((part) => (part.state === 'ontbreekt' ? [...new Set([part.id, part.heading])] : []));

/** What a write-up has beside its text. */
function has(summary: EntrySummary, body: string, beside: boolean): string[] {
  const attached =
    beside ||
    (body.includes('](') && /\]\((?!\w{1,20}:|#|\/\/)[^()\n]{1,500}\.(?!md\b)\w{1,5}\)/.test(body)) ||
    (body.includes('[[') && /!?\[\[[^[\]|\n]{1,300}\.(?:pdf|docx?|pptx?|xlsx?|png|jpe?g|gif|svg|webp|zip)[\]|]/i.test(body));
  return [
    ...(attached ? ['bijlage'] : []),
    ...(Object.keys(summary.verdicts).length > 0 ? ['oordeel'] : []),
    ...(summary.date === undefined ? [] : ['datum']),
    ...(summary.summary.trim() === '' ? [] : ['samenvatting']),
  ];
}

function wholeText(value: Json | undefined): string[] {
  return value === undefined || value === null || typeof value === 'object' || value === '' ? [] : [String(value)];
}

const flag = (value: Json | undefined): string[] => (value === true ? ['true', 'ja'] : ['false', 'nee']);

/** The facets to count, in their order: fields with a place among the facets, the criteria of part A, and the year. */
export function facetPlans(v: Vocabulary): FacetPlan[] {
  const fields = v.fields.filter((field) => field.facet !== undefined).sort((a, b) => (a.facet ?? 0) - (b.facet ?? 0));
  const plans = fields.map((field): FacetPlan => {
    const name = field.query ?? field.key;
    const choices = v.fields.filter((other) => (other.query ?? other.key) === name).flatMap((other) => valuesOf(v, other));
    return {
      name,
      labels: Object.fromEntries(choices.map((choice) => [choice.value, choice.label])),
      order: choices.map((choice) => choice.value),
    };
  });
  const verdictLabels = { ja: 'ja', deels: 'deels', nee: 'nee', 'niet-te-beoordelen': 'niet te beoordelen', geen: 'nog geen oordeel' };
  const criteria = partsOf(v, 'checklist.A').flatMap((part) => part.items.map((item) => `criterium:${item.id}`));
  return [...plans, ...criteria.map((name) => ({ name, labels: verdictLabels, order: Object.keys(verdictLabels) })), { name: 'jaar', labels: {} }];
}

/** What the values of fixed lists are called, so that `plgstap:"pas aan"` is understood as well as `plgstap:6`. A label that is itself a value says that value. */
export function valueLabels(v: Vocabulary): ValueLabels {
  const out = new Map<string, Map<string, string>>();
  const note = (names: readonly string[], choices: readonly { value: string; label: string }[]): void => {
    for (const name of names) {
      const labels = out.get(name) ?? new Map<string, string>();
      for (const { value, label } of choices) if (!labels.has(foldValue(label))) labels.set(foldValue(label), value);
      for (const { value } of choices) labels.set(foldValue(value), value);
      out.set(name, labels);
    }
  };
  for (const { field, names } of filteredFields(v).values()) note(names, valuesOf(v, field));
  // A stage is also known by its number in the cycle, as the screen shows it.
  const stage = fieldOf(v, 'fase');
  if (stage)
    note(
      ['fase'],
      valuesOf(v, stage).flatMap(({ value, label }, n) => [`${n + 1}`, `${n + 1} ${label}`].map((numbered) => ({ value, label: numbered }))),
    );
  const parts = v.kinds.flatMap((kind) => kind.sections.map((section) => ({ value: section.id, label: section.heading })));
  note(['dun'], parts);
  const perspectives = fieldOf(v, 'perspectieven');
  note(['mist'], [...(perspectives ? valuesOf(v, perspectives) : []), ...parts]);
  return out;
}

/** Markdown as plain text: signs off, what a reader sees stays. Works line by line, in linear time. */
export function plainText(markdown: string): string {
  const out: string[] = [];
  for (let at = 0; at <= markdown.length;) {
    const found = markdown.indexOf('\n', at);
    const end = found < 0 ? markdown.length : found;
    const line = markdown.slice(at, end);
    if (isPlain(markdown, at, end)) out.push(line.trimEnd());
    else if (!unseen.test(line))
      for (const piece of line.length > chunk ? (line.match(/[^]{1,20000}/g) ?? []) : [line]) {
        const plain = plainLine(piece);
        if (plain !== '') out.push(plain);
      }
    at = end + 1;
  }
  return out.join(' ');
}

/** Lines a reader does not see as text: fences, rules, the second line of a table, and where a reference leads. */
const unseen = /^\s*(?:```|~~~|\|?[\s:|-]*-{3}[\s:|-]*\|?\s*$|\[[^\]]{1,100}\]:)/;

/** Longer lines are worked through in pieces, so that no pattern ever looks further than this. */
const chunk = 20_000;

/** Signs that may mean something in Markdown, and white space that is no single space. */
const telling = new Uint8Array(128);
for (const sign of '\\`*_~[]<>|#\t\n\v\f\r') telling[sign.charCodeAt(0)] = 1;

/** With one of these a line begins that may be a list, a rule or a table, or that is empty. */
const opening = /[-+:\d\s]/;

/** Whether nothing in a line can be anything but text: nearly every line, seen without a pattern. A line it says no to may be plain all the same. */
function isPlain(text: string, from: number, to: number): boolean {
  if (from === to || to - from > chunk || opening.test(text.charAt(from))) return false;
  let last = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? telling[unit] === 1 || (unit === 32 && last === 32) : isWideSpace(unit)) return false;
    last = unit;
  }
  return true;
}

const isWideSpace = (unit: number): boolean => unit === 0xa0 || (unit >= 0x1680 && /\s/.test(String.fromCharCode(unit)));

/** Without these signs, and not beginning with one of a list, a line is plain already. */
const marked = /[\\`*_~[\]<>|#]|^\s*(?:[-+]\s|\d{1,9}[.)]\s)|\s\s|[^\S ]/;

function plainLine(line: string): string {
  if (!marked.test(line)) return line.trim();
  return line
    .replace(/^\s{0,10}(?:#{1,6}\s|>\s?|[-*+]\s|\d{1,9}[.)]\s)+/, '')
    .replace(/^\[[ xX]\]\s/, '')
    .replace(/\[\[([^[\]|]{1,300})(?:\|([^[\]]{1,300}))?\]\]/g, (_, target: string, label: string | undefined) => label ?? target)
    .replace(/!?\[([^[\]]{0,500})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/<!--.{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,500}>/g, ' ')
    .replace(/(?<![\p{L}\p{N}\\])[*_~`]{1,3}|(?<!\\)[*_~`]{1,3}(?![\p{L}\p{N}])/gu, '')
    .replace(/\*\*|__|~~|\|/g, ' ')
    .replace(/\\([\\`*_{}[\]()#+.!|<>-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

import { fullItemId } from '../cards/card.ts';
import { verdictsOn, type Judgement, type Verdict } from '../cards/judgement.ts';
import type { EntrySummary, Json, Problem, Sharing, StageStep } from './entry.ts';
import { checkField, isDate, readJudgements, readStages, textOf, wordsOf, type Held } from './field-checks.ts';
import { bodyOf, lineAt, shapeOf } from './file-text.ts';
import { readHeader } from './front-matter.ts';
import type { Kind } from './kind.ts';
import { idFromPath, titleFromPath } from './naming.ts';
import { problem } from './problem-rules.ts';
import { partsOfText, stretchesOf } from './sections.ts';
import { linksInText, type TextLink } from './text-links.ts';
import { emptyTable } from './empty-table.ts';
import { fieldBySynonym, fieldOf, judgedItems, type Vocabulary } from './vocabulary.ts';

/** A file as the library found it. */
export interface EntryFile {
  /** From the library's root, with `/`. */
  path: string;
  text: string;
  /** Milliseconds since 1970. */
  changed: number;
  /** Problems the reader of the file already saw (character set, size). */
  problems?: readonly Problem[];
  /** The header may not be parsed; the file is then read as text alone, and never leaves the house. */
  headerClosed?: boolean | undefined;
}

/** A front-matter reference to another entry. */
export interface FieldLink {
  field: string;
  label: string;
  id: string;
  line: number;
}

/** Everything one file says, before it is held against the other files. */
export interface ReadEntry {
  /** Id in the file, when there is a usable one. */
  ownId?: string | undefined;
  /** `problems` here counts only what the file itself shows. */
  summary: EntrySummary;
  fields: Record<string, Json>;
  unknown: string[];
  judgements: Judgement[];
  stages: StageStep[];
  fieldLinks: FieldLink[];
  textLinks: TextLink[];
  problems: Problem[];
  /** First line of the body in the file. */
  bodyLine: number;
}

/** Reads one file into an entry. Never throws: whatever is wrong becomes a problem. */
export function readEntry(file: EntryFile, v: Vocabulary): ReadEntry {
  const shape = shapeOf(file.text);
  const bodyLine = lineAt(file.text, shape.body);
  const problems: Problem[] = [...(file.problems ?? [])];
  if (shape.unclosed) problems.push(problem('kop-open', { line: 1 }));
  const front = shape.front && !file.headerClosed ? file.text.slice(shape.front.from, shape.front.to) : '';
  const header = readHeader(front);
  for (const fault of header.faults) problems.push(problem('kop-onleesbaar', { line: fault.line + 1 }, { detail: fault.message }));
  const held = new Map<string, Held>([...header.values].map(([key, value]) => [key, { ...value, line: value.line + 1 }]));
  const { known, unknown } = canonical(held, v);

  const kind = kindOf(known.get('soort'), v, problems, shape.front !== undefined);
  for (const [key, value] of known) {
    const field = fieldOf(v, key);
    if (field && key !== 'soort' && key !== 'id') problems.push(...checkField(v, field, value, kind?.id ?? ''));
  }
  const judged = readJudgements(v, known.get('oordelen'));
  const staged = readStages(v, known.get('fasehistorie'));
  problems.push(...judged.problems, ...staged.problems);

  const body = bodyOf(file.text);
  const faulty = header.faults.length > 0 || shape.unclosed || file.headerClosed === true;
  const ownId = idOf(known.get('id'), problems);
  const summary = summarise({
    problems: problems.length,
    file,
    body,
    kind,
    known,
    judgements: judged.judgements,
    v,
    id: ownId ?? idFromPath(file.path),
    faulty,
  });
  return {
    ownId,
    summary,
    fields: fieldsOf(known, held, unknown),
    unknown,
    judgements: judged.judgements,
    stages: staged.stages,
    fieldLinks: fieldLinks(known, v),
    textLinks: linksInText(body, bodyLine),
    problems,
    bodyLine,
  };
}

/** Values under the key they mean; a synonym only counts when the key itself is absent. */
function canonical(held: ReadonlyMap<string, Held>, v: Vocabulary): { known: Map<string, Held>; unknown: string[] } {
  const known = new Map<string, Held>();
  const unknown: string[] = [];
  for (const [key, value] of held) if (fieldOf(v, key)) known.set(key, value);
  for (const [key, value] of held) {
    const field = fieldBySynonym(v, key);
    if (field && !known.has(field.key)) known.set(field.key, value);
    else if (!fieldOf(v, key)) unknown.push(key);
  }
  return { known, unknown };
}

function kindOf(held: Held | undefined, v: Vocabulary, problems: Problem[], hasHeader: boolean): Kind | undefined {
  const fallback = v.kinds.find((k) => k.id === 'praktijk') ?? v.kinds[0];
  const given = textOf(held);
  if (given === '') {
    problems.push(problem('soort-ontbreekt', { line: 1, ...(hasHeader ? { field: 'soort' } : {}) }));
    return fallback;
  }
  const kind = v.kinds.find((k) => k.id === given.toLowerCase());
  if (!kind) problems.push(problem('soort-onbekend', { line: held?.line, field: 'soort' }, { value: given }));
  return kind ?? fallback;
}

function idOf(held: Held | undefined, problems: Problem[]): string | undefined {
  if (!held || held.value === null) return undefined;
  const id = textOf(held);
  if (id !== '' && id.length <= 300) return id;
  problems.push(problem('id-ongeldig', { line: held.line, field: 'id' }));
  return undefined;
}

function fieldsOf(known: ReadonlyMap<string, Held>, held: ReadonlyMap<string, Held>, unknown: readonly string[]): Record<string, Json> {
  const out = emptyTable<Json>();
  const put = (key: string, h: Held): void => {
    // A number in a text field (`0123`) is shown as it was written.
    if (key !== '__proto__') out[key] = typeof h.value === 'number' && h.source !== undefined && h.source !== String(h.value) ? h.source : h.value;
  };
  for (const [key, h] of known) put(key, h);
  for (const key of unknown) {
    const h = held.get(key);
    if (h) put(key, h);
  }
  return out;
}

/** What a value of a field with links points at; others write it as a wikilink. */
export const linkValue = (value: string): string => value.replace(/^\[\[([^\]|]*)(?:\|[^\]]*)?\]\]$/, '$1').trim();

function fieldLinks(known: ReadonlyMap<string, Held>, v: Vocabulary): FieldLink[] {
  const links: FieldLink[] = [];
  for (const field of v.fields) {
    if (field.type !== 'verwijzing' && field.type !== 'verwijzingen') continue;
    const held = known.get(field.key);
    for (const id of held ? wordsOf(Array.isArray(held.value) ? held.value : textOf(held)) : [])
      links.push({ field: field.key, label: field.label, id: linkValue(id), line: held?.line ?? 1 });
  }
  return links;
}

interface Ingredients {
  /** How many there are. */
  problems: number;
  file: EntryFile;
  body: string;
  kind: Kind | undefined;
  known: ReadonlyMap<string, Held>;
  judgements: readonly Judgement[];
  v: Vocabulary;
  id: string;
  /** The header could not be read, or not all of it. */
  faulty: boolean;
}

function summarise({ problems, file, body, kind, known, judgements, v, id, faulty }: Ingredients): EntrySummary {
  const get = (key: string): string => textOf(known.get(key));
  const dated = get('datum').slice(0, 10);
  const firstHeading = get('titel') === '' ? stretchesOf(body.slice(0, 4000)).find((s) => s.level === 1)?.heading : undefined;
  const verdictsByItem = emptyTable<Verdict>();
  const newest = verdictsOn(judgements);
  for (const { id: item } of newest.size === 0 ? [] : judgedItems(v, kind?.id ?? '')) {
    const verdict = newest.get(fullItemId(item))?.verdict;
    if (verdict) verdictsByItem[item] = verdict;
  }
  const given = (value: string): string | undefined => (value === '' ? undefined : value);
  // Always with all keys: objects of ever other keys make the code of all who read them be translated again and again.
  return {
    id,
    path: file.path,
    title: get('titel') || firstHeading || titleFromPath(file.path),
    kind: kind?.id ?? 'praktijk',
    summary: get('samenvatting'),
    status: given(get('status')),
    stage: given(get('fase')),
    organisation: given(get('organisatie')),
    date: isDate(dated) ? dated : undefined,
    verdicts: verdictsByItem,
    parts: partsOfText(body, kind),
    sharing: sharingOf(get('delen')),
    confidential: isConfidential(file, known.get('vertrouwelijk'), faulty),
    keywords: wordsOf(known.get('trefwoorden')?.value),
    problems,
    example: known.get('voorbeeld')?.value === true,
    changed: file.changed,
  };
}

/** Anything but a plain `false` keeps a write-up in the house; so does a header that cannot be read and speaks of it. */
function isConfidential(file: EntryFile, held: Held | undefined, faulty: boolean): boolean {
  if (held) return held.value !== false && held.value !== null;
  if (!faulty) return false;
  return file.headerClosed === true || /^[ \t"']*vertrouwelijk\b/m.test(frontOf(file.text));
}

function frontOf(text: string): string {
  const { front, unclosed } = shapeOf(text);
  return front ? text.slice(front.from, front.to) : unclosed ? text.slice(0, 4000) : '';
}

/** Missing or unknown means: stays inside. */
const sharingOf = (value: string): Sharing => (value === 'openbaar' || value === 'partners' ? value : 'intern');

import type { Json } from '../entries/entry.ts';
import { bodyOf, replaceBody } from '../entries/file-text.ts';
import { setKeys, withoutHeaderRemarks } from '../entries/front-matter-edit.ts';

/** Keys about how the house works, for nobody outside it. */
export const ofTheHouse: readonly string[] = ['eigenaar', 'herzien_voor', 'samengevoegd_uit'];

/** What a header may say outside the house: of the judgements only what was judged how and when, of the stages no remarks. */
export const withoutHouseRemarks = (fields: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, houseRemarks[key]?.(value) ?? value]));

const houseRemarks: Record<string, (value: Json) => Json> = {
  oordelen: (value) => (Array.isArray(value) ? value.map((one) => withOnly(one, ['item', 'oordeel', 'op'])) : value),
  fasehistorie: (value) => (Array.isArray(value) ? value.map((one) => withOnly(one, ['fase', 'sinds', 'methoden'])) : value),
};

function withOnly(record: Json, keys: readonly string[]): Json {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return record;
  const kept = Object.entries(record).filter(([key]) => keys.includes(key));
  return kept.length === Object.keys(record).length ? record : Object.fromEntries(kept);
}

/** What a copy that leaves the house is made from. */
export interface Leaving {
  fields: Readonly<Record<string, Json>>;
  /** Keys no field knows. */
  unknown: readonly string[];
  /** Keys that get another value, or go (`null`). */
  changed: Readonly<Record<string, Json>>;
  /** The text as it may go. */
  body: string;
}

/**
 * A write-up as it leaves the house for partners or everybody: with the text it may have, without keys Oogst does not know, without who keeps it up, of
 * the judgements only what was judged how and when, and no remarks at the stages or in the header itself. Everything else stays as it was written.
 * Throws what editing the header throws.
 */
export function bareCopy(text: string, { fields, unknown, changed, body }: Leaving): string {
  const now = { ...fields, ...changed };
  const bare = withoutHouseRemarks(now);
  const gone = [...unknown, ...ofTheHouse].filter((key) => fields[key] !== undefined);
  const remarks = Object.keys(houseRemarks).filter((key) => bare[key] !== undefined && !same(bare[key], fields[key]));
  return changedCopy(
    withoutHeaderRemarks(text),
    { ...changed, ...Object.fromEntries(remarks.map((key) => [key, bare[key] ?? null])), ...Object.fromEntries(gone.map((key) => [key, null])) },
    body,
  );
}

/** The same file with other values of some keys and another text; what did not change keeps every byte. Throws what editing the header throws. */
export function changedCopy(text: string, changed: Readonly<Record<string, Json>>, body: string): string {
  const copy = Object.keys(changed).length === 0 ? text : setKeys(text, changed);
  return body === bodyOf(copy) ? copy : replaceBody(copy, body);
}

const same = (a: Json, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Takes `<!-- -->` and `%% %%` out, with the line they fill; what stands in code stays. Linear in the length of the text. */
export function withoutComments(body: string): string {
  const out: string[] = [];
  let fence: string | undefined;
  let inside: '-->' | '%%' | undefined;
  for (const line of body.split('\n')) {
    const mark = inside ? undefined : /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
    if (mark && !fence) fence = mark;
    else if (fence && mark && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
    if (fence || mark) {
      out.push(line);
      continue;
    }
    const cut = cutLine(line, inside);
    inside = cut.inside;
    // A line that was only a comment goes whole; one that merely was empty stays.
    if (cut.text.trim() !== '' || line.trim() === '') out.push(cut.text === line ? line : cut.text.trimEnd());
  }
  return out.join('\n');
}

function cutLine(line: string, open: '-->' | '%%' | undefined): { text: string; inside: '-->' | '%%' | undefined } {
  let text = '';
  let inside = open;
  for (let at = 0; at < line.length;) {
    if (inside) {
      const end = line.indexOf(inside, at);
      if (end < 0) return { text, inside };
      at = end + inside.length;
      inside = undefined;
      continue;
    }
    const next = /<!--|%%|`+/g;
    next.lastIndex = at;
    const found = next.exec(line);
    if (!found) return { text: text + line.slice(at), inside };
    if (found[0].startsWith('`')) {
      const close = line.indexOf(found[0], found.index + found[0].length);
      const to = close < 0 ? found.index + found[0].length : close + found[0].length;
      text += line.slice(at, to);
      at = to;
    } else {
      text += line.slice(at, found.index);
      at = found.index + found[0].length;
      inside = found[0] === '%%' ? '%%' : '-->';
    }
  }
  return { text, inside };
}

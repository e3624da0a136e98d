import { z } from 'zod';
import { Acceptance } from '../../../domain/bundle/gate-finding.ts';
import type { BundleChapter, KeptBundle } from '../../../domain/bundle/kept-bundle.ts';
import { ProductId, Worksheet } from '../../../domain/bundle/products.ts';
import { Sharing } from '../../../domain/entries/entry.ts';
import { refused } from '../../data/paths.ts';

/** A line of the contents: a write-up, a heading over what comes after it, or a query that is answered when the bundle is made. */
export const Row = z.union([
  z.object({ entry: z.string() }),
  z.object({ key: z.string(), chapter: z.string() }),
  z.object({ key: z.string(), query: z.string(), name: z.string() }),
]);
export type Row = z.infer<typeof Row>;

/** What a row is known by within the list. */
export const keyOf = (row: Row): string => ('entry' in row ? row.entry : row.key);

/** A bundle that is being put together. */
const Whole = z.object({
  rows: z.array(Row),
  title: z.string(),
  subtitle: z.string().default(''),
  audience: Sharing,
  products: z.array(ProductId).default([]),
  worksheet: Worksheet.default('vijf'),
  /** Id of a house style; undefined is the plain one. */
  style: z.string().optional(),
  /** Id of the session it is for. */
  session: z.string().optional(),
  /** Findings somebody let pass. */
  accepted: z.record(z.string(), Acceptance).default({}),
  /** The kept bundle it was opened from, and the `changed` it then had. */
  kept: z.object({ id: z.string(), since: z.string() }).optional(),
  /** Folder to keep the bundle in; empty until one is chosen. */
  folder: z.string(),
  /** File name the user typed; undefined follows the title. */
  file: z.string().optional(),
});

/** Drafts of before had only ids. */
export const Draft = z.preprocess(
  (held) =>
    typeof held === 'object' && held !== null && 'ids' in held && Array.isArray(held.ids)
      ? { ...held, rows: held.ids.map((entry: unknown) => ({ entry })) }
      : held,
  Whole,
);
export type Draft = z.infer<typeof Whole>;

export type Change =
  | { do: 'add'; ids: readonly string[] }
  | { do: 'insert'; row: Row }
  | { do: 'remove'; keys: readonly string[] }
  | { do: 'move'; key: string; to: number }
  | { do: 'name'; key: string; chapter: string }
  | { do: 'put'; draft: Draft }
  | { do: 'set'; part: Partial<Omit<Draft, 'rows'>> };

/** Ids of the write-ups that were chosen one by one. */
export const idsIn = (draft: Draft): string[] => draft.rows.flatMap((row) => ('entry' in row ? [row.entry] : []));

/** The draft after one change. */
export function changed(draft: Draft, change: Change): Draft {
  switch (change.do) {
    case 'add': {
      const there = new Set(idsIn(draft));
      const fresh = [...new Set(change.ids)].filter((id) => !there.has(id));
      return { ...draft, rows: [...draft.rows, ...fresh.map((entry) => ({ entry }))] };
    }
    case 'insert':
      return { ...draft, rows: [...draft.rows, change.row] };
    case 'remove':
      return { ...draft, rows: draft.rows.filter((row) => !change.keys.includes(keyOf(row))) };
    case 'move': {
      const row = draft.rows.find((one) => keyOf(one) === change.key);
      const rest = draft.rows.filter((one) => one !== row);
      const to = Math.min(rest.length, Math.max(0, change.to));
      return row ? { ...draft, rows: [...rest.slice(0, to), row, ...rest.slice(to)] } : draft;
    }
    case 'name':
      return { ...draft, rows: draft.rows.map((row) => ('chapter' in row && row.key === change.key ? { ...row, chapter: change.chapter } : row)) };
    case 'put':
      return change.draft;
    case 'set':
      return { ...draft, ...change.part };
  }
}

/** The rows as chapters; what stands before the first heading has none. */
export function chaptersOf(rows: readonly Row[]): BundleChapter[] {
  const out: BundleChapter[] = [{ title: '', items: [] }];
  for (const row of rows) {
    if ('chapter' in row) out.push({ title: row.chapter.trim(), items: [] });
    else out.at(-1)?.items.push('entry' in row ? { entry: row.entry } : { query: row.query });
  }
  return out[0]?.items.length === 0 && out.length > 1 ? out.slice(1) : out;
}

/** A kept bundle as a draft, over what this user chose about the file. */
export function draftOf(bundle: KeptBundle, { folder }: Pick<Draft, 'folder'>): Draft {
  const { id, title, subtitle = '', audience, chapters, products, worksheet, style, session, accepted, changed: since } = bundle;
  const rows = chapters.flatMap((chapter, at): Row[] => [
    ...(chapter.title === '' && at === 0 ? [] : [{ key: `kop-${at}`, chapter: chapter.title }]),
    ...chapter.items.map((item, place): Row =>
      'entry' in item ? { entry: item.entry } : { key: `vraag-${at}-${place}`, query: item.query, name: item.query },
    ),
  ]);
  return { rows, title, subtitle, audience, products, worksheet, style, session, accepted, kept: { id, since }, folder };
}

/** What of a draft is kept. */
export function keptOf(draft: Draft): Omit<KeptBundle, 'id' | 'changed'> & { id?: string } {
  const { title, subtitle, audience, rows, products, worksheet, style, session, accepted, kept } = draft;
  return {
    ...(kept ? { id: kept.id } : {}),
    title: title.trim(),
    ...(subtitle.trim() === '' ? {} : { subtitle: subtitle.trim() }),
    audience,
    chapters: chaptersOf(rows),
    products,
    worksheet,
    accepted,
    ...(style === undefined ? {} : { style }),
    ...(session === undefined ? {} : { session }),
  };
}

/** A file name from a title: the day first, so that bundles lie in order. */
export function nameFor(title: string, day: string): string {
  const clean = title
    .replace(new RegExp(`[${refused}]`, 'g'), ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return `${day} ${clean || 'bundel'}`;
}

import { refused } from '../../data/paths.ts';
import { z } from 'zod';
import { Sharing } from '../../../domain/entries/entry.ts';

/** A bundle that is being put together. */
export const Draft = z.object({
  ids: z.array(z.string()),
  title: z.string(),
  audience: Sharing,
  /** Folder to keep the bundle in; empty until one is chosen. */
  folder: z.string(),
  /** File name the user typed; undefined follows the title. */
  file: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;

export type Change =
  | { do: 'add'; ids: readonly string[] }
  | { do: 'remove'; ids: readonly string[] }
  | { do: 'move'; id: string; to: number }
  | { do: 'put'; draft: Draft }
  | { do: 'set'; part: Partial<Pick<Draft, 'title' | 'audience' | 'folder' | 'file'>> };

/** The draft after one change. */
export function changed(draft: Draft, change: Change): Draft {
  switch (change.do) {
    case 'add':
      return { ...draft, ids: [...new Set([...draft.ids, ...change.ids])] };
    case 'remove':
      return { ...draft, ids: draft.ids.filter((id) => !change.ids.includes(id)) };
    case 'move': {
      const rest = draft.ids.filter((id) => id !== change.id);
      const to = Math.min(rest.length, Math.max(0, change.to));
      return rest.length === draft.ids.length ? draft : { ...draft, ids: [...rest.slice(0, to), change.id, ...rest.slice(to)] };
    }
    case 'put':
      return change.draft;
    case 'set':
      return { ...draft, ...change.part };
  }
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

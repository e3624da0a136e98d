import { useState } from 'react';
import type { Overview } from '../../../domain/api/contract.ts';
import type { FacetValue } from '../../../domain/search/answer.ts';
import { written } from '../../../domain/search/query-edit.ts';
import { useCall } from '../../data/use-call.ts';

/** What the overview can be narrowed to; the names are those of the query language. */
export const narrowings = ['thema', 'organisatie'] as const;
export type Narrowing = (typeof narrowings)[number];
export type Choice = Partial<Record<Narrowing, string>>;

/** The choice as filters of a query, to go along to every list the overview leads to. */
export const choiceQuery = (choice: Choice): string => narrowings.flatMap((name) => (choice[name] ? [written(name, [choice[name]])] : [])).join(' ');

export interface Narrowed {
  choice: Choice;
  choose(name: Narrowing, value: string): void;
  clear(): void;
  options: Record<Narrowing, readonly FacetValue[]>;
  /** Ids that fit the choice; undefined when nothing is chosen. */
  ids: ReadonlySet<string> | undefined;
}

const kept = 'oogst.overzicht';

/** The choice of theme and organisation; holds as long as this tab lives. */
export function useNarrowing(): Narrowed {
  const [choice, setChoice] = useState<Choice>(remembered);
  const query = choiceQuery(choice);
  const all = useCall('search.query', { query: '', limit: 0, facets: true });
  const fitting = useCall('search.query', { query, limit: 5000 }, { enabled: query !== '' });
  const set = (next: Choice): void => {
    setChoice(next);
    window.sessionStorage.setItem(kept, JSON.stringify(next));
  };
  return {
    choice,
    choose: (name, value) => set({ ...choice, [name]: value }),
    clear: () => set({}),
    options: { thema: all.data?.facets['thema'] ?? [], organisatie: all.data?.facets['organisatie'] ?? [] },
    ids: query === '' || !fitting.data ? undefined : new Set(fitting.data.hits.map((hit) => hit.id)),
  };
}

function remembered(): Choice {
  const out: Choice = {};
  try {
    const read: unknown = JSON.parse(window.sessionStorage.getItem(kept) ?? '{}');
    if (typeof read !== 'object' || read === null) return out;
    for (const name of narrowings) {
      const value: unknown = Object.getOwnPropertyDescriptor(read, name)?.value;
      if (typeof value === 'string') out[name] = value;
    }
  } catch {
    // Somebody else wrote there; then nothing is chosen.
  }
  return out;
}

/** The overview of only these entries; counts are made again from the rows. */
export function narrowTo(overview: Overview, ids: ReadonlySet<string> | undefined): Overview {
  if (!ids) return overview;
  const rows = overview.rows.filter((row) => ids.has(row.id));
  const good: Record<string, number> = {};
  for (const item of overview.items) good[item.id] = rows.filter((row) => row.verdicts[item.id] === 'ja').length;
  for (const part of overview.parts) good[part.id] = rows.filter((row) => row.parts.some((p) => p.id === part.id && p.state === 'vol')).length;
  const stages = overview.stages.map((stage) => ({ ...stage, count: rows.filter((row) => row.stage === stage.stage).length }));
  return {
    ...overview,
    rows,
    good,
    stages,
    practices: rows.length,
    unstaged: rows.length - stages.reduce((sum, stage) => sum + stage.count, 0),
    questions: overview.questions.filter(({ entry }) => ids.has(entry.id)),
    due: overview.due.filter(({ entry }) => ids.has(entry.id)),
    recent: overview.recent.filter((entry) => ids.has(entry.id)),
  };
}

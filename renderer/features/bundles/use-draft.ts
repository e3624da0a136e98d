import { useCallback, useEffect, useReducer, useRef } from 'react';
import { go, type Route } from '../../data/routes.ts';
import { useClient } from '../../data/client.tsx';
import { useSettings } from '../../data/use-settings.ts';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure } from '../../data/use-call.ts';
import { nl } from '../../text/nl.ts';
import { Draft, changed, idsIn, type Change } from './draft.ts';

type BundleRoute = Extract<Route, { screen: 'bundels' }>;

export interface DraftState {
  draft: Draft;
  change(change: Change): void;
}

/** The bundle in the making, per kennismap; it survives a reload. What the address brings along is added, and then the address is cleared. */
export function useDraft(dir: string, route: BundleRoute): DraftState {
  const place = `oogst.bundel:${dir}`;
  const { settings } = useSettings();
  const [draft, change] = useReducer(changed, place, remembered);
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => window.localStorage.setItem(place, JSON.stringify(draft)), [place, draft]);
  useEffect(() => {
    if (settings.exportDir && !latest.current.folder) change({ do: 'set', part: { folder: settings.exportDir } });
  }, [settings.exportDir]);
  useArrivals(route, latest, change);
  return { draft, change };
}

function useArrivals({ ids, q }: BundleRoute, latest: { current: Draft }, change: (change: Change) => void): void {
  const client = useClient();
  const toasts = useToasts();
  const arriving = ids.join('\n');
  const take = useCallback(
    (found: readonly string[]): void => {
      const there = new Set(idsIn(latest.current));
      const fresh = found.filter((id) => !there.has(id));
      change({ do: 'add', ids: fresh });
      toasts.say({ text: fresh.length === 0 && found.length > 0 ? nl.bundles.alreadyIn : nl.bundles.added(fresh.length) });
    },
    [latest, change, toasts],
  );
  useEffect(() => {
    if (arriving === '' && q === '') return;
    // At once, so that going back or a reload does not bring them in again.
    go({ screen: 'bundels', ids: [], q: '' }, { replace: true });
    if (arriving !== '') take(arriving.split('\n'));
    if (q === '') return;
    client.call('search.query', { query: q, limit: 5000 }).then(
      (page) => take(page.hits.map((hit) => hit.id)),
      (error: unknown) => toasts.fail(asFailure(error).message),
    );
  }, [arriving, q, client, take, toasts]);
}

function remembered(place: string): Draft {
  try {
    const read = Draft.safeParse(JSON.parse(window.localStorage.getItem(place) ?? 'null'));
    return read.success ? read.data : emptyDraft('');
  } catch {
    return emptyDraft('');
  }
}

/** A bundle with nothing in it yet. */
export const emptyDraft = (folder: string): Draft => ({
  rows: [],
  title: nl.bundles.defaultTitle,
  subtitle: '',
  audience: 'intern',
  products: ['boekje', 'handout', 'werkblad'],
  worksheet: 'vijf',
  accepted: {},
  folder,
});

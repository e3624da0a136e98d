import type { QueryClient } from '@tanstack/react-query';
import type { EventName, LibraryState, Method } from '../../domain/api/contract.ts';
import type { Client } from '../../domain/api/link.ts';

const aboutEntries: readonly Method[] = [
  'entries.read',
  'entries.render',
  'entries.titles',
  'entries.valuesIn',
  'search.query',
  'vocabulary.people',
  'vocabulary.values',
  'searches.list',
  'searches.news',
  'search.similar',
  'relations.mentions',
  'relations.kin',
  'relations.renamePlan',
  'relations.compare',
  'overview.read',
  'library.problems',
  'bundles.check',
  'consent.list',
  'reflections.figures',
  'reflections.import',
  'consent.pictures',
  'history.versions',
  'history.vanished',
  'trash.list',
  'drafts.list',
];

/** Which answers an event makes stale. A call that is not here keeps its answer until somebody asks again. */
export const staleAfter: Record<EventName, readonly Method[]> = {
  'library.state': [...aboutEntries, 'settings.read'],
  'entries.changed': aboutEntries,
  'vocabulary.changed': ['vocabulary.read', ...aboutEntries],
  'searches.changed': ['searches.list', 'searches.news'],
  'bundles.changed': ['bundles.handedOut', 'bundles.list', 'styles.list', 'consent.list'],
  'consent.changed': ['consent.list', 'bundles.gate'],
  'undo.changed': [],
  'settings.changed': [],
  notice: [],
};

/** Bursts of events (a scan, a sync) ask again at most this often, in milliseconds. */
const pause = 250;

/** Keeps the answers in `queries` fresh by the events of the link; gives the way to stop. */
export function followEvents(client: Client, queries: QueryClient): () => void {
  const due = new Set<Method>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    if (due.size === 0) return;
    const stale = new Set<unknown>(due);
    due.clear();
    void queries.invalidateQueries({ predicate: (query) => stale.has(query.queryKey[0]) });
    timer = setTimeout(flush, pause);
  };
  const mark = (name: EventName): void => {
    for (const method of staleAfter[name]) due.add(method);
    if (timer === undefined) flush();
  };
  const off = [
    client.on('library.state', (state) => {
      const before = queries.getQueryData<LibraryState>(['library.state', {}]);
      queries.setQueryData(['library.state', {}], state);
      if (differs(before, state)) mark('library.state');
    }),
    client.on('undo.changed', (state) => queries.setQueryData(['undo.state', {}], state)),
    client.on('settings.changed', (settings) => queries.setQueryData(['settings.read', {}], settings)),
    client.on('entries.changed', () => mark('entries.changed')),
    client.on('vocabulary.changed', () => mark('vocabulary.changed')),
    client.on('searches.changed', () => mark('searches.changed')),
    client.on('bundles.changed', () => mark('bundles.changed')),
    client.on('consent.changed', () => mark('consent.changed')),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of off) stop();
  };
}

/** Counting on while a folder is read is no reason to ask everything again; another folder, being ready, or who may write in it is. */
function differs(before: LibraryState | undefined, now: LibraryState): boolean {
  const dir = (state: LibraryState | undefined): string => (state && 'dir' in state ? state.dir : '');
  const readOnly = (state: LibraryState | undefined): boolean => state !== undefined && 'readOnly' in state && state.readOnly;
  return before?.state !== now.state || dir(before) !== dir(now) || readOnly(before) !== readOnly(now);
}

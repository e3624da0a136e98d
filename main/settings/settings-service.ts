import type { Service, Settings } from '../../domain/api/contract.ts';
import type { SettingsStore } from './settings.ts';

/** Reading and changing preferences. */
export function createSettingsService(store: SettingsStore): Service<'settings'> {
  return {
    'settings.read': async () => store.current(),
    'settings.change': async ({ panes, recentSearches, ...rest }) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      return store.change((s) => ({ ...s, ...given, panes: { ...s.panes, ...panes }, recentSearches: searches(s.recentSearches, recentSearches) }));
    },
    'settings.forget': async ({ dir }) => store.change((s) => ({ ...s, recent: s.recent.filter((one) => one.dir !== dir) })),
  };
}

/** Folders whose searches are kept: as many as there are recent kennismappen. */
const mostFolders = 20;

/** Lays the given folders over the kept ones; what was searched in last stands last and the oldest fall off. */
function searches(kept: Settings['recentSearches'], given: Settings['recentSearches'] = {}): Settings['recentSearches'] {
  const others = Object.entries(kept).filter(([dir]) => !Object.hasOwn(given, dir));
  const filled = Object.entries(given).filter(([, list]) => list.length > 0);
  return Object.fromEntries([...others, ...filled].slice(-mostFolders));
}

import type { Service } from '../../domain/api/contract.ts';
import type { SettingsStore } from './settings.ts';

/** Reading and changing preferences. */
export function createSettingsService(store: SettingsStore): Service<'settings'> {
  return {
    'settings.read': async () => store.current(),
    'settings.change': async ({ panes, ...rest }) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      return store.change((s) => ({ ...s, ...given, panes: { ...s.panes, ...panes } }));
    },
    'settings.forget': async ({ dir }) => store.change((s) => ({ ...s, recent: s.recent.filter((one) => one.dir !== dir) })),
  };
}

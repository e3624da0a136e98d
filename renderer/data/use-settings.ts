import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Settings, type Input } from '../../domain/api/contract.ts';
import { useClient } from './client.tsx';
import { useToasts } from './toasts.tsx';
import { asFailure, useCall } from './use-call.ts';

const defaults = Settings.parse({});

export interface SettingsState {
  settings: Settings;
  /** False until the settings have been read. */
  known: boolean;
  change(part: Input<'settings.change'>): void;
}

/** Preferences; a change shows at once and is written behind it. */
export function useSettings(): SettingsState {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const { data } = useCall('settings.read', {});
  const change = useCallback(
    (part: Input<'settings.change'>) => {
      const key = ['settings.read', {}];
      const before = queries.getQueryData<Settings>(key) ?? defaults;
      queries.setQueryData(key, { ...before, ...part });
      client.call('settings.change', part).then(
        (after) => queries.setQueryData(key, after),
        (error: unknown) => {
          queries.setQueryData(key, before);
          toasts.fail(asFailure(error).message);
        },
      );
    },
    [client, queries, toasts],
  );
  return { settings: data ?? defaults, known: data !== undefined, change };
}

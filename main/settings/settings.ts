import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { Settings, type Emit } from '../../domain/api/contract.ts';
import { SafeAdapter } from './safe-adapter.ts';

/** Preferences and window state of this user on this computer: one file, one writer. */
export interface SettingsStore {
  current(): Settings;
  /** Changes and saves; failing to save is said once and never stops the work. */
  change(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Puts a kennismap at the top of the recent ones. */
  remember(dir: string, name: string): Promise<void>;
}

export interface SettingsOptions {
  emit: Emit;
  clock: () => Date;
}

/** Opens the settings in a profile folder. A file that cannot be used is set aside and the defaults are used; never fails. */
export async function openSettings(profile: string, { emit, clock }: SettingsOptions): Promise<SettingsStore> {
  const notice = (text: string): void => emit('notice', { text });
  await mkdir(profile, { recursive: true }).catch(() => undefined);
  const adapter = new SafeAdapter(join(profile, 'instellingen.json'), Settings, clock, (aside) =>
    notice(
      aside === undefined
        ? 'De instellingen waren niet te lezen. Oogst begint met de standaard. Het oude bestand kon niet apart worden bewaard en blijft daarom staan; wat je nu instelt, wordt niet onthouden.'
        : 'De instellingen waren niet te lezen. Oogst begint met de standaard; het oude bestand is apart bewaard.',
    ),
  );
  const low = new Low<Settings>(adapter, Settings.parse({}));
  await low.read();
  let turn: Promise<unknown> = Promise.resolve();
  let warned = false;
  const save = async (): Promise<void> => {
    try {
      await low.write();
    } catch {
      if (!warned) notice('Je instellingen kunnen niet worden bewaard. Je stukken hebben daar geen last van.');
      warned = true;
    }
  };
  const store: SettingsStore = {
    current: () => low.data,
    change: async (change) => {
      low.data = Settings.parse(change(low.data));
      const written = turn.then(save);
      turn = written;
      await written;
      emit('settings.changed', low.data);
      return low.data;
    },
    remember: async (dir, name) => {
      await store.change((s) => ({
        ...s,
        recent: [{ dir, name, opened: clock().toISOString() }, ...s.recent.filter((one) => one.dir !== dir)].slice(0, 20),
      }));
    },
  };
  return store;
}

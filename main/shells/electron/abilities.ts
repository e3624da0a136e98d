import { resolve, sep } from 'node:path';
import type { Handlers, LibraryState } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';

/** What only Electron can do, given by the entry so that this can run without it. */
export interface Desktop {
  version: string;
  pickFolder(title: string): Promise<string | undefined>;
  reveal(path: string): void;
  state(): LibraryState;
}

/** The calls about the program around the app. Only what lies in the kennismap, or was made in this session, is shown in the file manager. */
export function createAbilities(desktop: Desktop, library: Partial<Handlers>): Partial<Handlers> {
  const made = new Set<string>();
  const exporting = library['bundles.export'];
  return {
    'shell.abilities': async () => ({ shell: 'electron', version: desktop.version, pickFolder: true, reveal: true, download: false }),
    'shell.pickFolder': async ({ title }) => ({ path: (await desktop.pickFolder(title)) ?? null }),
    'shell.reveal': async ({ path }) => {
      const file = resolve(path);
      const state = desktop.state();
      const inside = state.state !== 'none' && (file === state.dir || file.startsWith(state.dir + sep));
      if (!inside && !made.has(file)) throw new Failure('shell.unable', { what: 'een bestand buiten de kennismap laten zien' });
      desktop.reveal(file);
      return {};
    },
    ...(exporting && {
      'bundles.export': async (order, context) => {
        const report = await exporting(order, context);
        made.add(resolve(report.path));
        return report;
      },
    }),
  };
}

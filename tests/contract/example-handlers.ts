import type { Emit, Handlers } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';

/** Small handlers with every manner of ending, so that all lines can be tried with the same calls. */
export function exampleHandlers(emit: Emit): Partial<Handlers> {
  let stopped = 0;
  let begun = 0;
  return {
    'library.state': async () => ({
      state: 'ready',
      dir: 'map',
      name: `begonnen ${begun}`,
      entries: stopped,
      readOnly: false,
      example: false,
      missing: 0,
    }),
    'library.open': async ({ dir }) => {
      emit('notice', { text: dir });
      return { state: 'none' };
    },
    'entries.read': async ({ id }) => {
      throw new Failure('entry.missing', { id });
    },
    'entries.titles': async () => {
      throw new Error('/geheim/pad: stack that nobody may see');
    },
    'entries.rename': async ({ id, title }) => ({ id, path: title, revision: 'r' }),
    'shell.reveal': async () => undefined as never,
    'bundles.export': async (order, context) => {
      for (let done = 1; done <= 50; done++) context.report({ done, total: 50 });
      return { path: order.out, bytes: 0, entries: 0, files: 0, leftOut: [], warnings: [], products: [] };
    },
    'import.folder': (_input, context) => {
      begun++;
      context.report({ done: 0, total: 1 });
      return new Promise((_done, failed) => {
        context.signal.addEventListener('abort', () => {
          stopped++;
          failed(new Failure('cancelled'));
        });
      });
    },
  };
}

export const order = { title: 'Bundel', ids: [], audience: 'intern' as const, out: 'bundel.zip' };

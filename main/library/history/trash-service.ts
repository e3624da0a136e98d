import type { Service } from '../../../domain/api/contract.ts';
import { inTurn } from '../entry-writing.ts';
import type { Session } from '../session.ts';
import { listTrash, putInTrash, removeFromTrash, restoreFromTrash, type Trashed } from './trash.ts';

/** The prullenbak: throwing away with everything that belongs to it, putting back where it was. */
export function createTrashService(session: Session, clock: () => Date): Service<'trash'> {
  return {
    'trash.list': async () => listTrash(session.library()),
    'trash.put': async ({ ids }) => {
      const library = session.library();
      const out: Trashed[] = [];
      try {
        for (const id of ids) out.push(await inTurn(library, () => putInTrash(library, id, clock())));
      } finally {
        const first = out[0];
        const changes = out.map(({ id, key }) => ({ what: 'trashed' as const, id, key }));
        if (first) library.history.did({ label: 'weggegooid', id: first.id, title: first.title, changes });
      }
      return out;
    },
    'trash.restore': async ({ key }) => {
      const library = session.library();
      const saved = await inTurn(library, () => restoreFromTrash(library, key));
      const title = library.shelf.find(saved.id)?.read.summary.title ?? '';
      library.history.did({ label: 'teruggehaald', id: saved.id, title, changes: [{ what: 'made', id: saved.id, path: saved.path }] });
      return saved;
    },
    'trash.remove': async ({ keys, versions }) => {
      const library = session.library();
      for (const key of keys) {
        const item = await inTurn(library, () => removeFromTrash(library, key));
        if (versions) await library.history.versions.forget(item.id);
      }
      library.announce([], 'saved');
      return listTrash(library);
    },
  };
}

import type { Service } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import type { Version } from '../../../domain/entries/version.ts';
import { changeEntry, createFile, type Saved } from '../entry-writing.ts';
import type { OpenLibrary } from '../open-library.ts';
import type { Session } from '../session.ts';
import { listTrash } from './trash.ts';
import type { KeptVersion } from './version-store.ts';

/** Earlier versions of write-ups: looking, naming, putting back, forgetting. */
export function createHistoryService(session: Session): Service<'history'> {
  const versions = async (id: string): Promise<Version[]> => (await session.library().history.versions.list(id)).map(shown);
  return {
    'history.versions': async ({ id }) => versions(id),
    'history.version': async ({ revision }) => {
      const text = await textOf(session.library(), revision);
      return { text, body: bodyOf(text) };
    },
    'history.restore': async ({ id, revision, basedOn }) => {
      const library = session.library();
      const text = await textOf(library, revision);
      return changeEntry(library, id, 'versie', { edit: () => text, basedOn });
    },
    'history.name': async ({ id, revision, name }) => {
      await session.library().history.versions.name(id, revision, name.trim());
      return versions(id);
    },
    'history.forget': async ({ id }) => {
      await session.library().history.versions.forget(id);
      return {};
    },
    'history.vanished': async () => (await vanished(session.library())).map(({ id, title, path, at }) => ({ id, title, path, at })),
    'history.recover': async ({ ids }, context) => {
      const library = session.library();
      const wanted = new Set(ids);
      const found = (await vanished(library)).filter(({ id }) => wanted.has(id));
      const done: Saved[] = [];
      const failed: string[] = [];
      for (const [index, version] of found.entries()) {
        if (context.signal.aborted) throw new Failure('cancelled');
        context.report({ done: index, total: found.length, label: version.title });
        const saved = await recoverOne(library, version).catch(() => undefined);
        if (saved) done.push(saved);
        else failed.push(version.path);
      }
      return { done, failed };
    },
  };
}

async function textOf(library: OpenLibrary, revision: string): Promise<string> {
  const text = await library.history.versions.read(revision);
  if (text === undefined) throw new Failure('history.gone');
  return text;
}

/** Write-ups with versions that are neither in the kennismap nor in its prullenbak; the path must not be in use by another. */
async function vanished(library: OpenLibrary): Promise<KeptVersion[]> {
  const missing = new Set(library.missing);
  const trashed = new Set((await listTrash(library)).map(({ id }) => id));
  const isHere = (id: string): boolean => {
    const held = library.shelf.find(id);
    return held !== undefined && !missing.has(held.read.summary.path);
  };
  // A file that got another name outside Oogst, and no id of its own, is still here under that name.
  const texts = new Set(library.shelf.all().map(({ revision, read }) => (missing.has(read.summary.path) ? '' : revision)));
  const all = (await library.history.versions.all()).filter(({ revision }) => !texts.has(revision));
  return all
    .filter(({ id, path, why }) => why !== 'weggegooid' && !isHere(id) && !trashed.has(id) && (missing.has(path) || !library.shelf.at(path)))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

async function recoverOne(library: OpenLibrary, { id, path, revision }: KeptVersion): Promise<Saved | undefined> {
  const text = await library.history.versions.read(revision);
  if (text === undefined) return undefined;
  const saved = await createFile(library, path, text);
  library.history.did({
    label: 'teruggehaald',
    id: saved.id,
    title: library.shelf.find(saved.id)?.read.summary.title ?? id,
    changes: [{ what: 'made', id: saved.id, path }],
  });
  return saved;
}

const shown = ({ revision, at, size, title, why, name }: KeptVersion): Version => ({
  revision,
  at,
  size,
  title,
  why,
  ...(name === undefined ? {} : { name }),
});

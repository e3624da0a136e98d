import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { CallContext, Handlers, Output } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import type { BundleLook, BundleTaken, ImportChoice } from '../../domain/bundle/bundle-import.ts';
import { readHeader } from '../../domain/entries/front-matter.ts';
import { bodyOf, shapeOf } from '../../domain/entries/file-text.ts';
import type { Json } from '../../domain/entries/entry.ts';
import { diskReason, errorCode } from '../library/disk-failure.ts';
import type { Session } from '../library/session.ts';
import { lookAt } from './bundle-look.ts';
import { openBundle, type BundleFile } from './bundle-file.ts';
import { originsFile } from './origins.ts';
import { BundleTaking, textIn } from './bundle-taking.ts';

type ImportHandlers = Pick<Handlers, 'import.bundles' | 'import.look' | 'import.compare' | 'import.take'>;

/** Taking over a bundle somebody else made: look first, choose, then one step that can be taken back. */
export function createBundleImportService(session: Session, clock: () => Date): ImportHandlers {
  return {
    'import.bundles': ({ dir }) => zipsIn(resolve(dir)),
    'import.look': async ({ path }, context) =>
      withBundle(path, context, async (bundle): Promise<BundleLook> => {
        const library = session.library();
        const { value } = await originsFile(library).read();
        const before = value.bundels.findLast(({ sha256 }) => sha256 === bundle.hash)?.ingelezen;
        const { title, made, audience } = bundle.manifest;
        return {
          title,
          made,
          audience,
          hash: bundle.hash,
          ...(before === undefined ? {} : { before }),
          entries: await lookAt(library, bundle, value),
        };
      }),
    'import.compare': async ({ path, id }, context) =>
      withBundle(path, context, async (bundle) => {
        const entry = bundle.manifest.entries.find((one) => one.id === id);
        const held = session.library().shelf.find(id);
        if (!entry || !held) throw new Failure('entry.missing', { id });
        const theirs = textIn(await bundle.read(entry.path));
        const ours = (await session.library().readFile(held.read.summary.path)).text;
        return { ours: partsOf(ours), theirs: partsOf(theirs ?? '') };
      }),
    'import.take': async ({ path, hash, choices }, context) => {
      const library = session.library();
      await session.loaded();
      if (library.readOnly) throw new Failure('library.read-only', { dir: library.root });
      return withBundle(path, context, async (bundle): Promise<BundleTaken> => {
        if (hash !== undefined && hash !== bundle.hash)
          throw new Failure('import.bundle', { reason: 'het bestand is veranderd nadat je het bekeek' });
        const chosen = new Map<string, ImportChoice>(Object.entries(choices ?? {}));
        return new BundleTaking(library, bundle, clock()).run(chosen, context);
      });
    },
  };
}

async function zipsIn(dir: string): Promise<Output<'import.bundles'>> {
  const names = await readdir(dir).catch((error: unknown) => Promise.reject(new Failure('import.source', { path: dir, reason: diskReason(error) })));
  const found = await Promise.all(
    names
      .filter((name) => /\.zip$/i.test(name))
      .slice(0, 200)
      .map(async (name) => {
        const at = await stat(join(dir, name)).catch(() => undefined);
        return at?.isFile() ? [{ path: join(dir, name), name, bytes: at.size, changed: at.mtimeMs }] : [];
      }),
  );
  return found.flat().sort((a, b) => b.changed - a.changed);
}

type LookContext = Pick<CallContext<'import.look'>, 'signal' | 'report'>;

async function withBundle<T>(given: string, context: LookContext, act: (bundle: BundleFile) => Promise<T>): Promise<T> {
  const path = resolve(given);
  const step = async (done: number, total: number): Promise<void> => {
    await turn();
    if (context.signal.aborted) throw new Failure('cancelled');
    context.report({ done, total, label: basename(path) });
  };
  await stat(path).catch((error: unknown) => {
    throw new Failure('import.source', { path, reason: errorCode(error) === 'ENOENT' ? 'dat bestand is er niet' : diskReason(error) });
  });
  const bundle = await openBundle(path, step);
  try {
    return await act(bundle);
  } finally {
    bundle.close();
  }
}

/** Text and fields of a file, to hold beside another. */
function partsOf(text: string): { body: string; fields: Record<string, Json> } {
  const { front } = shapeOf(text);
  const header = readHeader(front ? text.slice(front.from, front.to) : '');
  return { body: bodyOf(text), fields: Object.fromEntries([...header.values].map(([key, { value }]) => [key, value])) };
}

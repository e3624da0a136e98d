import { readdir, rm } from 'node:fs/promises';
import { ulid } from 'ulid';
import type { z } from 'zod';
import type { Emit, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { KeptBundle } from '../../domain/bundle/kept-bundle.ts';
import { diskFailure, errorCode } from '../library/disk-failure.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import { SharedFile } from '../library/shared-file.ts';

/** Folder of the kept bundles, from the root of the kennismap; one file each, so that two people can each change another one. */
export const bundlesFolder = '.oogst/bundels';

/** So many are read; nobody keeps more. */
const most = 1000;

const nothing = { bundle: undefined } as { bundle: KeptBundle | undefined };

/** A JSON text by a schema; in Dutch why not, when it does not fit. */
export function readJson<T>(schema: z.ZodType<T>, text: string): T | { fault: string } {
  try {
    const read = schema.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    return read.success ? read.data : { fault: `er staat iets in dat er niet hoort (${read.error.issues[0]?.path.join('.') ?? ''})` };
  } catch {
    return { fault: 'het is geen geldige JSON' };
  }
}

function fileOf(library: OpenLibrary, id: string): SharedFile<typeof nothing> {
  const path = `${bundlesFolder}/${id}.json`;
  return new SharedFile(library, {
    path,
    none: nothing,
    longest: 4 * 1024 * 1024,
    read: (text) => {
      const bundle = readJson(KeptBundle, text);
      return 'fault' in bundle ? bundle : { bundle };
    },
    write: ({ bundle }) => `${JSON.stringify(bundle, null, 2)}\n`,
    unusable: (reason) => new Failure('shared.unusable', { path, reason }),
  });
}

/** Names of the JSON files in a folder of the kennismap, without their ending; hidden and temporary ones are none. */
export async function jsonNames(library: OpenLibrary, folder: string): Promise<string[]> {
  const names = await readdir(library.path(folder)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw diskFailure(error, folder);
  });
  return names
    .flatMap((name) => /^([A-Za-z0-9-]{1,64})\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .slice(0, most);
}

/** Reads the bundle kept under an id; fails with `bundle.missing`. */
export async function keptBundle(library: OpenLibrary, id: string): Promise<KeptBundle> {
  const { value, fault } = await fileOf(library, id).read();
  if (fault !== undefined) throw new Failure('shared.unusable', { path: `${bundlesFolder}/${id}.json`, reason: fault });
  if (!value.bundle) throw new Failure('bundle.missing');
  return value.bundle;
}

/** Every bundle that is kept, and the files that cannot be read. */
export async function keptBundles(library: OpenLibrary): Promise<{ bundles: KeptBundle[]; faults: { path: string; reason: string }[] }> {
  const bundles: KeptBundle[] = [];
  const faults: { path: string; reason: string }[] = [];
  for (const id of await jsonNames(library, bundlesFolder)) {
    const { value, fault } = await fileOf(library, id).read();
    if (fault !== undefined) faults.push({ path: `${bundlesFolder}/${id}.json`, reason: fault });
    else if (value.bundle) bundles.push({ ...value.bundle, id });
  }
  return { bundles: bundles.sort((a, b) => (a.changed < b.changed ? 1 : -1)), faults };
}

export interface KeptBundlesOptions {
  session: Session;
  clock: () => Date;
  emit: Emit;
}

/** Bundles that are kept in the kennismap, to be opened and made again. */
export function createKeptBundlesService({
  session,
  clock,
  emit,
}: KeptBundlesOptions): Pick<Service<'bundles'>, 'bundles.list' | 'bundles.keep' | 'bundles.remove'> {
  return {
    'bundles.list': () => keptBundles(session.library()),
    'bundles.keep': async ({ bundle, since }) => {
      const id = bundle.id ?? ulid(clock().getTime());
      const { bundle: kept } = await fileOf(session.library(), id).change((before) => {
        // Somebody else changed it since it was opened here: theirs stays until this one was seen beside it.
        if (since !== undefined && before.bundle && before.bundle.changed !== since)
          throw new Failure('bundle.changed', { title: before.bundle.title });
        return { bundle: { ...bundle, id, changed: clock().toISOString() } };
      });
      emit('bundles.changed', {});
      if (!kept) throw new Failure('bundle.missing');
      return kept;
    },
    'bundles.remove': async ({ id }) => {
      const library = session.library();
      const bundle = await keptBundle(library, id);
      if (library.readOnly) throw new Failure('library.read-only', { dir: library.root });
      const path = `${bundlesFolder}/${id}.json`;
      await rm(await library.ownPath(path)).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOENT') throw diskFailure(error, path);
      });
      emit('bundles.changed', {});
      return bundle;
    },
  };
}

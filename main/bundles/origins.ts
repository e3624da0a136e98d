import { Failure } from '../../domain/api/failures.ts';
import { Origins } from '../../domain/bundle/bundle-import.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { SharedFile } from '../library/shared-file.ts';
import { readJson } from './kept-bundles.ts';

/** Where the origins stand, from the root of the kennismap. */
export const originsPath = '.oogst/herkomst.json';

const none: Origins = { bundels: [] };

/** The file that says which bundles came in. */
export const originsFile = (library: OpenLibrary): SharedFile<Origins> =>
  new SharedFile<Origins>(library, {
    path: originsPath,
    none,
    longest: 50 * 1024 * 1024,
    read: (text) => readJson(Origins, text),
    write: (origins) => `${JSON.stringify(origins, null, 2)}\n`,
    unusable: (reason) => new Failure('shared.unusable', { path: originsPath, reason }),
  });

import { Failure } from '../../domain/api/failures.ts';
import { renameSafely } from './atomic-write.ts';
import { diskFailure, errorCode } from './disk-failure.ts';
import { adoptFile, type Saved } from './entry-writing.ts';
import type { OpenLibrary } from './open-library.ts';

export { attachmentsFolder } from '../../domain/entries/attachment-links.ts';

/** Gives a folder with attachments another path; never over something else. */
export async function moveFolder(library: OpenLibrary, from: string, to: string): Promise<void> {
  try {
    await renameSafely(await library.ownPath(from), await library.ownPath(to));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new Failure('entry.name-taken', { path: to });
    throw diskFailure(error, from);
  }
  // Write-ups may lie in it as well.
  for (const path of library.shelf.paths().filter((one) => one.startsWith(`${from}/`))) {
    const gone = library.drop(path);
    await adoptFile(library, to + path.slice(from.length), 'saved');
    library.announce(gone, 'saved');
  }
}

/** Gives a file another path; never over something else (`entry.name-taken`). The write-up keeps its id. */
export async function moveFile(library: OpenLibrary, from: string, to: string): Promise<Saved> {
  try {
    await renameSafely(await library.ownPath(from), await library.ownPath(to));
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw new Failure('entry.name-taken', { path: to });
    if (errorCode(error) === 'ENOENT') throw new Failure('entry.missing', { id: from });
    throw diskFailure(error, from);
  }
  const gone = library.drop(from);
  const moved = await adoptFile(library, to, 'saved');
  library.announce(gone, 'saved');
  return moved;
}

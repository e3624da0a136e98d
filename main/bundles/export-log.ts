import { Failure } from '../../domain/api/failures.ts';
import {
  containedIn,
  exportLogPath,
  longestLog,
  readExportLog,
  withExport,
  type ContainedIn,
  type ExportRecord,
} from '../../domain/bundle/export-log.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { SharedFile } from '../library/shared-file.ts';
import { foundIn } from './bundle-contents.ts';
import { keptBundles } from './kept-bundles.ts';

const empty = { text: '' };

const logFile = (library: OpenLibrary): SharedFile<{ text: string }> =>
  new SharedFile(library, {
    path: exportLogPath,
    none: empty,
    longest: longestLog,
    read: (text) => (text.length > longestLog ? { fault: 'het bestand is te groot' } : { text }),
    write: ({ text }) => text,
    unusable: (reason) => new Failure('shared.unusable', { path: exportLogPath, reason }),
  });

/**
 * Adds one line to the log of what was handed out: on top of what stands there by then, and whole or not at all. Fails with `library.read-only`,
 * `shared.unusable` or `disk.*`.
 */
export async function appendExport(library: OpenLibrary, record: ExportRecord): Promise<void> {
  await logFile(library).change(({ text }) => ({ text: withExport(text, record) }));
}

/** What was handed out, oldest first; what cannot be read of it is passed over. */
export const readExports = async (library: OpenLibrary): Promise<ExportRecord[]> => readExportLog((await logFile(library).read()).value.text);

/** Tells in which bundles something is: by the log, and in kept bundles by what their queries find now. */
export async function bundlesHolding(library: OpenLibrary): Promise<ContainedIn> {
  const { bundles } = await keptBundles(library);
  const kept = bundles.map((bundle) => ({
    ...bundle,
    chapters: foundIn(library, { ids: [], chapters: bundle.chapters }).map(({ title, items }) => ({
      title,
      items: items.flat().map((entry) => ({ entry })),
    })),
  }));
  return containedIn(await readExports(library), kept, (attachment) => ownersOf(library, attachment));
}

/** The write-ups in whose folder of attachments a file lies. */
function ownersOf(library: OpenLibrary, attachment: string): string[] {
  const folder = /^(.+)\.bijlagen\//.exec(attachment)?.[1];
  const held = folder === undefined ? undefined : library.shelf.at(`${folder}.md`);
  return held ? [held.id] : [];
}

import { readFile, realpath, rm } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import type { CallContext, ImportReport, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { readEntry } from '../../domain/entries/read-entry.ts';
import { writeFileSafely } from '../library/atomic-write.ts';
import { diskFailure, diskReason, errorCode } from '../library/disk-failure.ts';
import { inTurn } from '../library/entry-writing.ts';
import { readText } from '../library/file-reading.ts';
import { freePath } from '../library/free-path.ts';
import { makeFolders } from '../library/folder-making.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import { listSource, type SourceFile, type SourceList } from './markdown-source.ts';

/** Bringing in Markdown that others wrote: a copy, byte for byte, in the same folders under the same names. */
export function createImportService(session: Session, clock: () => Date): Pick<Service<'import'>, 'import.folder'> {
  return {
    'import.folder': async ({ sources, dryRun }, context) => {
      const library = session.library();
      await session.loaded();
      const list = await listAll(library, sources);
      const report: ImportReport = { dryRun: dryRun ?? false, imported: [], attachments: 0, same: [], skipped: list.skipped, warnings: [] };
      await inTurn(library, () => bringIn(library, list.files, report, context));
      if (!report.dryRun) await library.rescan();
      settle(library, report);
      await keepReport(library, sources, report, clock());
      return report;
    },
  };
}

/** What came in, and what did not, for who asks later; in the kennismap, so that colleagues can see it. A report that cannot be kept is no reason to fail. */
async function keepReport(library: OpenLibrary, sources: readonly string[], report: ImportReport, now: Date): Promise<void> {
  if (report.dryRun || report.imported.length + report.skipped.length + report.warnings.length === 0) return;
  const { imported, ...rest } = report;
  const kept = {
    op: now.toISOString(),
    bronnen: sources.map((source) => basename(resolve(source))),
    ...rest,
    imported: imported.map(({ path, id }) => ({ path, id })),
  };
  const name = `${now.toISOString().slice(0, 19).replaceAll(':', '')}.json`;
  try {
    await makeFolders(library.root, '.oogst/importverslagen');
    await writeFileSafely(library.path(`.oogst/importverslagen/${name}`), Buffer.from(`${JSON.stringify(kept, null, 2)}\n`));
  } catch (error) {
    report.warnings.push(`Het verslag kon niet worden bewaard: ${diskReason(error)}.`);
  }
}

async function listAll(library: OpenLibrary, sources: readonly string[]): Promise<SourceList> {
  const all: SourceList = { files: [], skipped: [] };
  for (const source of sources) {
    await refuseOverlap(library, source);
    const list = await listSource(source, sources.length > 1 && !/\.(md|markdown)$/i.test(source) ? basename(resolve(source)) : '');
    all.files.push(...list.files);
    all.skipped.push(...list.skipped);
  }
  return all;
}

async function refuseOverlap(library: OpenLibrary, source: string): Promise<void> {
  const from = await realpath(source).catch((error: unknown) => {
    throw new Failure('import.source', { path: resolve(source), reason: diskReason(error) });
  });
  if (from === library.root || from.startsWith(library.root + sep) || library.root.startsWith(from + sep))
    throw new Failure('import.inside', { path: from });
}

async function bringIn(
  library: OpenLibrary,
  files: readonly SourceFile[],
  report: ImportReport,
  context: CallContext<'import.folder'>,
): Promise<void> {
  const planned = new Set<string>();
  const written: string[] = [];
  let done = 0;
  for (const file of files) {
    if (context.signal.aborted) {
      // Everything in this list was made by this very import and by nobody else.
      for (const path of written) await rm(await library.ownPath(path), { force: true });
      await library.rescan();
      throw new Failure('cancelled');
    }
    context.report({ done: done++, total: files.length, label: basename(file.from) });
    await bringOne(library, file, planned, written, report);
  }
  context.report({ done: files.length, total: files.length });
}

async function bringOne(library: OpenLibrary, file: SourceFile, planned: Set<string>, written: string[], report: ImportReport): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file.from);
  } catch (error) {
    report.skipped.push({ from: file.from, reason: diskReason(error) });
    return;
  }
  const path = await freePath(library, file.to, bytes, planned);
  planned.add(path.path.toLowerCase());
  if (path.same) {
    if (file.markdown) report.same.push({ from: file.from, path: path.path });
    return;
  }
  if (!report.dryRun) {
    if (!(await put(library, path.path, bytes, file, report))) return;
    written.push(path.path);
  }
  if (!file.markdown) report.attachments++;
  else {
    const content = await readText(file.from);
    const read = readEntry({ path: path.path, text: content.text, changed: 0, problems: content.problems }, library.vocabulary);
    report.imported.push({ from: file.from, path: path.path, id: read.summary.id, problems: read.problems });
  }
  if (path.path !== file.to) report.warnings.push(`${file.to} bestond al met een andere inhoud; de nieuwe staat als ${path.path}.`);
}

async function put(library: OpenLibrary, path: string, bytes: Uint8Array, file: SourceFile, report: ImportReport): Promise<boolean> {
  const target = library.path(path);
  try {
    await makeFolders(library.root, dirname(path));
    await writeFileSafely(target, bytes, { fresh: true });
    return true;
  } catch (error) {
    // One name the disk refuses does not stop the rest; a full or read-only disk does.
    if (!['ENAMETOOLONG', 'EINVAL', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) throw diskFailure(error, path);
    report.skipped.push({ from: file.from, reason: diskReason(error) });
    return false;
  }
}

/** Ids as the library gives them now, and the problems that only show beside the other files. */
function settle(library: OpenLibrary, report: ImportReport): void {
  if (report.dryRun) return;
  for (const one of report.imported) {
    const held = library.shelf.at(one.path);
    if (!held) continue;
    one.id = held.id;
    one.problems = library.shelf.problems(held);
  }
}

import { basename } from 'node:path';
import type { BundleReport } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import { appendExport } from './export-log.ts';
import type { Chosen, Packed } from './chosen.ts';
import { acceptedIn } from './manifest-of.ts';

/** Notes what was handed out; in Dutch why not, when that cannot be done. The bundle itself is made and whole. */
export async function noteExport(
  library: OpenLibrary,
  { order, made, accepted }: Chosen,
  packed: readonly Packed[],
  report: BundleReport,
): Promise<string | undefined> {
  try {
    await appendExport(library, {
      at: made.toISOString(),
      ...(order.bundle === undefined ? {} : { bundle: order.bundle }),
      title: order.title,
      audience: order.audience,
      entries: packed.map(({ held }) => held.id),
      attachments: [...new Set(packed.flatMap(({ reader, files }) => files.map(({ path }) => path).filter((path) => path !== reader.file)))].map(
        (path) => path.replace(/^stukken\//, ''),
      ),
      products: report.products.map(({ id }) => id),
      accepted: acceptedIn(order, accepted),
      file: basename(report.path),
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `Dat deze bundel is uitgedeeld kon niet worden opgeschreven. ${error.message}`;
  }
}

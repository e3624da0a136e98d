import { setImmediate as turn } from 'node:timers/promises';
import { HeardWords } from '../../domain/search/heard-words.ts';
import type { FarReader, FarReads } from './far-reading.ts';
import type { FoundFile } from './folder-scan.ts';
import { letGo } from './let-go.ts';
import type { OpenLibrary } from './open-library.ts';
import { eachSaid } from './said.ts';

/** Files that are given out at a time: few at first, so that there is something to find soon. */
const shares = { first: 16, most: 192 };

/** More than this is not given out at a time, bytes, for all of it lies in memory while it is read; one file that is larger goes on its own. */
const mostBytes = 16 * 1024 * 1024;

/** So many the owner reads itself, so that there is something to find at once. More would have it learn to be quick at what the other threads learn already. */
const near = 24;

/** What so many files say may lie there as it is until the index is kept; of more it is deflated at once, as it would take the most room of all. */
const plain = 12_000;

/** How long others wait while what came is taken over, milliseconds. */
const patience = 25;

interface FirstLook {
  library: OpenLibrary;
  far: FarReader;
  files: readonly FoundFile[];
  closed: AbortSignal;
  /** So many files are taken over. */
  done(count: number): void;
}

/** Has the files of a large folder read elsewhere and takes them over as they come. Gives those that are still to be read, and the ids that came. */
export async function readElsewhere({ library, far, files, closed, done }: FirstLook): Promise<{ left: FoundFile[]; ids: string[] }> {
  const left: FoundFile[] = [];
  const heard = new HeardWords();
  const ids: string[] = [];
  let at = 0;
  let taken = 0;
  let lightened = 0;
  const takeOver = async (asked: readonly FoundFile[], { reads, said, documents }: FarReads): Promise<void> => {
    const places = new Map(reads.map((one, n) => [one.path, n]));
    const each = eachSaid(said);
    const index = library.engine.take(documents, heard);
    let began = Date.now();
    for (const file of asked) {
      const n = places.get(file.path) ?? -1;
      const one = reads[n];
      const what = each[n];
      if (one && what && index) ids.push(...library.adoptRead(file, one, what, (id) => index(n, id)));
      else left.push(file);
      if (Date.now() - began < patience) continue;
      await turn(); // let waiting calls in
      began = Date.now();
    }
    done((taken += asked.length));
    if (taken < lightened + plain) return;
    lightened = taken;
    letGo(taken);
  };
  let share = shares.first;
  const elsewhere = async (): Promise<void> => {
    while (at < files.length && !closed.aborted) {
      const asked = nextShare(files, at, share);
      at += asked.length;
      share = Math.min(shares.most, share * 2);
      const { root, vocabulary } = library;
      await takeOver(asked, await far.read({ root, files: asked, vocabulary, deflated: files.length > plain }));
    }
  };
  const here = async (): Promise<void> => {
    for (const file of files.slice(0, near)) {
      if (closed.aborted) return;
      ids.push(...library.adopt(file, await library.readFile(file.path)));
      done(++taken);
    }
  };
  at = Math.min(near, files.length);
  // One more is asked than there are threads, so that none of them waits while its answer is taken over.
  await Promise.all([...Array.from({ length: far.width + 1 }, elsewhere), here()]);
  far.rest();
  return { left, ids };
}

/** The next files to give out: so many, or fewer when they are large. */
function nextShare(files: readonly FoundFile[], from: number, share: number): readonly FoundFile[] {
  let bytes = 0;
  const next = files.slice(from, from + share);
  const end = next.findIndex(({ size }) => (bytes += size) > mostBytes);
  return end < 0 ? next : next.slice(0, Math.max(1, end));
}

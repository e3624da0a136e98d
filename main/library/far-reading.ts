import { join } from 'node:path';
import { attachmentsOf } from '../../domain/entries/attachment-links.ts';
import { bodyOf, shapeOf } from '../../domain/entries/file-text.ts';
import { readEntry } from '../../domain/entries/read-entry.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import { toSearchDocument } from '../../domain/search/document.ts';
import { numberDocuments, type NumberedDocuments, type WordList } from '../../domain/search/numbered-documents.ts';
import { readTextAtOnce } from './file-reading.ts';
import type { FoundFile } from './folder-scan.ts';
import { isHarmless } from './header-trial.ts';
import { saidTogether, type ManySaid } from './said.ts';

/** Files that are to be read somewhere else; plain data, so that it can go to another thread. */
export interface FarInput {
  root: string;
  files: readonly FoundFile[];
  vocabulary: Vocabulary;
  /** Whether what they say is to be deflated. */
  deflated: boolean;
}

/** What a file says. */
export interface FarRead {
  path: string;
  revision: string;
  locked?: string;
  /** Id in the file itself. */
  ownId?: string;
  /** Whether its text names an attachment. */
  attached: boolean;
}

/** What files say, and how they are searched: the documents are in the order of the reads. */
export interface FarReads {
  reads: FarRead[];
  /** The {@link ReadEntry} of each: most of it nobody asks for soon, and bytes cross over to another thread sooner than what they say. */
  said: ManySaid;
  documents: NumberedDocuments;
}

/** Nothing was read. */
export const noReads = (): FarReads => ({ reads: [], said: saidTogether([], false), documents: numberDocuments([]) });

/** Reads files in other threads, so that a large folder is read by more than one processor. What it does not give is read near by. */
export interface FarReader {
  /** How many askers are served at the same time. */
  readonly width: number;
  read(input: FarInput): Promise<FarReads>;
  /** Lets the threads go; they come back when somebody asks again. */
  rest(): void;
}

/** Fewer files than this are read sooner than a thread has started. */
export const worthwhile = 300;

/**
 * Reads files; leaves out those whose header must be tried first. Runs in a thread of its own, and holds it up while the disk is slow. `list` is that of
 * the thread.
 */
export function readFar({ root, files, vocabulary, deflated }: FarInput, list?: WordList): FarReads {
  // One step for all of them, and then the next: a processor is much quicker with the same again than with all steps in turn.
  const contents = files.map((file) => readTextAtOnce(join(root, ...file.path.split('/'))));
  const texts = files.flatMap((file, n) => {
    const content = contents[n];
    if (!content || content.revision === '') return [];
    const { front } = shapeOf(content.text);
    return isHarmless(front ? content.text.slice(front.from, front.to) : '') ? [{ file, content }] : [];
  });
  const entries = texts.map(({ file, content: { text, problems } }) =>
    readEntry({ path: file.path, text, changed: file.changed, problems }, vocabulary),
  );
  const bodies = texts.map(({ content }) => bodyOf(content.text));
  const reads = texts.map(({ file: { path }, content: { revision, locked } }, n): FarRead => {
    const ownId = entries[n]?.ownId;
    const attached = attachmentsOf(path, bodies[n] ?? '').length > 0;
    return { path, revision, ...(locked === undefined ? {} : { locked }), ...(ownId === undefined ? {} : { ownId }), attached };
  });
  const documents = entries.map(({ summary, fields }, n) => toSearchDocument({ summary, fields, body: bodies[n] ?? '', vocabulary }));
  const numbered = numberDocuments(documents, list);
  const said = saidTogether(
    entries.map((read) => Buffer.from(JSON.stringify(read))),
    deflated,
  );
  return { reads, said, documents: numbered };
}

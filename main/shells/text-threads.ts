import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { RenderedText } from '../../domain/api/contract.ts';
import { noReads, type FarInput, type FarReader, type FarReads } from '../library/far-reading.ts';
import type { HeaderTrial } from '../library/header-trial.ts';
import type { RenderInput, TextRenderer } from '../library/text-renderer.ts';
import { ExtractedText, type ExtractionInput, type TextExtractor } from '../library/text-extraction.ts';
import { createKillableThread, type Patience } from './killable-thread.ts';

const notes = { failed: 'Deze tekst kon niet worden opgemaakt.', slow: 'Het opmaken van deze tekst duurde te lang.' };

/** Renders in a thread of its own that is killed when one text takes too long; that text is then shown as it is written. */
export function createTextClient(entry: string, patience: Patience = { patience: 2000, warmUp: 4000 }): TextRenderer {
  const thread = createKillableThread<RenderInput, RenderedText>({
    entry,
    name: 'opmaak',
    ...patience,
    read: (answer) => RenderedText.safeParse(answer).data,
    instead: ({ body }, why) => ({ sections: [], plain: body, note: notes[why] }),
  });
  return {
    render: (input) => thread.ask(input),
    close: async () => thread.close(),
  };
}

/** Tries headers in a thread of its own; one that takes longer than two seconds, or more memory than there is, does not pass. */
export function createHeaderTrial(entry: string, patience: Patience = { patience: 2000, warmUp: 5000 }): HeaderTrial {
  const thread = createKillableThread<{ yaml: string }, boolean>({
    entry,
    name: 'kop',
    ...patience,
    read: (answer) => z.object({ read: z.boolean() }).safeParse(answer).data?.read,
    instead: () => false,
  });
  return {
    passes: (yaml) => thread.ask({ yaml }),
    close: async () => thread.close(),
  };
}

const unread = {
  failed: 'Dit bestand kon niet worden gelezen; misschien vroeg het te veel geheugen.',
  slow: 'Het lezen van dit bestand duurde te lang.',
};

/** Reads attachments in a thread of its own, which goes when there is nothing to read: what the libraries keep in memory goes with it. */
export function createTextExtractor(entry: string, patience: Patience = { patience: 10_000, warmUp: 5000 }): TextExtractor {
  const thread = createKillableThread<ExtractionInput, ExtractedText>({
    entry,
    name: 'bijlagen',
    ...patience,
    room: 640 * 1024 * 1024,
    read: (answer) => ExtractedText.safeParse(answer).data,
    instead: (_, why) => ({ text: '', reason: unread[why], passing: true }),
    // A part of a larger piece of memory may be in use by others.
    hands: ({ bytes }) => (bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []),
  });
  let waiting = 0;
  let idle: NodeJS.Timeout | undefined;
  return {
    async extract(input) {
      clearTimeout(idle);
      waiting++;
      const found = await thread.ask(input);
      if (--waiting === 0) idle = setTimeout(() => thread.close(), 5000).unref();
      return found;
    },
    async close() {
      clearTimeout(idle);
      thread.close();
    },
  };
}

/** Reads files of a kennismap in threads beside the one that owns it; a batch that takes too long is read by the owner, one file at a time. */
export function createFarReader(entry: string, patience: Patience = { patience: 20_000, warmUp: 5000 }): FarReader {
  const width = Math.min(3, availableParallelism());
  const threads = Array.from({ length: width }, () =>
    createKillableThread<FarInput, FarReads>({
      entry,
      name: 'lezen',
      ...patience,
      read: (answer) => z.object({ found: z.custom<FarReads>((one) => typeof one === 'object') }).safeParse(answer).data?.found,
      instead: noReads,
    }),
  );
  let turn = 0;
  return {
    width,
    read: async (input) => (await threads[turn++ % width]?.ask(input)) ?? noReads(),
    rest() {
      for (const thread of threads) thread.close();
    },
  };
}

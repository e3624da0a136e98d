import { parentPort, threadId } from 'node:worker_threads';
import { readHeader } from '../../../domain/entries/front-matter.ts';
import { WordList } from '../../../domain/search/numbered-documents.ts';
import { renderText } from '../../library/render.ts';
import type { ExtractedText, ExtractionInput } from '../../library/text-extraction.ts';
import { readFar, type FarInput } from '../../library/far-reading.ts';
import type { RenderInput } from '../../library/text-renderer.ts';

/** By which this thread numbers the words of all files it reads; most threads read none. */
let words: WordList | undefined;

/** The thread in which hostile text is parsed. It knows no files; killing it loses nothing. */
parentPort?.on('message', (question: RenderInput | ExtractionInput | FarInput | { yaml: string }) => {
  if ('bytes' in question) return void extracted(question);
  if ('files' in question) {
    words ??= new WordList(String(threadId));
    parentPort?.postMessage({ found: readFar(question, words) });
  } else parentPort?.postMessage('yaml' in question ? tried(question.yaml) : rendered(question));
});

function tried(yaml: string): { read: boolean } {
  try {
    readHeader(yaml);
    return { read: true };
  } catch {
    return { read: false };
  }
}

function rendered(input: RenderInput): unknown {
  try {
    return renderText(input);
  } catch {
    return { sections: [], plain: input.body, note: 'Deze tekst kon niet worden opgemaakt.' };
  }
}

async function extracted(input: ExtractionInput): Promise<void> {
  // Only for attachments: the libraries are large, and every thread for texts and headers starts with this file.
  const { extractText } = await import('../../library/attachment-extraction.ts');
  const answer: ExtractedText = await extractText(input);
  parentPort?.postMessage(answer);
}

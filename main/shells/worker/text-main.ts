import { parentPort } from 'node:worker_threads';
import { readHeader } from '../../../domain/entries/front-matter.ts';
import { renderText } from '../../library/render.ts';
import type { RenderInput } from '../../library/text-renderer.ts';

/** The thread in which hostile text is parsed. It knows no files; killing it loses nothing. */
parentPort?.on('message', (question: RenderInput | { yaml: string }) => {
  parentPort?.postMessage('yaml' in question ? tried(question.yaml) : rendered(question));
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

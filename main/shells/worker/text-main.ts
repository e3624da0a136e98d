import { parentPort } from 'node:worker_threads';
import { renderText } from '../../library/render.ts';
import type { RenderInput } from '../../library/text-renderer.ts';

/** The thread in which hostile text is parsed. It knows no files; killing it loses nothing. */
parentPort?.on('message', (input: RenderInput) => {
  let answer: unknown;
  try {
    answer = renderText(input);
  } catch {
    answer = { sections: [], plain: input.body, note: 'Deze tekst kon niet worden opgemaakt.' };
  }
  parentPort?.postMessage(answer);
});

import { parentPort } from 'node:worker_threads';
import { TypstTypesetter } from '../../bundles/typst-typesetter.ts';
import type { TypesetInput } from '../../bundles/typesetting.ts';

/** The thread in which documents are set: large, slow to start, and killed without losing anything. */
let typesetter: TypstTypesetter | undefined;
parentPort?.on('message', (question: TypesetInput & { templates: string }) => {
  typesetter ??= new TypstTypesetter(question.templates);
  typesetter.pdf(question).then(
    (pdf) => parentPort?.postMessage({ pdf }),
    (error: unknown) => parentPort?.postMessage({ fault: error instanceof Error ? error.message : String(error) }),
  );
});

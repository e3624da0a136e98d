// Stands in for the thread that renders: does what the text says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ body }) => {
  if (body === 'blijft hangen') for (;;);
  if (body === 'valt om') process.exit(1);
  if (body === 'gooit') throw new Error('x');
  if (body === 'onzin') return parentPort.postMessage({ geen: 'antwoord' });
  parentPort.postMessage({ sections: [{ heading: body, nodes: [] }] });
});

// Stands in for the thread that renders: does what the text says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ body, yaml }) => {
  if (yaml === 'titel: Een') return parentPort.postMessage({ read: true });
  if ((body ?? yaml) === 'blijft hangen') for (;;);
  if ((body ?? yaml) === 'valt om') process.exit(1);
  if (body === 'gooit') throw new Error('x');
  if (body === 'onzin') return parentPort.postMessage({ geen: 'antwoord' });
  parentPort.postMessage({ sections: [{ heading: body, nodes: [] }] });
});

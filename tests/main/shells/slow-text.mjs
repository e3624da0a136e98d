// Stands in for the thread that renders: does what the text says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ body: given, yaml, bytes }) => {
  const body = bytes ? new TextDecoder().decode(bytes) : given;
  if (yaml === 'titel: Een') return parentPort.postMessage({ read: true });
  if ((body ?? yaml) === 'blijft hangen') for (;;);
  if ((body ?? yaml) === 'valt om') process.exit(1);
  if (body === 'groeit') for (const held = []; ;) held.push(new Uint8Array(2 ** 22).fill(held.length));
  if (body === 'gooit') throw new Error('x');
  if (body === 'onzin') return parentPort.postMessage({ geen: 'antwoord' });
  parentPort.postMessage({ sections: [{ heading: body, nodes: [] }] });
});

import type { Settings } from '../../domain/api/contract.ts';
import { createServices } from '../../main/services.ts';

// A program of its own, so that a test can let somebody else run it or end it at any moment: it opens a kennismap and keeps a preference.
const [, , resources = '', profile = '', dir = '', judge = ''] = process.argv;
const said: string[] = [];
process.stdout.write('begonnen ');
const services = await createServices({
  resources,
  reader: resources,
  profile,
  emit: (name, payload) => void (name === 'notice' && said.push((payload as { text: string }).text)),
  renderer: { render: () => Promise.reject(new Error('nothing is shown here')), close: () => Promise.resolve() },
  trial: { passes: () => Promise.resolve(true), close: () => Promise.resolve() },
  watch: false,
  appVersion: 'test',
});
await services.session.open(dir);
const context = { signal: new AbortController().signal, report: () => undefined };
const now: Settings | undefined = judge === '' ? undefined : await services.handlers['settings.change']?.({ judge }, context);
await services.close();
process.stdout.write(JSON.stringify({ said, judge: now?.judge }));

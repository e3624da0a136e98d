// Brings a folder in, makes a bundle, keeps the index or types, and says when it begins: `import|export|keep|type folder source profile`.
import { resolve } from 'node:path';
import { calls, type Input, type Method } from '../../domain/api/contract.ts';
import { renderText } from '../../main/library/render.ts';
import { createServices } from '../../main/services.ts';

const [, , what = '', dir = '', other = '', profile = ''] = process.argv;
const services = await createServices({
  resources: resolve('resources'),
  reader: resolve('out/reader'),
  profile,
  emit: () => undefined,
  renderer: { render: (input) => Promise.resolve(renderText(input)), close: () => Promise.resolve() },
  trial: { passes: () => Promise.resolve(true), close: () => Promise.resolve() },
  watch: false,
  remember: false,
  appVersion: 'test',
});
await services.session.open(dir, true);
await services.session.loaded();
const call = async <M extends Method>(method: M, input: Input<M>): Promise<void> => {
  const handler = services.handlers[method] as (input: unknown, context: unknown) => Promise<unknown>;
  await handler(calls[method].input.parse(input), { signal: new AbortController().signal, report: () => undefined });
};
process.stdout.write('begin\n');
if (what === 'import') await call('import.folder', { sources: [other] });
else if (what === 'type') {
  const [{ id } = { id: '' }] = services.session.library().shelf.all();
  for (let n = 1; ; n++) {
    await call('drafts.keep', { id, body: `getypt ${n} ${'woord '.repeat(n)}`, base: '' });
    process.stdout.write(`bewaard ${n}\n`);
  }
} else if (what === 'export') {
  const ids = services.session
    .library()
    .shelf.all()
    .map(({ id }) => id);
  await call('bundles.export', { title: 'Bundel', ids, audience: 'intern', out: other, replace: true });
}
process.stdout.write('klaar\n');
await services.close();

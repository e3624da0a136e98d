// One of two processes with the same folder open: `folder profile name seed ops`. Starts at the first line on standard input; its log is one JSON.
import { once } from 'node:events';
import fs from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';
import { calls, type Input, type Method, type Output } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { createServices } from '../../main/services.ts';
import { chance, clock } from './ground.ts';
import { tokenOf, type PairLog } from './pair-judging.ts';

const [, , dir = '', profile = '', name = 'A', seed = '1', ops = '100'] = process.argv;
/** When a file was given a second name and then replaced: what another program writes in between has no other name, and no call of Node closes that moment. */
const moments: [number, number][] = [];
const { linkSync, renameSync } = fs;
let began = 0;
fs.linkSync = (from, to) => {
  began = clock();
  linkSync(from, to);
};
fs.renameSync = (from, to) => {
  renameSync(from, to);
  if (String(to).endsWith('extern.md')) moments.push([began, clock()]);
};
syncBuiltinESMExports();

const services = await createServices({
  resources: resolve('resources'),
  reader: resolve('out/reader'),
  profile,
  emit: () => undefined,
  renderer: { render: () => Promise.reject(new Error('not here')), close: () => Promise.resolve() },
  trial: { passes: () => Promise.resolve(true), close: () => Promise.resolve() },
  watch: true,
  remember: false,
  appVersion: 'test',
});
await services.session.open(dir);
await services.session.loaded();

async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const handler = services.handlers[method] as ((input: unknown, context: unknown) => Promise<unknown>) | undefined;
  if (!handler) throw new Error(`no handler for ${method}`);
  return (await handler(calls[method].input.parse(input), { signal: new AbortController().signal, report: () => undefined })) as Output<M>;
}

const draw = chance(Number(seed));
const log: PairLog = { marks: [], bodies: [], created: [], failures: {}, unexpected: [], moments };
const shared = ['stuk-0', 'stuk-1', 'stuk-2', 'stuk-3'];

async function saveBody(id: string, token: string): Promise<void> {
  const { body, revision } = await call('entries.read', { id });
  const basedOn = tokenOf(body);
  await call('entries.saveBody', { id, basedOn: revision, body: `teken: ${token}\n${'tekst '.repeat(draw(400))}\n` });
  log.bodies.push({ id, token, basedOn });
}

async function act(n: number): Promise<void> {
  const own = `${name}-${n}`;
  const id = shared[draw(shared.length)]!;
  const what = draw(10);
  if (what < 4) {
    await call('entries.setFields', { id, fields: { [`v_${name}_${n}`]: own } });
    log.marks.push({ id, mark: `v_${name}_${n}: ${own}` });
  } else if (what < 6) {
    await call('entries.judge', { id, item: 'A1', verdict: 'ja', evidence: `grond-${own}.` });
    log.marks.push({ id, mark: `grond-${own}.` });
  } else if (what === 6) await saveBody('extern', own);
  else if (what === 7) await saveBody(id, own);
  else if (what === 8) log.created.push((await call('entries.create', { kind: 'vraag', title: `Vraag ${Math.floor(n / 5)}` })).id);
  else await call('entries.rename', { id: draw(2) === 0 ? id : (log.created.at(-1) ?? id), title: `Naam ${draw(6)}` });
}

process.stdout.write('klaar\n');
await once(process.stdin, 'data');
for (let n = 0; n < Number(ops); n++) {
  try {
    await act(n);
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'geen';
    log.failures[code] = (log.failures[code] ?? 0) + 1;
    if (!['entry.conflict', 'entry.missing', 'entry.name-taken'].includes(code))
      log.unexpected.push(String(error instanceof Error ? error.stack : error));
    if (code === 'entry.missing') await services.session.library().rescan();
  }
}
await writeFile(`${profile}.json`, JSON.stringify(log));
await services.close();
process.exit(0);

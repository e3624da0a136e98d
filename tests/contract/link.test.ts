import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Failure, type FailureCode } from '../../domain/api/failures.ts';
import { connect, type Client } from '../../domain/api/link.ts';
import { bundleForThread } from '../helpers/thread-bundle.ts';
import { order } from './example-handlers.ts';
import { ipcLine, pairLine, socketLine, threadLine, type Line } from './lines.ts';

let bundle: Awaited<ReturnType<typeof bundleForThread>>;
beforeAll(async () => {
  bundle = await bundleForThread(resolve(import.meta.dirname, 'thread-fixture.ts'));
}, 60_000);
afterAll(() => bundle.remove());

const lines: [string, () => Promise<Line>][] = [
  ['a pair in one process', pairLine],
  ['a worker thread', () => threadLine(bundle.file)],
  ['a WebSocket on this computer', socketLine],
  ['the IPC of Electron', ipcLine],
];

async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Failure)) throw new Error(`no failure but ${String(error)}`);
  return error;
}

describe.each(lines)('the link over %s', (_name, open) => {
  let line: Line;
  let client: Client;
  beforeEach(async () => {
    line = await open();
    client = connect(line.port);
  });
  afterEach(() => line.end());
  const codeOf = async (promise: Promise<unknown>): Promise<FailureCode> => (await failureOf(promise)).code;

  test('brings an answer back, with every sign in it', async () => {
    const title = 'Één “kop”\u2028 \u0000 🌾 __proto__';
    expect(await client.call('entries.rename', { id: 'a', title })).toEqual({ id: 'a', path: title, revision: 'r' });
  });

  test('brings back nothing as null, so that no answer is waited for in vain', async () => {
    expect(await client.call('shell.reveal', { path: 'x' })).toBeNull();
  });

  test('carries a failure over with its code, data and sentence', async () => {
    const failure = await failureOf(client.call('entries.read', { id: 'weg' }));
    expect(failure).toMatchObject({ code: 'entry.missing', data: { id: 'weg' } });
    expect(failure.message).toContain('“weg” is er niet');
  });

  test('L1: tells of an unexpected error only by its reference', async () => {
    const failure = await failureOf(client.call('entries.titles', {}));
    expect(failure).toMatchObject({ code: 'internal', data: { reference: 'kenmerk' } });
    expect(JSON.stringify([failure.message, failure.data])).not.toContain('geheim');
  });

  test('L1: refuses input that does not fit, in Dutch and with the place', async () => {
    const failure = await failureOf(client.call('entries.read', { id: 5 } as never));
    expect(failure.code).toBe('link.bad-input');
    expect(failure.message).toBe('De gegevens bij “entries.read” kloppen niet: id ontbreekt of klopt niet. Er is niets gedaan.');
    expect(await codeOf(client.call('entries.read', null as never))).toBe('link.bad-input');
    expect((await failureOf(client.call('library.state', { extra: 1 } as never))).message).toContain('extra hoort er niet bij');
  });

  test.each(['onzin', '__proto__', 'constructor', 'search.query'])('L1: refuses the call %s that nobody answers', async (method) => {
    expect(await codeOf(client.call(method as 'library.state', {}))).toBe('link.unknown-call');
  });

  test('answers calls that run at the same time each with their own answer', async () => {
    const titles = Array.from({ length: 200 }, (_, n) => `stuk ${n}`);
    const answers = await Promise.all(titles.map((title) => client.call('entries.rename', { id: 'a', title })));
    expect(answers.map((answer) => answer.path)).toEqual(titles);
  });

  test('passes on the first and the last step, few of those between, and none after the answer', async () => {
    const steps: number[] = [];
    await client.call('bundles.export', order, { onProgress: (step) => steps.push(step.done) });
    expect(steps[0]).toBe(1);
    expect(steps.at(-1)).toBe(50);
    expect(steps.length).toBeLessThan(10);
    const count = steps.length;
    await client.call('library.state', {});
    expect(steps).toHaveLength(count);
  });

  test('lets a cancel overtake a call that has not begun', async () => {
    const stop = new AbortController();
    const asked = client.call('import.folder', { sources: ['x'] }, { signal: stop.signal });
    stop.abort();
    expect(await codeOf(asked)).toBe('cancelled');
    expect(await client.call('library.state', {})).toMatchObject({ name: 'begonnen 0' });
  });

  test('lets a running call see that it is cancelled', async () => {
    const stop = new AbortController();
    const asked = client.call('import.folder', { sources: ['x'] }, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await codeOf(asked)).toBe('cancelled');
    expect(await client.call('library.state', {})).toMatchObject({ name: 'begonnen 1', entries: 1 });
  });

  test('does not even ask when it was cancelled before', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await codeOf(client.call('import.folder', { sources: ['x'] }, { signal: stop.signal }))).toBe('cancelled');
    expect(await client.call('library.state', {})).toMatchObject({ name: 'begonnen 0' });
  });

  test('tells who listens of an event, and nobody who stopped listening', async () => {
    const heard: string[] = [];
    const off = client.on('notice', ({ text }) => heard.push(text));
    await client.call('library.open', { dir: 'een' });
    off();
    await client.call('library.open', { dir: 'twee' });
    expect(heard).toEqual(['een']);
  });

  test('rejects what waits when the line closes, and every call after it', async () => {
    let begun = (): void => undefined;
    const running = new Promise<void>((done) => (begun = done));
    const asked = codeOf(client.call('import.folder', { sources: ['x'] }, { onProgress: begun }));
    await running;
    const closed = new Promise<void>((done) => client.onClose(done));
    client.close();
    await closed;
    expect(await asked).toBe('link.closed');
    expect(await codeOf(client.call('library.state', {}))).toBe('link.closed');
  });

  test.each([
    ['that is no JSON', 'geen json'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '[]'],
    ['that is a number', '5'],
    ['without a number', '{"t":"call"}'],
    ['with a number below zero', '{"t":"call","id":-1,"method":"library.state","input":{}}'],
    ['that answers what was not asked', '{"t":"done","id":1,"output":{}}'],
    ['with a name for a number', '{"t":"call","id":"__proto__","method":"library.state","input":{}}'],
    ['that wants to change all objects', '{"__proto__":{"polluted":true},"t":"call","id":900,"method":"library.state","input":{}}'],
    ['with a very long name', `{"t":"call","id":901,"method":"${'a'.repeat(5000)}","input":{}}`],
    ['that is very deep', `{"t":"call","id":902,"method":"entries.setFields","input":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
  ])('L1: goes on working after a frame %s', async (_what, text) => {
    line.raw(text);
    expect(await client.call('library.state', {})).toMatchObject({ state: 'ready' });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('says of a frame that makes no sense but has a number that it cannot be read', async () => {
    const answered = new Promise<unknown>((done) => line.port.onFrame(done));
    line.raw('{"t":"iets","id":7}');
    expect(await answered).toEqual({ t: 'failed', id: 7, failure: { code: 'link.bad-frame', data: {} } });
  });
});

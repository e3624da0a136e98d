import { describe, expect, test } from 'vitest';
import { connect } from '../../domain/api/link.ts';
import { ipcPort } from '../../main/ports/ipc-port.ts';
import { largestFrame } from '../../main/ports/listeners.ts';
import { portPair } from '../../main/ports/pair-port.ts';
import { ipcLine, socketLine, standInWindow } from './lines.ts';

const call = JSON.stringify({ t: 'call', id: 1, method: 'library.state', input: {} });

describe('a port', () => {
  test('keeps what comes before anybody listens', async () => {
    const [left, right] = portPair();
    left.send({ t: 'cancel', id: 1 });
    left.send({ t: 'cancel', id: 2 });
    await Promise.resolve();
    const heard: unknown[] = [];
    right.onFrame((frame) => heard.push(frame));
    expect(heard).toEqual([
      { t: 'cancel', id: 1 },
      { t: 'cancel', id: 2 },
    ]);
  });

  test('delivers nothing after its end, and tells of the end also to who asks late', async () => {
    const [left, right] = portPair();
    const heard: unknown[] = [];
    right.onFrame((frame) => heard.push(frame));
    left.close();
    left.send({ t: 'cancel', id: 1 });
    await new Promise<void>((done) => right.onClose(done));
    await new Promise<void>((done) => right.onClose(done));
    expect(heard).toEqual([]);
  });

  test('shares no object between its two ends', async () => {
    const [left, right] = portPair();
    const output = { list: [1] };
    const arrived = new Promise<unknown>((done) => right.onFrame(done));
    left.send({ t: 'done', id: 1, output });
    output.list.push(2);
    expect(await arrived).toEqual({ t: 'done', id: 1, output: { list: [1] } });
  });

  test('L8: cuts a WebSocket that sends more than a frame may hold', async () => {
    const line = await socketLine();
    const client = connect(line.port);
    const closed = new Promise<string>((done) => client.onClose(() => done('cut')));
    line.raw('x'.repeat(largestFrame + 1));
    expect(await closed).toBe('cut');
    await line.end();
  });

  test('L8: drops a text from a window that is larger than a frame may be', async () => {
    const line = await ipcLine();
    line.raw(`${call.slice(0, -1)},"t":"call"${' '.repeat(largestFrame)}}`);
    expect(await connect(line.port).call('library.state', {})).toMatchObject({ state: 'ready' });
  });
});

describe('the IPC of Electron', () => {
  const arrivals = (): { window: ReturnType<typeof standInWindow>; heard: unknown[] } => {
    const window = standInWindow(() => undefined);
    const heard: unknown[] = [];
    ipcPort(window.contents, window.ipc, 'app://oogst').onFrame((frame) => heard.push(frame));
    return { window, heard };
  };

  test('hears the page of its own window', () => {
    const { window, heard } = arrivals();
    window.say(call);
    expect(heard).toEqual([JSON.parse(call)]);
  });

  test.each([
    ['a frame inside the page', { url: 'app://oogst/index.html' }],
    ['a frame that is gone', null],
  ])('L2: does not hear %s', (_name, from) => {
    const { window, heard } = arrivals();
    window.say(call, from);
    expect(heard).toEqual([]);
  });

  test.each(['https://oogst/', 'app://oogst.nl/', 'app://ander/', 'file:///app://oogst/', 'about:blank'])(
    'L2: does not hear the page %s in its window',
    (url) => {
      const { window, heard } = arrivals();
      (window.contents.mainFrame as { url: string }).url = url;
      window.say(call);
      expect(heard).toEqual([]);
    },
  );

  test('L2: does not hear another window, nor anything that is no text', () => {
    const { window, heard } = arrivals();
    window.say(call, window.contents.mainFrame, standInWindow(() => undefined).contents);
    for (const value of [undefined, null, 5, {}, JSON.parse(call) as unknown]) window.say(value);
    expect(heard).toEqual([]);
  });

  test('L2: hears nothing more when the window is gone', () => {
    const { window, heard } = arrivals();
    window.destroy();
    window.say(call);
    expect(heard).toEqual([]);
  });
});

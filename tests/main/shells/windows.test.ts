import { describe, expect, test } from 'vitest';
import { connect } from '../../../domain/api/link.ts';
import { portPair } from '../../../main/ports/pair-port.ts';
import { createWindows, type Windows } from '../../../main/shells/windows.ts';

function opened(windows: Windows): { heard: string[]; settled(): Promise<void>; close(): void } {
  const [near, far] = portPair();
  const client = connect(near);
  const heard: string[] = [];
  client.on('notice', ({ text }) => heard.push(text));
  client.on('entries.changed', ({ ids }) => heard.push(ids.join()));
  windows.add(far);
  return { heard, settled: async () => void (await client.call('library.state', {})), close: () => client.close() };
}

const windows = (): Windows =>
  createWindows(
    () => ({ 'library.state': async () => ({ state: 'none' }) }),
    () => 'kenmerk',
  );

describe('the open windows', () => {
  test('all hear what happens, and those that are closed hear nothing more', async () => {
    const all = windows();
    const [one, two] = [opened(all), opened(all)];
    all.emit('entries.changed', { ids: ['a'], reason: 'saved' });
    await Promise.all([one.settled(), two.settled()]);
    one.close();
    await two.settled();
    all.emit('entries.changed', { ids: ['b'], reason: 'saved' });
    await two.settled();
    expect(one.heard).toEqual(['a']);
    expect(two.heard).toEqual(['a', 'b']);
  });

  test('a notice from before the first window waits for it, and is said once', async () => {
    const all = windows();
    all.emit('notice', { text: 'instellingen apart gezet' });
    all.emit('entries.changed', { ids: ['weg'], reason: 'scan' });
    const one = opened(all);
    await one.settled();
    const two = opened(all);
    await two.settled();
    expect(one.heard).toEqual(['instellingen apart gezet']);
    expect(two.heard).toEqual([]);
  });

  test('a notice from before the page of a window listens waits until it asks something', async () => {
    const all = windows();
    const [near, far] = portPair();
    let listens = false;
    // What is sent to a page that is not there yet gets lost.
    all.add({ ...far, send: (frame) => listens && far.send(frame) });
    all.emit('notice', { text: 'instellingen apart gezet' });
    const client = connect(near);
    const heard: string[] = [];
    client.on('notice', ({ text }) => heard.push(text));
    listens = true;
    await client.call('library.state', {});
    expect(heard).toEqual(['instellingen apart gezet']);
  });
});

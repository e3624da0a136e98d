import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { closeBeforeQuit, reloadOnce, restrict, shield, startAlone, windowTexts } from '../../../../main/shells/electron/guarding.ts';

/** Stands in for a part of Electron: remembers what it was given, and says what happens. */
class Stand extends EventEmitter {
  readonly given: Record<string, (...args: never[]) => unknown> = {};
  readonly did: string[] = [];
  get it(): never {
    return new Proxy(this, {
      get: (stand, name: string) => {
        if (name === 'webRequest') return stand.it;
        if (name in stand) return (stand[name as 'on'] as (...args: unknown[]) => unknown).bind(stand);
        if (/^set|^onBefore/.test(name)) return (handler: () => unknown) => void (stand.given[name] = handler);
        return () => void stand.did.push(name);
      },
    }) as never;
  }
  /** What a handler that was set answers, by its callback or at once. */
  answer(name: string, ...args: unknown[]): unknown {
    let said: unknown;
    const now = (this.given[name] as (...all: unknown[]) => unknown)(...args, (answer: unknown) => (said = answer));
    return said ?? now;
  }
  /** Whether an event was stopped. */
  stopped(name: string, more: object = {}): boolean {
    let prevented = false;
    this.emit(name, { ...more, preventDefault: () => (prevented = true) });
    return prevented;
  }
}

describe('what a page in Electron may do', () => {
  test('is to write to the clipboard; whatever else it asks for is refused', () => {
    const session = new Stand();
    restrict(session.it);
    const refused = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'fullscreen',
      'openExternal',
      'clipboard-read',
      'display-capture',
      'hid',
      'usb',
    ];
    for (const permission of refused) {
      expect(session.answer('setPermissionRequestHandler', null, permission)).toBe(false);
      expect(session.answer('setPermissionCheckHandler', null, permission)).toBe(false);
    }
    expect(session.answer('setPermissionRequestHandler', null, 'clipboard-sanitized-write')).toBe(true);
    expect(session.answer('setPermissionCheckHandler', null, 'clipboard-sanitized-write')).toBe(true);
    expect(session.answer('setDevicePermissionHandler', {})).toBe(false);
    expect(session.answer('setDisplayMediaRequestHandler', {})).toEqual({});
    expect(session.answer('onBeforeRequest', { url: 'https://elders.nl/a.png' })).toEqual({ cancel: true });
    expect(session.answer('onBeforeRequest', { url: 'app://oogst/index.html' })).toEqual({ cancel: false });
  });

  test('is to stay where it is and to open nothing', () => {
    const contents = new Stand();
    const opened: string[] = [];
    shield(contents.it, (address) => opened.push(address));
    expect(contents.stopped('will-frame-navigate', { url: 'https://elders.nl/' })).toBe(true);
    expect(contents.stopped('will-frame-navigate', { url: 'app://oogst/#/stuk' })).toBe(false);
    expect(contents.stopped('will-redirect')).toBe(true);
    expect(contents.stopped('will-attach-webview')).toBe(true);
    for (const url of ['https://www.nji.nl/', 'file:///etc/passwd', 'javascript:alert(1)'])
      expect(contents.answer('setWindowOpenHandler', { url })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://www.nji.nl/']);
  });
});

describe('the program in Electron', () => {
  test('loads a window that died again once, says so, and does not go on doing that (C12)', () => {
    const contents = new Stand();
    const told: string[] = [];
    reloadOnce(contents.it, (text) => told.push(text));
    contents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect([contents.did, told]).toEqual([[], []]);
    for (const reason of ['crashed', 'oom']) contents.emit('render-process-gone', {}, { reason });
    expect([contents.did, told]).toEqual([['reload'], [windowTexts.again, windowTexts.gone]]);
  });

  test('ends when what is being written is on disk, also when it is asked twice (C11)', async () => {
    const app = new Stand();
    let written = (): void => undefined;
    let asked = 0;
    closeBeforeQuit(app.it, async () => {
      asked++;
      await new Promise<void>((done) => (written = done));
    });
    expect([app.stopped('will-quit'), app.stopped('will-quit'), app.did]).toEqual([true, true, []]);
    written();
    await expect.poll(() => app.did).toEqual(['quit']);
    expect([app.stopped('will-quit'), asked]).toEqual([false, 1]);
  });

  test('starts once; a second one leaves it to the first and says what was asked for (E12)', () => {
    const started: unknown[] = [];
    for (const first of [true, false]) {
      const app = { requestSingleInstanceLock: (data: unknown) => (started.push(data), first), quit: () => started.push('weg') };
      startAlone(app as never, '/kennis', () => started.push('begonnen'));
    }
    expect(started).toEqual([{ library: '/kennis' }, 'begonnen', { library: '/kennis' }, 'weg']);
  });

  test('is built with the switches that would let somebody else run code in it off', () => {
    const { electronFuses, asar } = parse(readFileSync(resolve(import.meta.dirname, '../../../../electron-builder.yml'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(asar).toBe(true);
    expect(electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
    });
  });
});

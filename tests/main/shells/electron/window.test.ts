import { describe, expect, test } from 'vitest';
import {
  boundsToKeep,
  folderDialog,
  isOwnPage,
  keptBounds,
  mayLoad,
  outsideAddress,
  windowOptions,
} from '../../../../main/shells/electron/window.ts';

describe('the window of Electron', () => {
  test('shields its page whatever the defaults are', () => {
    expect(windowOptions('preload.cjs', {}).webPreferences).toMatchObject({
      preload: 'preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });

  test('comes back where it was left', () => {
    const bounds = { x: 100, y: 50, width: 1400, height: 900 };
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    expect(keptBounds(boundsToKeep(bounds), screens)).toEqual(bounds);
    expect(windowOptions('p', keptBounds(boundsToKeep(bounds), screens))).toMatchObject(bounds);
  });

  test.each([
    ['nothing was kept', {}, {}],
    ['it was absurdly small', boundsToKeep({ x: 0, y: 0, width: 10, height: 10 }), {}],
    ['its screen is gone', boundsToKeep({ x: 2500, y: 0, width: 800, height: 600 }), { width: 800, height: 600 }],
    ['it hung above the screen', boundsToKeep({ x: 0, y: -400, width: 800, height: 600 }), { width: 800, height: 600 }],
  ])('gets a place that can be seen when %s', (_what, panes, expected) => {
    expect(keptBounds(panes, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual(expected);
  });

  test.each(['https://www.nji.nl/a?b=c', 'http://voorbeeld.nl/', 'mailto:iemand@voorbeeld.nl'])('hands %s to the system', (address) => {
    expect(outsideAddress(address)).toBe(address);
  });

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/map',
    '\\\\server\\map',
    '//server/map',
    'ms-word:x',
    'data:text/html,x',
    'app://oogst/',
    'vbscript:x',
    'C:\\x.exe',
    '',
    `https://x.nl/${'a'.repeat(3000)}`,
  ])('hands %.40s to nobody', (address) => {
    expect(outsideAddress(address)).toBeUndefined();
  });

  test.each(['https://oogst/', 'app://oogst.evil/', 'app://x/', 'file:///index.html', 'about:blank'])('shows no page of %s', (address) => {
    expect(isOwnPage(address)).toBe(false);
  });

  test('fetches nothing from any network', () => {
    for (const address of ['http://a.nl', 'https://a.nl', 'ws://a.nl', 'wss://a.nl', 'ftp://a.nl', 'file:///a', 'smb://a/b'])
      expect(mayLoad(address)).toBe(false);
    for (const address of ['app://oogst/index.html', 'blob:app://oogst/1', 'data:image/png,x']) expect(mayLoad(address)).toBe(true);
  });

  test('asks for a folder under the title that is given', () => {
    expect(folderDialog('Kies een kennismap')).toMatchObject({ title: 'Kies een kennismap', properties: ['openDirectory', 'createDirectory'] });
  });
});

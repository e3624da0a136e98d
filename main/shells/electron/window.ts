import type { BrowserWindowConstructorOptions, OpenDialogOptions, Rectangle } from 'electron';
import { appOrigin } from './protocol.ts';

/** Names under which the place of the window is kept among the widths of panes. */
const kept = { x: 'venster.x', y: 'venster.y', width: 'venster.breedte', height: 'venster.hoogte' } as const;

/** How the window is made: nothing of Node in the page, everything that shields it on, whatever the defaults are. */
export function windowOptions(preload: string, bounds: Partial<Rectangle>): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 860,
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Oogst',
    backgroundColor: '#f4f1ea',
    webPreferences: {
      preload,
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
      // Elsewhere than on macOS the word lists would come from the internet.
      spellcheck: process.platform === 'darwin',
    },
  };
}

/** The place of the window as it was left, when it is still on a screen. */
export function keptBounds(panes: Readonly<Record<string, number>>, screens: readonly Rectangle[]): Partial<Rectangle> {
  const { x, y, width, height } = { x: panes[kept.x], y: panes[kept.y], width: panes[kept.width], height: panes[kept.height] };
  if (x === undefined || y === undefined || width === undefined || height === undefined || width < 480 || height < 400) return {};
  const seen = screens.some((s) => x + 80 < s.x + s.width && x + width - 80 > s.x && y >= s.y && y + 80 < s.y + s.height);
  return seen ? { x, y, width, height } : { width, height };
}

/** The place of the window as it goes into the settings. */
export const boundsToKeep = (bounds: Rectangle): Record<string, number> => ({
  [kept.x]: bounds.x,
  [kept.y]: bounds.y,
  [kept.width]: bounds.width,
  [kept.height]: bounds.height,
});

/** Windows accepts no longer address than this. */
const longestAddress = 2081;

/** The address to hand to the system for a link out of a text; undefined for everything but the web and mail. */
export function outsideAddress(address: string): string | undefined {
  if (address.length > longestAddress) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}

/** True for the pages of the app itself; nothing else is ever shown in its window. */
export const isOwnPage = (address: string): boolean => address.startsWith(`${appOrigin}/`);

/** True for what the window may fetch: its own files and what it made itself. */
export const mayLoad = (address: string): boolean => /^(app|blob|data|devtools):/.test(address);

/** The folder dialog of the system. */
export const folderDialog = (title: string): OpenDialogOptions => ({
  title,
  buttonLabel: 'Kiezen',
  properties: ['openDirectory', 'createDirectory'],
});

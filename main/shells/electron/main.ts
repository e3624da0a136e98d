import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell } from 'electron';
import type { Handlers } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { readAttachment } from '../../library/attachments.ts';
import { ipcPort } from '../../ports/ipc-port.ts';
import { faultLog } from '../fault-log.ts';
import { openFirst } from '../opening.ts';
import { findPlaces } from '../places.ts';
import { createWindows, type Windows } from '../windows.ts';
import { startLibraryWorker, type LibraryWorker } from '../worker/library-worker.ts';
import { createAbilities } from './abilities.ts';
import { closeBeforeQuit, reloadOnce, restrict, shield, startAlone } from './guarding.ts';
import { menuTemplate } from './menu.ts';
import { answerApp, appOrigin, appScheme } from './protocol.ts';
import { boundsToKeep, folderDialog, keptBounds, windowOptions } from './window.ts';

const places = findPlaces(import.meta.dirname, app.isPackaged ? process.resourcesPath : undefined);
const asked = process.argv.includes('--library') ? process.argv[process.argv.indexOf('--library') + 1] : undefined;

app.setPath('userData', join(places.profile, 'venster'));
protocol.registerSchemesAsPrivileged([appScheme]);
app.enableSandbox();
app.on('window-all-closed', () => app.quit());
app.on('web-contents-created', (_event, contents) => shield(contents, (address) => void shell.openExternal(address)));

// Not awaited at the top: Electron is only ready after this module has been read to its end.
startAlone(app, asked, () => void app.whenReady().then(start, fail));

async function start(): Promise<void> {
  const library = startLibraryWorker(places, (name, payload) => windows.emit(name, payload));
  const handlers: Partial<Handlers> = {
    ...library.handlers,
    ...createAbilities(
      { version: places.version, pickFolder, reveal: (path) => shell.showItemInFolder(path), state: library.state },
      library.handlers,
    ),
  };
  const windows: Windows = createWindows(() => handlers, faultLog);
  app.on('second-instance', (_event, _argv, _dir, data) => {
    focus();
    const other = (data as { library?: string } | null)?.library;
    if (other !== undefined) void open(library, other);
  });
  closeBeforeQuit(app, library.close);
  protocol.handle('app', (request) => answerApp(request.url, { window: places.window, picture: (path) => picture(library, path) }));
  restrict(session.defaultSession);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({ openLibrary: () => void chooseLibrary(library), showLibrary: () => showLibrary(library) }, process.platform === 'darwin'),
    ),
  );
  await openFirst(library.call, asked).catch(tell);
  await showWindow(library, windows);
}

async function showWindow(library: LibraryWorker, windows: Windows): Promise<void> {
  const { panes } = await library.call('settings.read', {});
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const win = new BrowserWindow(windowOptions(join(import.meta.dirname, '../preload/preload.cjs'), keptBounds(panes, screens)));
  const { webContents } = win;
  let line = ipcPort(webContents, ipcMain, appOrigin);
  windows.add(line);
  let loaded = false;
  webContents.on('did-start-navigation', (event) => {
    if (!event.isMainFrame || event.isSameDocument) return;
    // A page that is loaded anew begins counting its calls anew, so it gets a line of its own.
    if (loaded) {
      line.close();
      line = ipcPort(webContents, ipcMain, appOrigin);
      windows.add(line);
    }
    loaded = true;
  });
  reloadOnce(webContents, (message) => void dialog.showMessageBox(win, { type: 'warning', title: 'Oogst', message }));
  win.once('ready-to-show', () => win.show());
  win.on('close', () => void library.call('settings.change', { panes: boundsToKeep(win.getNormalBounds()) }).catch(() => undefined));
  await win.loadURL(`${appOrigin}/`);
}

async function picture(library: LibraryWorker, path: string): ReturnType<typeof readAttachment> {
  const state = library.state();
  return state.state === 'ready' || state.state === 'loading' ? readAttachment(state.dir, path) : undefined;
}

async function pickFolder(title: string): Promise<string | undefined> {
  const owner = BrowserWindow.getAllWindows()[0];
  const answer = owner ? await dialog.showOpenDialog(owner, folderDialog(title)) : await dialog.showOpenDialog(folderDialog(title));
  return answer.canceled ? undefined : answer.filePaths[0];
}

async function chooseLibrary(library: LibraryWorker): Promise<void> {
  const dir = await pickFolder('Kennismap openen');
  if (dir !== undefined) await open(library, dir);
}

const open = (library: LibraryWorker, dir: string): Promise<unknown> => library.call('library.open', { dir, create: true }).catch(tell);

function showLibrary(library: LibraryWorker): void {
  const state = library.state();
  if (state.state !== 'none') shell.showItemInFolder(state.dir);
}

function focus(): void {
  const [win] = BrowserWindow.getAllWindows();
  if (win?.isMinimized()) win.restore();
  win?.focus();
}

function tell(error: unknown): void {
  dialog.showErrorBox('Oogst', error instanceof Failure ? error.message : new Failure('internal', { reference: faultLog(error, 'venster') }).message);
}

function fail(error: unknown): void {
  faultLog(error, 'start');
  app.exit(1);
}

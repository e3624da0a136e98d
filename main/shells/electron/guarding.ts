import type { App, Session, WebContents } from 'electron';
import { isOwnPage, mayLoad, outsideAddress } from './window.ts';

/** Whatever page there may ever be: it goes nowhere else, opens nothing, and gets no rights. `open` hands an address to the system. */
export function shield(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>, open: (address: string) => void): void {
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const address = outsideAddress(url);
    if (address !== undefined) open(address);
    return { action: 'deny' };
  });
}

type Restricted = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setDisplayMediaRequestHandler'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> };

/** Electron allows a page everything it asks for; ours may write to the clipboard and fetch its own files. */
export function restrict(session: Restricted): void {
  const may = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, done) => done(may(permission)));
  session.setPermissionCheckHandler((_contents, permission) => may(permission));
  session.setDevicePermissionHandler(() => false);
  // No screen and no sound: an answer without a stream is a refusal.
  session.setDisplayMediaRequestHandler((_request, done) => done({}));
  session.webRequest.onBeforeRequest((details, done) => done({ cancel: !mayLoad(details.url) }));
}

/** What the user is told when the window died: the first time it is there again, the second time it stays away. */
export const windowTexts = {
  again: 'Het venster van Oogst liep vast en is opnieuw geladen. Je bestanden zijn veilig; wat je typte staat bij het stuk klaar.',
  gone: 'Het venster van Oogst liep weer vast. Sluit Oogst en start het opnieuw. Je bestanden zijn veilig; wat je typte is bewaard.',
} as const;

/** Loads a window that died again, once: a page that dies at once would otherwise do so for ever. */
export function reloadOnce(contents: Pick<WebContents, 'on' | 'reload'>, tell: (text: string) => void): void {
  let reloaded = false;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    if (!reloaded) contents.reload();
    tell(reloaded ? windowTexts.gone : windowTexts.again);
    reloaded = true;
  });
}

/** Lets the program end only when what is being written is on disk. */
export function closeBeforeQuit(app: Pick<App, 'on' | 'quit'>, close: () => Promise<void>): void {
  let closing: Promise<void> | undefined;
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closing ??= close()
      .catch(() => undefined)
      .then(() => {
        closed = true;
        app.quit();
      });
  });
}

/** Starts the program, or leaves it to the one that runs already, which is told what was asked for. */
export function startAlone(app: Pick<App, 'requestSingleInstanceLock' | 'quit'>, asked: string | undefined, start: () => void): void {
  if (app.requestSingleInstanceLock({ library: asked })) start();
  else app.quit();
}

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, say } from './bootstrap.mjs';

/** After fetching failed it is not tried again for this long, milliseconds: nobody should wait for it at every start. */
const pause = 60 * 60 * 1000;
const failed = join(root, 'out', '.venster-niet-opgehaald');

/** The program file, or undefined. Looked for as a file: importing the package would fetch it, and throw when that fails. */
export function findElectron() {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  const usual = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  const name = existsSync(named) ? readFileSync(named, 'utf8').trim() : usual;
  const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(file) ? file : undefined;
}

/** Fetches the program once, within a time limit; true when it is there. */
export function fetchElectron() {
  const last = statSync(failed, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - last < pause) return false;
  const seconds = Number(process.env.OOGST_ELECTRON_TIMEOUT ?? 180);
  if (!(seconds > 0)) return false;
  say('Het eigen venster (Electron) wordt eenmalig opgehaald, ongeveer 110 MB …');
  const done = spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], { cwd: root, stdio: 'ignore', timeout: seconds * 1000 });
  if (done.status === 0 && findElectron()) {
    rmSync(failed, { force: true });
    return true;
  }
  mkdirSync(dirname(failed), { recursive: true });
  writeFileSync(failed, '');
  return false;
}

/** True where no window can be shown. */
export const screenless = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Runs the program; gives its exit code, or undefined when it did not get going. */
export function runElectron(program, args) {
  return new Promise((done) => {
    const began = Date.now();
    const child = spawn(program, [root, ...args], { cwd: root, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', () => done(undefined));
    // Gone at once with an error: no screen after all, a library that is missing, a sandbox that is refused.
    child.on('exit', (code) => done(code !== 0 && Date.now() - began < 5000 ? undefined : (code ?? 1)));
  });
}

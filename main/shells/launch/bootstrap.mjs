// Only what Node itself has: these files run before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { alone } from './turn.mjs';

export const root = resolve(import.meta.dirname, '../../..');

/** Everything that is not a result goes to standard error. */
export const say = (text) => console.error(`[oogst] ${text}`);

/** Runs a program with its output on standard error; gives the exit code. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: ['inherit', 2, 2], ...options });
  if (done.error && done.error.code !== 'ETIMEDOUT') say(done.error.message);
  return done.status ?? 1;
}

/** Runs a program of an installed package with this Node, without a shell in between (spaces in paths, Windows). */
export function tool(name, args, program = name, options = {}) {
  const folder = join(root, 'node_modules', ...name.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return run(process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[program]), ...args], options);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`Node ${process.versions.node} is te oud voor Oogst. Installeer Node 22 of 24 (20.19 is het minste) en probeer het opnieuw.`);
  process.exit(1);
}

const stamp = () => join(root, 'node_modules', '.oogst-lock');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

function installed() {
  if (existsSync(stamp())) return readFileSync(stamp(), 'utf8') === lockHash();
  // Installed by hand: npm writes this file at the end of every install that succeeds.
  const own = join(root, 'node_modules', '.package-lock.json');
  return existsSync(own) && statSync(own).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Installs what package-lock.json names when it is missing or of another version. */
export function ensureInstalled() {
  if (installed()) return;
  alone(root, 'installeren', say, () => {
    if (installed()) return;
    say('Onderdelen ophalen en klaarzetten; dat duurt de eerste keer ongeveer een minuut …');
    const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false']);
    if (code !== 0) {
      say('Het ophalen van de onderdelen is niet gelukt. Kijk of er internet is en probeer het opnieuw.');
      process.exit(1);
    }
    writeFileSync(stamp(), lockHash());
  });
}

function npm(args) {
  const script = process.env.npm_execpath;
  if (script && /\.[cm]?js$/.test(script)) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}

const sources = [
  'domain',
  'main',
  'preload',
  'renderer',
  'resources/public',
  'electron.vite.config.ts',
  'tsconfig.json',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];
const built = () => join(root, 'out', '.gebouwd');

function newest(path) {
  // A folder counts itself: a file that was taken away changes nothing else.
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}

const upToDate = () => (statSync(built(), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= Math.max(...sources.map((path) => newest(join(root, path))));

/** Builds `out/` when a source is newer than the last build, or always with `force`. */
export function ensureBuilt(force = false) {
  if (!force && upToDate()) return;
  alone(root, 'bouwen', say, () => {
    if (!force && upToDate()) return;
    say('Bouwen …');
    const began = new Date();
    // Whatever the shell says (a test, somebody who develops): what is built is what people use.
    const env = { ...process.env, NODE_ENV: 'production' };
    const code =
      tool('electron-vite', ['build', '--logLevel', 'warn'], 'electron-vite', { env }) ||
      run(process.execPath, [join(import.meta.dirname, 'reader.mjs')], { env }) ||
      checkData();
    if (code !== 0) {
      say('Het bouwen is niet gelukt; hierboven staat waarom.');
      process.exit(1);
    }
    writeFileSync(built(), '');
    // What was changed while building is newer than this.
    utimesSync(built(), began, began);
  });
}

/** Cards, kinds, fields and the example are data; a build with one that does not fit together is no build. */
function checkData() {
  const [cli, example] = [join(root, 'out/main/cli.js'), join(root, 'resources/voorbeeld')];
  return run(process.execPath, [cli, 'check', example], { stdio: ['ignore', 2, 2], env: { ...process.env, OOGST_DEBUG: '1' } });
}

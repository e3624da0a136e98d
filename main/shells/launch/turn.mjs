import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing that is done alone takes longer than this, milliseconds. */
const longest = 15 * 60 * 1000;

/** Does something that two programs must not do at once in the same folder; the second waits until the first is done. */
export function alone(root, what, say, act) {
  const folder = join(root, 'out');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `.bezig-met-${what}`);
  let told = false;
  while (!take(file)) {
    if (!told) say(`Een ander programma is hier al bezig met ${what}; even wachten …`);
    told = true;
    if (abandoned(file)) clear(file);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    act();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** True when whoever took it no longer lives, or has had it impossibly long. */
function abandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > longest) return true;
    // Taken a moment ago; its owner is about to write its number in it.
    if (!pid) return Date.now() - statSync(file).mtimeMs > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

/** Renamed first: of two who clear at once only one does, and neither takes away a newer claim. */
function clear(file) {
  try {
    renameSync(file, `${file}-${process.pid}`);
    rmSync(`${file}-${process.pid}`, { force: true });
  } catch {
    // The other was first.
  }
}

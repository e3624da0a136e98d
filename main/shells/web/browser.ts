import { spawn } from 'node:child_process';

/** Opens an address in the user's browser. Where there is none nothing happens: the address is on the screen. */
export function openBrowser(address: string): void {
  const [program, ...args] = programs[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const programs: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  // Not `start`: that is no program, and its shell would read signs in the address.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  darwin: ['open'],
};

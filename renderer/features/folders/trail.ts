/** A step of the way to a folder. */
export interface Crumb {
  name: string;
  path: string;
}

/** The way to a folder from its root, for paths of this computer (`/home/a`, `C:\Users\a`, `\\server\deel\a`). */
export function trailOf(path: string, root: string): Crumb[] {
  const sign = path.includes('\\') && !path.startsWith('/') ? '\\' : '/';
  const start = /^(?:[a-z]:\\|\\\\[^\\]+\\[^\\]+\\?|\/)/i.exec(path)?.[0] ?? '';
  const out: Crumb[] = [{ name: start === '/' || start === '' ? root : start.replace(/\\$/, ''), path: start }];
  let at = start;
  for (const name of path.slice(start.length).split(sign).filter(Boolean)) {
    at = `${at}${at === '' || at.endsWith(sign) ? '' : sign}${name}`;
    out.push({ name, path: at });
  }
  return out;
}

/** Names and paths as the user's own system writes them; the window only puts them together, the worker judges them. */

/** Signs some file system does not take in a name. */
export const refused = '\\\\/:*?"<>|\\u0000-\\u001f';

/** Whether a text can be the name of a file everywhere. */
export const soundName = (name: string): boolean => name.trim() !== '' && !new RegExp(`[${refused}]`).test(name) && !/^\.|[. ]$/.test(name);

/** Full path of something in a folder, in the way that folder is written. */
export function pathIn(folder: string, name: string): string {
  const sign = /^[a-z]:|\\/i.test(folder) && !folder.startsWith('/') ? '\\' : '/';
  return `${folder.replace(/[\\/]+$/, '')}${sign}${name}`;
}

/** Full path of a zip in a folder; the ending is added when it is not there. */
export const zipIn = (folder: string, name: string): string => pathIn(folder, /\.zip$/i.test(name) ? name : `${name}.zip`);

/** The folder a path lies in. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '') || path;

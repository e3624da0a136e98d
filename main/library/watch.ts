import { watch } from 'chokidar';
import { basename } from 'node:path';
import { hiddenFolders, isMarkdown } from './folder-scan.ts';

export interface FolderWatch {
  close(): Promise<void>;
}

/** How long it must be quiet before a look, and how often to look anyway (network shares give no events); milliseconds. */
const quiet = 200;
const always = 30_000;

/**
 * Says when something may have changed under a folder. Only a hint: watchers drop events without a word, so whoever listens looks at the
 * disk itself, and looks anyway twice a minute.
 */
export function watchFolder(root: string, changed: () => void): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  const hint = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, quiet);
  };
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    // Folders only: a folder tells of the files in it, and a watch on each of fifty thousand takes hundreds of megabytes.
    ignored: (path, stats) => hiddenFolders.has(basename(path)) || stats?.isFile() === true,
  });
  watcher.on('all', hint);
  watcher.on('raw', (_, path) => {
    // The system does not always say what changed.
    if (typeof path !== 'string' || isMarkdown(basename(path))) hint();
  });
  // What changed while the watcher was finding its way around.
  watcher.on('ready', hint);
  watcher.on('error', () => undefined); // the regular look goes on
  const regular = setInterval(changed, always);
  regular.unref();
  return {
    async close() {
      clearTimeout(timer);
      clearInterval(regular);
      await watcher.close();
    },
  };
}

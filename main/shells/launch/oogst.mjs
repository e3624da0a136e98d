import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './bootstrap.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
// npm starts a script in the folder of the project; paths on the line are meant from where the user stands.
if (process.env.INIT_CWD && process.cwd() === root) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(root, 'out/main/cli.js')).href);

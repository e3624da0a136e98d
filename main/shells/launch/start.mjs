import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root, say } from './bootstrap.mjs';
import { fetchElectron, findElectron, runElectron, screenless } from './electron.mjs';
import { help, readOptions, WrongUse } from './options.mjs';

const options = read();
if (options.help) {
  console.log(help);
  process.exit(0);
}
checkNode();
ensureInstalled();
ensureBuilt();

const reason = await ownWindow();
if (reason !== undefined) {
  if (reason !== '') say(`Oogst draait nu in je browser, want ${reason}. Alles werkt er hetzelfde.`);
  process.argv = [
    process.argv[0],
    join(root, 'out/main/web.js'),
    ...shellArguments(),
    '--port',
    String(options.port),
    ...(options.open ? [] : ['--no-open']),
  ];
  await import(pathToFileURL(process.argv[1]).href);
}

/** Shows the app in its own window and ends with it; gives why that did not work, or an empty text when the browser was asked for. */
async function ownWindow() {
  if (options.browser || process.env.OOGST_SHELL === 'browser') return '';
  if (screenless()) return 'er is hier geen beeldscherm voor een eigen venster';
  if (!findElectron() && !fetchElectron()) return 'het eigen venster kon niet worden opgehaald';
  const code = await runElectron(findElectron(), shellArguments());
  if (code !== undefined) process.exit(code);
  return 'het eigen venster wilde hier niet starten';
}

function shellArguments() {
  return options.library === undefined ? [] : ['--library', options.library];
}

function read() {
  // npm starts a script in the folder of the project; paths on the line are meant from where the user stands.
  const from = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
  try {
    return readOptions(process.argv.slice(2), from);
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    console.error(`${error.message}\n\n${help}`);
    process.exit(2);
  }
}

// `npm test`: installs what is missing, then everything that must hold. `--fast` leaves out building and the tests in the browser; other words go to vitest.
import { checkNode, ensureBuilt, ensureInstalled, say, tool } from '../main/shells/launch/bootstrap.mjs';

const fast = process.argv.includes('--fast');
const rest = process.argv.slice(2).filter((word) => word !== '--fast');
const folders = ['domain', 'main', 'preload', 'renderer'];

const steps = [
  ['Typen nakijken', () => tool('typescript', ['-b', ...folders, 'tests'], 'tsc')],
  ['Stijl nakijken', () => tool('oxlint', ['--type-aware', '--quiet', ...folders, 'tests'])],
  ['Grenzen tussen mappen nakijken', () => tool('dependency-cruiser', ['--config', '.dependency-cruiser.mjs', ...folders], 'depcruise')],
  ...(fast ? [] : [['Bouwen als dat nodig is', () => ensureBuilt()]]),
  [fast ? 'Tests zonder de browser' : 'Alle tests', () => tool('vitest', ['run', ...(fast ? ['--project', '!journeys'] : []), ...rest])],
];

checkNode();
ensureInstalled();
for (const [index, [name, step]] of steps.entries()) {
  say(`${index + 1} van ${steps.length}: ${name} …`);
  const began = Date.now();
  const code = step() ?? 0;
  if (code !== 0) {
    say(`${name}: niet goed; hierboven staat waarom.`);
    process.exit(code);
  }
  say(`${name}: goed (${((Date.now() - began) / 1000).toFixed(1).replace('.', ',')} s)`);
}
say('Alles is goed.');

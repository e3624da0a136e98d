import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { looksLikeReflection } from '../../../../domain/bundle/reflection.ts';
import { json, openFor, type Arguments, type Command, type Workplace } from '../command.ts';

export const reflections: Command = {
  name: 'reflections',
  summary: 'wat teams met een praktijk doen: gemiddeld cijfer, elementen en eerste stappen',
  usage: 'reflections MAP [--practice ID] [--session ID] [--json]',
  options: {
    practice: { value: true, help: 'alleen over deze praktijk' },
    session: { value: true, help: 'alleen van deze sessie' },
    json: { value: false, help: 'geef de uitkomst als JSON' },
  },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    await openFor(place, dir);
    const id = (flag: string): string | undefined => (typeof flags[flag] === 'string' ? flags[flag] : undefined);
    const found = await place.call('reflections.figures', { practice: id('practice'), session: id('session') });
    if (flags['json']) place.print(json(found));
    else
      for (const { title, count, average, taking, elements, steps } of found) {
        place.print(
          `${title}: ${counted(count, 'reflectie', 'reflecties')}${average === undefined ? '' : `, gemiddeld ${average.toFixed(1).replace('.', ',')}`}, ${counted(taking, 'team nam', 'teams namen')} iets mee`,
        );
        for (const { text, ja, nee, misschien } of elements) place.print(`  ${text}: ${ja} ja, ${misschien} misschien, ${nee} nee`);
        for (const { text, team } of steps) place.print(`  eerste stap${team === '' ? '' : ` van ${team}`}: ${text}`);
      }
    return 0;
  },
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Whether every source is a reflection file or a worksheet in Word, by what is in it. */
export async function areReflections(sources: readonly string[]): Promise<boolean> {
  for (const source of sources) if (!(await isReflection(resolve(source)))) return false;
  return sources.length > 0;
}

async function isReflection(path: string): Promise<boolean> {
  if (!(await stat(path).catch(() => undefined))?.isFile()) return false;
  const handle = await open(path, 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    return start.subarray(0, 2).toString('latin1') === 'PK' ? /\.docx$/i.test(path) : looksLikeReflection(start.toString('utf8'));
  } finally {
    await handle.close();
  }
}

/** Brings reflections in and says what came of it; 1 when a file could not be used. */
export async function importReflections(place: Workplace, sources: readonly string[], flags: Arguments['flags']): Promise<number> {
  const read = await place.call('reflections.import', { sources: sources.map((source) => resolve(source)), dryRun: flags['dry-run'] === true });
  const faults = read.files.filter(({ fault }) => fault !== undefined);
  if (flags['json']) place.print(json(read));
  else {
    const answers = read.files.flatMap((file) => file.answers);
    const fresh = read.dryRun ? answers.filter(({ state }) => state === 'nieuw').length : read.made.length;
    const known = answers.filter(({ state }) => state === 'er-al').length;
    place.print(`${counted(fresh, 'reflectie', 'reflecties')} ${read.dryRun ? 'nog in te lezen' : 'ingelezen'}; ${known} waren er al`);
    for (const { name, fault } of faults) place.print(`overgeslagen: ${name} (${fault ?? ''})`);
    for (const { title, state } of answers) if (state === 'onbekend') place.print(`overgeslagen: de praktijk ${title} staat niet in de kennismap`);
  }
  return faults.length === 0 ? 0 : 1;
}

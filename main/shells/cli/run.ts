import { parseArgs } from 'node:util';
import { calls } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { createServices } from '../../services.ts';
import { join } from 'node:path';
import { createPrintClient } from '../print-thread.ts';
import { createFarReader, createHeaderTrial, createTextClient, createTextExtractor } from '../text-threads.ts';
import { direct, WrongUse, type Arguments, type Command } from './command.ts';
import { importFolder, serveLibrary } from './commands/exchanging.ts';
import { exportBundle } from './commands/exporting.ts';
import { gate } from './commands/gate.ts';
import { keywords } from './commands/keywords.ts';
import { check, list, search, show, similar } from './commands/reading.ts';
import { reflections } from './commands/reflections.ts';
import { init, judge, set, stage } from './commands/writing.ts';

const commands: readonly Command[] = [
  init,
  list,
  show,
  search,
  similar,
  set,
  judge,
  stage,
  check,
  gate,
  keywords,
  exportBundle,
  importFolder,
  reflections,
  serveLibrary,
];

export interface Surroundings {
  resources: string;
  reader: string;
  profile: string;
  webEntry: string;
  /** File of the thread in which hostile text is parsed. */
  textWorker: string;
  printWorker: string;
  appVersion: string;
  print(text: string): void;
  say(text: string): void;
}

/** Runs one command line. Gives the exit code: 0 good, 1 it went wrong or something was found, 2 wrong use. */
export async function run(argv: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    if (name === undefined) around.say(overview());
    else around.print(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    around.say(`De opdracht “${name}” bestaat niet.\n\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    around.print(help(command));
    return 0;
  }
  try {
    return await act(command, read(command, rest), around);
  } catch (error) {
    if (error instanceof WrongUse) {
      around.say(`${sentence(error.message)}\n\n${help(command)}`);
      return 2;
    }
    around.say(
      error instanceof Failure ? error.message : new Failure('internal', { reference: error instanceof Error ? error.name : 'onbekend' }).message,
    );
    if (!(error instanceof Failure) && process.env['OOGST_DEBUG']) around.say(String(error instanceof Error ? error.stack : error));
    return 1;
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

function read(command: Command, rest: readonly string[]): Arguments {
  // "-woord" in a query is a word, not an option.
  const marked = rest.map((word) => (/^-[^-]/.test(word) ? `\u0000${word}` : word));
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [name, { type: option.value ? ('string' as const) : ('boolean' as const) }]),
  );
  let parsed;
  try {
    parsed = parseArgs({ args: marked, options, allowPositionals: true, strict: true });
  } catch (error) {
    const option = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new WrongUse(option === '' ? 'de opdracht is niet te begrijpen' : `de optie ${option} bestaat niet, of er hoort iets achter`);
  }
  const plain = (word: string): string => word.replace('\u0000', '');
  const positionals = parsed.positionals.map(plain);
  if (positionals.length < command.words.least) throw new WrongUse('er ontbreekt iets achter de opdracht');
  if (positionals.length > command.words.most) throw new WrongUse(`“${positionals[command.words.most] ?? ''}” is te veel`);
  const flags: Arguments['flags'] = {};
  for (const [key, value] of Object.entries(parsed.values)) flags[key] = typeof value === 'string' ? plain(value) : value === true;
  return { positionals, flags };
}

async function act(command: Command, args: Arguments, around: Surroundings): Promise<number> {
  const services = await createServices({
    resources: around.resources,
    reader: around.reader,
    profile: around.profile,
    emit: () => undefined,
    renderer: createTextClient(around.textWorker),
    trial: createHeaderTrial(around.textWorker),
    // Only searching waits for the attachments; another command would begin to read them for nothing.
    extractor: command === search ? createTextExtractor(around.textWorker) : undefined,
    far: createFarReader(around.textWorker),
    typesetter: command === exportBundle ? createPrintClient(around.printWorker, join(around.resources, 'druk')) : undefined,
    watch: false,
    remember: false,
    appVersion: around.appVersion,
  });
  try {
    const call = direct(services.handlers, (method, input) => {
      const checked = calls[method].input.safeParse(input);
      if (!checked.success) throw new Failure('link.bad-input', { method, detail: checked.error.issues[0]?.message ?? '' });
      return checked.data;
    });
    return await command.run(args, {
      session: services.session,
      call,
      print: around.print,
      say: around.say,
      resources: around.resources,
      webEntry: around.webEntry,
    });
  } finally {
    await services.close();
  }
}

function overview(): string {
  const lines = commands.map((command) => `  ${command.name.padEnd(12)} ${command.summary}`);
  return `Gebruik: npm run -s oogst -- OPDRACHT …\n\n${lines.join('\n')}\n\nUitleg bij een opdracht: npm run -s oogst -- OPDRACHT --help`;
}

function help(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => `  --${`${name}${option.value ? ' …' : ''}`.padEnd(14)} ${option.help}`);
  return [
    `Gebruik: npm run -s oogst -- ${command.usage}`,
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    ...(command.details ? [command.details] : []),
    ...(options.length > 0 ? ['', 'Opties:', ...options] : []),
  ].join('\n');
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const help = `Gebruik: npm start -- [opties]

  --browser        open Oogst in de browser in plaats van in een eigen venster
  --library MAP    open deze kennismap; hij wordt gemaakt als hij er niet is
  --port N         poort voor de browser, op deze computer alleen (anders kiest Oogst er een)
  --no-open        open niets; druk alleen het adres af
  --help           deze uitleg

Omgeving: OOGST_SHELL=browser, OOGST_PROFILE=MAP (instellingen), OOGST_ELECTRON_TIMEOUT=SECONDEN (ophalen van het eigen venster).`;

/** Thrown for wrong use; the message is the sentence for the user. */
export class WrongUse extends Error {}

/** Reads the options of `npm start`. `from` is the folder that paths are meant from. */
export function readOptions(args, from) {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        browser: { type: 'boolean' },
        library: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    throw new WrongUse(wrong(error, args));
  }
  const port = values.port === undefined ? 0 : Number(values.port);
  if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65535)
    throw new WrongUse(`--port vraagt een getal van 0 tot en met 65535, niet “${values.port}”.`);
  if (values.library === '') throw new WrongUse('--library vraagt een map.');
  return {
    help: values.help === true,
    browser: values.browser === true,
    open: values['no-open'] !== true,
    port,
    ...(values.library === undefined ? {} : { library: resolve(from, values.library) }),
  };
}

function wrong(error, args) {
  const [, option] = /'(--?[^' <]+)/.exec(error.message) ?? [];
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `De optie ${option ?? ''} bestaat niet.`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /library|port/.test(error.message)
      ? `Achter ${option ?? 'deze optie'} ontbreekt nog iets.`
      : `Bij ${option ?? 'deze optie'} hoort geen waarde.`;
  const stray = args.find((word) => !word.startsWith('-'));
  return stray === undefined ? 'Deze opties zijn niet te begrijpen.' : `“${stray}” is te veel; een kennismap geef je met --library.`;
}

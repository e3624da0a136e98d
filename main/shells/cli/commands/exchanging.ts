import { spawn } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { json, openFor, wholeNumber, type Command } from '../command.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const importFolder: Command = {
  name: 'import',
  summary: 'neem een map met Markdown van anderen over',
  usage: 'import DIR BRON… [--dry-run] [--json]',
  details: 'Mappen en namen blijven, elke byte blijft. Bestaande bestanden worden nooit vervangen. Met --dry-run wordt er niets geschreven.',
  options: { ...jsonOption, 'dry-run': { value: false, help: 'alleen laten zien wat er zou gebeuren' } },
  words: { least: 2, most: 100 },
  async run({ positionals: [dir, ...sources], flags }, place) {
    await openFor(place, dir);
    const report = await place.call(
      'import.folder',
      { sources: sources.map((source) => resolve(source)), dryRun: flags['dry-run'] === true },
      (step) => {
        if (step.done > 0 && step.done % 100 === 0) place.say(`${step.done}/${step.total}`);
      },
    );
    if (flags['json']) place.print(json(report));
    else {
      place.print(
        `${report.imported.length} stukken en ${report.attachments} andere bestanden ${report.dryRun ? 'zouden worden overgenomen' : 'overgenomen'}; ${report.same.length} waren er al`,
      );
      for (const one of report.imported)
        for (const p of one.problems) if (p.level === 'fout') place.print(`${one.path}${p.line === undefined ? '' : `:${p.line}`}  ${p.message}`);
      for (const one of report.skipped) place.print(`overgeslagen: ${basename(one.from)} (${one.reason})`);
      for (const warning of report.warnings) place.print(`let op: ${warning}`);
    }
    return 0;
  },
};

export const serveLibrary: Command = {
  name: 'serve',
  summary: 'open een kennismap in de browser, zonder venster',
  usage: 'serve DIR [--port N]',
  options: { port: { value: true, help: 'poort op 127.0.0.1 (zelf gekozen)' } },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    const port = wholeNumber(flags['port'], 'port', 0);
    await openFor(place, dir);
    const child = spawn(process.execPath, [place.webEntry, '--no-open', '--library', resolve(dir ?? ''), '--port', String(port)], {
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
  },
};

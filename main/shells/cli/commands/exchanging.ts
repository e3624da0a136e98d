import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { areReflections, importReflections } from './reflections.ts';
import { counted, json, openFor, wholeNumber, WrongUse, type Command } from '../command.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const importFolder: Command = {
  name: 'import',
  summary: 'neem een map met Markdown of een bundel van anderen over',
  usage: 'import MAP BRON… [--dry-run] [--json]   ·   import MAP BUNDEL.zip [--dry-run] [--json]   ·   import MAP REFLECTIE.json…',
  details:
    'Mappen en namen blijven, elke byte blijft. Bestaande bestanden worden nooit vervangen. Van een bundel komt binnen wat nieuw is; wat er al met een andere inhoud staat wordt genoemd en blijft zoals het is. Met --dry-run wordt er niets geschreven.',
  options: { ...jsonOption, 'dry-run': { value: false, help: 'alleen laten zien wat er zou gebeuren' } },
  words: { least: 2, most: 100 },
  async run({ positionals: [dir, ...sources], flags }, place) {
    await openFor(place, dir);
    if (await areReflections(sources)) return importReflections(place, sources, flags);
    const zips = await zipsAmong(sources);
    if (zips.length > 0) {
      if (sources.length > 1) throw new WrongUse('lees een bundel los van andere bronnen in');
      return importBundle(place, zips[0] ?? '', flags);
    }
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
        `${counted(report.imported.length, 'stuk', 'stukken')} en ${counted(report.attachments, 'ander bestand', 'andere bestanden')} ${report.dryRun ? 'zouden worden overgenomen' : 'overgenomen'}; ${report.same.length} waren er al`,
      );
      for (const one of report.imported)
        for (const p of one.problems) if (p.level === 'fout') place.print(`${one.path}${p.line === undefined ? '' : `:${p.line}`}  ${p.message}`);
      for (const one of report.skipped) place.print(`overgeslagen: ${basename(one.from)} (${one.reason})`);
      for (const warning of report.warnings) place.print(`let op: ${warning}`);
    }
    return 0;
  },
};

/** Sources that are zip files, by what they begin with. */
async function zipsAmong(sources: readonly string[]): Promise<string[]> {
  const out: string[] = [];
  for (const source of sources) {
    const handle = await open(resolve(source), 'r').catch(() => undefined);
    const start = await handle?.read(Buffer.alloc(4), 0, 4, 0).catch(() => undefined);
    await handle?.close();
    if (start?.bytesRead === 4 && start.buffer.readUInt32LE(0) === 0x04034b50) out.push(resolve(source));
    else if (/\.zip$/i.test(source) && handle) out.push(resolve(source));
  }
  return out;
}

async function importBundle(place: Parameters<Command['run']>[1], path: string, flags: Parameters<Command['run']>[0]['flags']): Promise<number> {
  if (flags['dry-run']) {
    const look = await place.call('import.look', { path });
    if (flags['json']) place.print(json({ dryRun: true, ...look }));
    else for (const entry of look.entries) place.print(`${entry.state}: ${entry.path}${entry.reason === undefined ? '' : ` (${entry.reason})`}`);
    return 0;
  }
  const taken = await place.call('import.take', { path });
  if (flags['json']) {
    place.print(json({ dryRun: false, ...taken }));
    return 0;
  }
  place.print(`${taken.title}: ${taken.fresh.length} nieuw, ${taken.same.length} gelijk, ${taken.attachments} bijlagen`);
  for (const one of taken.left) place.print(`blijft zoals het is: ${one.path} (${one.state})`);
  for (const one of taken.refused) place.print(`geweigerd: ${one.path} (${one.reason})`);
  for (const warning of taken.warnings) place.print(`let op: ${warning}`);
  return 0;
}

export const serveLibrary: Command = {
  name: 'serve',
  summary: 'open een kennismap in de browser, zonder venster',
  usage: 'serve MAP [--port N]',
  options: { port: { value: true, help: 'poort op 127.0.0.1 (zelf gekozen)' } },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    const port = wholeNumber(flags['port'], 'port', 0);
    if (port > 65_535) throw new WrongUse('--port is hooguit 65535');
    await openFor(place, dir);
    const child = spawn(process.execPath, [place.webEntry, '--no-open', '--library', resolve(dir ?? ''), '--port', String(port)], {
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    return new Promise((done) => child.on('exit', (code) => done(code ?? 0)));
  },
};

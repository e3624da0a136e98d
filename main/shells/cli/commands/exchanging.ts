import { spawn } from 'node:child_process';
import { basename, resolve } from 'node:path';
import { Sharing } from '../../../../domain/entries/entry.ts';
import { json, openFor, wholeNumber, WrongUse, type Command } from '../command.ts';
import { savedOption, savedQuery, type SavedQuery } from '../saved-query.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const exportBundle: Command = {
  name: 'export',
  summary: 'maak een bundel om uit te delen',
  usage: 'export DIR --out BESTAND.zip [--query ZOEKVRAAG | --saved NAAM | --ids A,B] [--audience intern|partners|openbaar] [--title TITEL] [--json]',
  details: 'Zonder --query, --saved of --ids gaat alles mee wat mag. Wat vertrouwelijk is gaat nooit mee; wat achterblijft staat in het verslag.',
  options: {
    ...jsonOption,
    out: { value: true, help: 'bestand om te maken' },
    query: { value: true, help: 'alles wat deze zoekvraag vindt' },
    ...savedOption,
    ids: { value: true, help: 'deze stukken, in deze volgorde' },
    audience: { value: true, help: 'voor wie (intern)' },
    title: { value: true, help: 'titel van de bundel' },
  },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    if (typeof flags['out'] !== 'string' || flags['out'] === '') throw new WrongUse('geef met --out het bestand dat gemaakt moet worden');
    if (['query', 'saved', 'ids'].filter((name) => flags[name] !== undefined).length > 1)
      throw new WrongUse('kies één van --query, --saved en --ids');
    const audience = Sharing.safeParse(flags['audience'] ?? 'intern');
    if (!audience.success) throw new WrongUse('--audience is intern, partners of openbaar');
    await openFor(place, dir);
    const ids =
      typeof flags['ids'] === 'string'
        ? flags['ids']
            .split(',')
            .map((id) => id.trim())
            .filter((id) => id !== '')
        : await found(place, (await savedQuery(place, flags['saved'])) ?? { query: String(flags['query'] ?? '') });
    const title = typeof flags['title'] === 'string' && flags['title'] !== '' ? flags['title'] : place.session.library().name;
    const report = await place.call('bundles.export', { title, ids, audience: audience.data, out: resolve(flags['out']), replace: true }, (step) =>
      place.say(`${step.done}/${step.total} ${step.label ?? ''}`),
    );
    if (flags['json']) place.print(json(report));
    else {
      place.print(`${report.path}: ${report.entries} stukken, ${report.files} bestanden`);
      for (const left of report.leftOut) place.print(`niet meegenomen: ${left.title} (${left.message})`);
      for (const warning of report.warnings) place.print(`let op: ${warning}`);
    }
    return 0;
  },
};

async function found(place: Parameters<Command['run']>[1], { query, sort }: SavedQuery): Promise<string[]> {
  const page = await place.call('search.query', { query, limit: 5000, sort: sort ?? (query === '' ? 'titel' : 'relevantie'), facets: false });
  return page.hits.map((hit) => hit.id);
}

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

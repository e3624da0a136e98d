import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Sharing } from '../../../../domain/entries/entry.ts';
import { counted, json, openFor, WrongUse, type Command } from '../command.ts';

export const gate: Command = {
  name: 'gate',
  summary: 'kijk stukken na voor ze de deur uit gaan',
  usage: 'gate MAP [--query ZOEKVRAAG] [--audience intern|partners|openbaar] [--names BESTAND] [--json]',
  details:
    'Zoekt persoonsgegevens, ontbrekende toestemming en losse eindjes. Er wordt niets geschreven. Eindigt met 0 als niets een bundel tegenhoudt, anders met 1.',
  options: {
    json: { value: false, help: 'geef de uitkomst als JSON' },
    query: { value: true, help: 'alles wat deze zoekvraag vindt (alles)' },
    audience: { value: true, help: 'voor wie (intern)' },
    names: { value: true, help: 'bestand met namen, een per regel' },
  },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    const audience = Sharing.safeParse(flags['audience'] ?? 'intern');
    if (!audience.success) throw new WrongUse('--audience is intern, partners of openbaar');
    const names = typeof flags['names'] === 'string' ? await namesIn(flags['names']) : undefined;
    await openFor(place, dir);
    const query = String(flags['query'] ?? '');
    const page = await place.call('search.query', { query, limit: 5000, sort: query === '' ? 'titel' : 'relevantie', facets: false });
    const order = { ids: page.hits.map((hit) => hit.id), audience: audience.data, ...(names ? { names } : {}) };
    const outcome = await place.call('bundles.gate', order, (step) => {
      if (step.done > 0 && step.done % 100 === 0) place.say(`${step.done}/${step.total}`);
    });
    if (flags['json']) place.print(json(outcome));
    else {
      const titles = new Map(page.hits.map((hit) => [hit.id, hit.entry.title]));
      for (const one of outcome.open) {
        const where = [titles.get(one.entry) ?? one.entry, one.place].filter((part) => part !== '').join(' › ');
        place.print(`${one.severity}: ${where}: ${one.message}${one.passage === '' ? '' : ` “${one.passage.replace(/\s+/g, ' ').slice(0, 80)}”`}`);
      }
      place.print(`${outcome.sentence} (${counted(outcome.checked, 'stuk', 'stukken')} nagekeken)`);
    }
    return outcome.blocking > 0 ? 1 : 0;
  },
};

async function namesIn(file: string): Promise<string[]> {
  const text = await readFile(resolve(file), 'utf8').catch(() => {
    throw new WrongUse(`het bestand met namen is niet te lezen: ${file}`);
  });
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/^\ufeff/, '').trim());
  return lines
    .filter((line) => line !== '')
    .slice(0, 5000)
    .map((line) => line.slice(0, 500));
}

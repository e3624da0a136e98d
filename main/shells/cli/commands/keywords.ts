import { keywordsOf, type Keyword } from '../../../../domain/entries/keywords.ts';
import type { FieldChange } from '../../../../domain/entries/many-changes.ts';
import { counted, json, openFor, WrongUse, type Command } from '../command.ts';

export const keywords: Command = {
  name: 'keywords',
  summary: 'toon trefwoorden, voeg ze samen of haal ze weg',
  usage: 'keywords MAP [--merge A,B --into C | --retire A,B] [--dry-run] [--json]',
  details: 'Zonder opties alle trefwoorden met hun aantal. Hernoemen is samenvoegen van één. Met --dry-run wordt er niets geschreven.',
  options: {
    json: { value: false, help: 'geef de uitkomst als JSON' },
    merge: { value: true, help: 'deze trefwoorden, met komma’s ertussen' },
    into: { value: true, help: 'worden dit ene trefwoord' },
    retire: { value: true, help: 'haal deze trefwoorden overal weg' },
    'dry-run': { value: false, help: 'alleen laten zien wat er zou gebeuren' },
  },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    const change = changeOf(flags);
    await openFor(place, dir);
    const all = keywordsOf(await place.call('entries.titles', {}));
    if (!change) {
      if (flags['json']) place.print(json(all.map(({ value, ids }) => ({ value, count: ids.length }))));
      else for (const { value, ids } of all) place.print(`${String(ids.length).padStart(6)}  ${value}`);
      return 0;
    }
    const ids = idsOf(all, change.words);
    if (ids.length > 5000) throw new WrongUse('dat zijn meer dan 5000 stukken; doe het in delen');
    const report =
      ids.length === 0
        ? { changed: 0, unchanged: 0, refused: [], fields: [], examples: [] }
        : await place.call('entries.changeMany', { ids, changes: { trefwoorden: change.change }, dryRun: flags['dry-run'] === true });
    if (flags['json']) place.print(json(report));
    else {
      place.print(
        `${counted(report.changed, 'stuk', 'stukken')} ${flags['dry-run'] ? `${report.changed === 1 ? 'zou' : 'zouden'} veranderen` : 'gewijzigd'}`,
      );
      for (const { title, reason } of report.refused) place.say(`niet gewijzigd: ${title}: ${reason}`);
    }
    return report.refused.length > 0 ? 1 : 0;
  },
};

/** What is asked; undefined when it is only to look. */
function changeOf(flags: Record<string, string | boolean | undefined>): { words: string[]; change: FieldChange } | undefined {
  const [merge, retire] = [wordsIn(flags['merge']), wordsIn(flags['retire'])];
  const into = typeof flags['into'] === 'string' ? flags['into'].trim() : '';
  if (merge.length > 0 && retire.length > 0) throw new WrongUse('kies --merge of --retire, niet beide');
  if (merge.length > 0 !== (into !== '')) throw new WrongUse('--merge en --into horen bij elkaar');
  if (merge.length > 0) return { words: merge, change: { replace: { from: merge, by: into } } };
  return retire.length > 0 ? { words: retire, change: { remove: retire } } : undefined;
}

const wordsIn = (value: string | boolean | undefined): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : [];

const idsOf = (all: readonly Keyword[], words: readonly string[]): string[] => [
  ...new Set(all.filter(({ value }) => words.includes(value)).flatMap(({ ids }) => ids)),
];

import { readFile } from 'node:fs/promises';
import type { SearchPage } from '../../../../domain/search/answer.ts';
import { Failure } from '../../../../domain/api/failures.ts';
import { diskReason } from '../../../library/disk-failure.ts';
import { json, openFor, wholeNumber, WrongUse, type Command, type Workplace } from '../command.ts';
import { savedOption, savedQuery } from '../saved-query.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const list: Command = {
  name: 'list',
  summary: 'toon de stukken in een kennismap',
  usage: 'list MAP [--kind SOORT] [--json]',
  options: { ...jsonOption, kind: { value: true, help: 'alleen deze soort' } },
  words: { least: 1, most: 1 },
  async run({ positionals, flags }, place) {
    await openFor(place, positionals[0]);
    const { kinds } = place.session.vocabulary;
    const { shelf } = place.session.library();
    if (flags['kind'] !== undefined && !kinds.some((kind) => kind.id === flags['kind']))
      throw new WrongUse(`de soort “${String(flags['kind'])}” bestaat niet; kies uit ${kinds.map((kind) => kind.id).join(', ')}`);
    const entries = shelf
      .all()
      .map((held) => ({ summary: shelf.summary(held), problems: shelf.problems(held) }))
      .filter(({ summary }) => flags['kind'] === undefined || summary.kind === flags['kind'])
      .map(({ summary: s, problems }) => ({
        id: s.id,
        path: s.path,
        title: s.title,
        kind: s.kind,
        status: s.status ?? null,
        fase: s.stage ?? null,
        problems,
      }));
    entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    if (flags['json']) place.print(json({ entries }));
    else for (const entry of entries) place.print(`${entry.kind.padEnd(10)} ${entry.id.padEnd(28)} ${entry.title}`);
    return 0;
  },
};

export const show: Command = {
  name: 'show',
  summary: 'toon één stuk met alles wat erbij hoort',
  usage: 'show MAP ID [--json]',
  options: jsonOption,
  words: { least: 2, most: 2 },
  async run({ positionals, flags }, place) {
    await openFor(place, positionals[0]);
    const entry = await place.call('entries.read', { id: positionals[1] ?? '' });
    place.print(flags['json'] ? json(entry) : (entry.source ?? ''));
    return 0;
  },
};

export const search: Command = {
  name: 'search',
  summary: 'zoek in een kennismap',
  usage: 'search MAP ZOEKVRAAG [--limit N] [--json]  of  search MAP --saved NAAM  of  search MAP --queries BESTAND --json',
  details:
    'Een zoekvraag mag woorden, "een zin", -niet, OF en filters bevatten: soort:praktijk fase:weeg criterium:A4=nee trefwoord:ouders delen:openbaar.',
  options: {
    ...jsonOption,
    limit: { value: true, help: 'hoogstens zoveel treffers (20)' },
    ...savedOption,
    queries: { value: true, help: 'bestand met een zoekvraag per regel; geeft een regel JSON per vraag' },
  },
  words: { least: 1, most: 100 },
  async run({ positionals, flags }, place) {
    const limit = wholeNumber(flags['limit'], 'limit', 20);
    const [dir, ...words] = positionals;
    const ways = [flags['queries'] !== undefined, flags['saved'] !== undefined, words.length > 0].filter(Boolean).length;
    if (ways === 0) throw new WrongUse('geef een zoekvraag, --saved met een naam, of --queries met een bestand');
    if (flags['saved'] !== undefined && ways > 1) throw new WrongUse('--saved staat op zichzelf: geen zoekvraag of --queries erbij');
    const typed = flags['queries'] === undefined ? [words.join(' ')] : await readQueries(String(flags['queries']));
    await openFor(place, dir);
    await attachmentsRead(place);
    const saved = await savedQuery(place, flags['saved']);
    for (const query of saved ? [saved.query] : typed) {
      const page = await place.call('search.query', { query: query.slice(0, 5000), limit, sort: saved?.sort });
      if (flags['queries'] !== undefined) place.print(JSON.stringify(forScripts(page)));
      else if (flags['json']) place.print(json(forScripts(page)));
      else printPage(page, place.print);
      for (const hint of page.hints) place.say(hint);
    }
    return 0;
  },
};

export const similar: Command = {
  name: 'similar',
  summary: 'toon de stukken die op een stuk lijken',
  usage: 'similar MAP ID [--limit N] [--json]',
  options: { ...jsonOption, limit: { value: true, help: 'hoogstens zoveel stukken (5)' } },
  words: { least: 2, most: 2 },
  async run({ positionals, flags }, place) {
    const limit = wholeNumber(flags['limit'], 'limit', 5);
    await openFor(place, positionals[0]);
    await attachmentsRead(place);
    const { hits } = await place.call('search.similar', { id: positionals[1] ?? '', limit });
    if (flags['json'])
      place.print(json({ hits: hits.map(({ id, entry, score, woorden }) => ({ id, path: entry.path, title: entry.title, score, woorden })) }));
    else for (const { entry, woorden } of hits) place.print(`${entry.title}  (${entry.id})\n   lijkt op: ${woorden.join(', ')}`);
    return 0;
  },
};

/** Waits until the words of attachments can be found too; the first time that may take a while. */
async function attachmentsRead({ session, say }: Workplace): Promise<void> {
  const slow = setTimeout(() => say('Oogst leest eerst de bijlagen; de volgende keer gaat dat sneller.'), 2000);
  await session.library().attachmentsRead();
  clearTimeout(slow);
}

async function readQueries(file: string): Promise<string[]> {
  try {
    const lines = (await readFile(file, 'utf8')).split(/\r?\n/);
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  } catch (error) {
    throw new Failure('import.source', { path: file, reason: diskReason(error) });
  }
}

/** The shape scripts rely on. */
function forScripts(page: SearchPage): unknown {
  const hits = page.hits.map(({ id, entry, score, snippets }) => ({ id, path: entry.path, title: entry.title, kind: entry.kind, score, snippets }));
  return { total: page.total, tookMs: page.tookMs, hits, facets: page.facets, hints: page.hints };
}

function printPage(page: SearchPage, print: (text: string) => void): void {
  print(`${page.total} gevonden`);
  for (const { entry, snippets } of page.hits) {
    print(`\n${entry.title}  (${entry.kind}, ${entry.id})`);
    for (const { section, text } of snippets) print(`   ${section === '' ? '' : `${section}: `}${text}`);
  }
}

export const check: Command = {
  name: 'check',
  summary: 'geef alle problemen in een kennismap',
  usage: 'check MAP [--json]',
  details: 'Eindigt met 1 als er fouten zijn; waarschuwingen en tips tellen niet als fout.',
  options: jsonOption,
  words: { least: 1, most: 1 },
  async run({ positionals, flags }, place) {
    await openFor(place, positionals[0]);
    const found = await place.call('library.problems', {});
    const problems = found.map(({ id, path, problem: p }) => ({
      file: path,
      line: p.line ?? null,
      rule: p.rule,
      level: p.level,
      message: p.message,
      field: p.field ?? null,
      id,
    }));
    for (const note of place.session.library().notes)
      problems.push({
        file: note.path,
        line: null,
        rule: 'niet-gelezen',
        level: 'waarschuwing',
        message: `Niet gelezen: ${note.reason}.`,
        field: null,
        id: '',
      });
    problems.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
    const count = (level: string): number => problems.filter((p) => p.level === level).length;
    const errors = count('fout');
    if (flags['json']) place.print(json({ problems, errors, warnings: count('waarschuwing'), tips: count('tip') }));
    else {
      for (const p of problems) place.print(`${p.file}${p.line === null ? '' : `:${p.line}`}  ${p.level}  ${p.message}`);
      place.print(
        [
          counted(errors, 'fout', 'fouten'),
          counted(count('waarschuwing'), 'waarschuwing', 'waarschuwingen'),
          counted(count('tip'), 'tip', 'tips'),
        ].join(', '),
      );
    }
    return errors > 0 ? 1 : 0;
  },
};

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

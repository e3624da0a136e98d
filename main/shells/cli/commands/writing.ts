import { resolve } from 'node:path';
import { Failure } from '../../../../domain/api/failures.ts';
import { Verdict, verdicts } from '../../../../domain/cards/judgement.ts';
import type { Json } from '../../../../domain/entries/entry.ts';
import type { Field } from '../../../../domain/entries/kind.ts';
import { copyExample } from '../../../library/library-service.ts';
import { counted, json, openFor, WrongUse, type Command } from '../command.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const init: Command = {
  name: 'init',
  summary: 'maak een kennismap',
  usage: 'init MAP [--example]',
  details: 'De map wordt gemaakt als die er niet is. Met --example komt er een kopie van het voorbeeld in; dat kan alleen in een lege map.',
  options: { ...jsonOption, example: { value: false, help: 'zet het voorbeeld erin' } },
  words: { least: 1, most: 1 },
  async run({ positionals, flags }, place) {
    const dir = resolve(positionals[0] ?? '');
    if (flags['example']) await copyExample(place.resources, dir);
    await openFor(place, dir, true);
    const entries = place.session.library().shelf.size;
    place.print(flags['json'] ? json({ dir, entries }) : `Kennismap ${dir}: ${counted(entries, 'stuk', 'stukken')}`);
    return 0;
  },
};

export const set: Command = {
  name: 'set',
  summary: 'vul velden van een stuk in',
  usage: 'set MAP ID SLEUTEL=WAARDE…',
  details: 'Een lijst schrijf je met komma’s: trefwoorden=ouders,taal. Een lege waarde haalt het veld weg.',
  options: jsonOption,
  words: { least: 3, most: 200 },
  async run({ positionals, flags }, place) {
    const [dir, id = '', ...pairs] = positionals;
    const given = pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new WrongUse(`“${pair}” is geen SLEUTEL=WAARDE`);
      if (pair.startsWith('__proto__=')) throw new Failure('entry.bad-field', { key: '__proto__', reason: 'zo mag een sleutel niet heten' });
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    });
    await openFor(place, dir);
    const fields: Record<string, Json> = {};
    for (const [key, value] of given)
      fields[key] = valueFor(
        place.session.vocabulary.fields.find((f) => f.key === key),
        key,
        value,
      );
    const saved = await place.call('entries.setFields', { id, fields });
    if (typeof fields['fase'] === 'string') place.say('De fase is gezet zonder regel in de geschiedenis. Met `stage` komt de datum erbij.');
    place.print(flags['json'] ? json(saved) : `Opgeslagen: ${saved.path}`);
    return 0;
  },
};

function valueFor(field: Field | undefined, key: string, value: string): Json {
  if (value === '') return null;
  switch (field?.type) {
    case 'keuzes':
    case 'woorden':
    case 'verwijzingen':
      return value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'getal': {
      const number = Number(value.replace(',', '.'));
      if (!Number.isFinite(number)) throw new Failure('entry.bad-field', { key, reason: 'vul een getal in' });
      return number;
    }
    case 'vlag':
      if (!/^(ja|true|nee|false)$/i.test(value)) throw new Failure('entry.bad-field', { key, reason: 'kies ja of nee' });
      return /^(ja|true)$/i.test(value);
    case 'lijst':
      throw new Failure('entry.bad-field', { key, reason: 'deze lijst kan hier niet worden ingevuld' });
    default:
      return value;
  }
}

export const judge: Command = {
  name: 'judge',
  summary: 'geef een oordeel op een criterium',
  usage: 'judge MAP ID CRITERIUM ja|deels|nee|niet-te-beoordelen [--evidence TEKST] [--by ROL]',
  options: { ...jsonOption, evidence: { value: true, help: 'onderbouwing' }, by: { value: true, help: 'rol van wie oordeelt (kenniscoördinator)' } },
  words: { least: 4, most: 4 },
  async run({ positionals: [dir, id = '', item = '', given], flags }, place) {
    const verdict = Verdict.safeParse(given);
    if (!verdict.success) throw new WrongUse(`“${given ?? ''}” is geen oordeel; kies uit ${verdicts.join(', ')}`);
    await openFor(place, dir);
    const optional = {
      ...(typeof flags['evidence'] === 'string' ? { evidence: flags['evidence'] } : {}),
      ...(typeof flags['by'] === 'string' ? { by: flags['by'] } : {}),
    };
    const saved = await place.call('entries.judge', { id, item, verdict: verdict.data, ...optional });
    place.print(flags['json'] ? json(saved) : `Oordeel opgeslagen: ${saved.path}`);
    return 0;
  },
};

export const stage: Command = {
  name: 'stage',
  summary: 'zet een stuk in een fase van de kenniscyclus',
  usage: 'stage MAP ID FASE [--since JJJJ-MM-DD] [--note TEKST]',
  options: { ...jsonOption, since: { value: true, help: 'sinds wanneer (vandaag)' }, note: { value: true, help: 'toelichting' } },
  words: { least: 3, most: 3 },
  async run({ positionals: [dir, id = '', given = ''], flags }, place) {
    await openFor(place, dir);
    const since = flags['since'];
    if (typeof since === 'string' && !/^\d{4}-\d{2}-\d{2}$/.test(since)) throw new WrongUse('schrijf --since als 2026-11-23');
    const optional = { ...(typeof since === 'string' ? { since } : {}), ...(typeof flags['note'] === 'string' ? { note: flags['note'] } : {}) };
    const saved = await place.call('entries.stage', { id, stage: given, ...optional });
    place.print(flags['json'] ? json(saved) : `Fase opgeslagen: ${saved.path}`);
    return 0;
  },
};

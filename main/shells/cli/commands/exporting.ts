import { resolve } from 'node:path';
import { z } from 'zod';
import type { Input } from '../../../../domain/api/contract.ts';
import { ProductId, productIds, Worksheet } from '../../../../domain/bundle/products.ts';
import { isDate } from '../../../../domain/entries/field-checks.ts';
import { Sharing } from '../../../../domain/entries/entry.ts';
import { counted, json, openFor, WrongUse, type Command } from '../command.ts';
import { savedOption, savedQuery, type SavedQuery } from '../saved-query.ts';

const jsonOption = { json: { value: false, help: 'geef de uitkomst als JSON' } };

export const exportBundle: Command = {
  name: 'export',
  summary: 'maak een bundel om uit te delen',
  usage:
    'export MAP --out BESTAND.zip [--query ZOEKVRAAG | --saved NAAM | --ids A,B] [--audience intern|partners|openbaar] [--products A,B] [--title TITEL] [--json]',
  details: `Zonder --query, --saved of --ids gaat alles mee wat mag. Wat vertrouwelijk is of bij de poort blijft gaat nooit mee; wat achterblijft staat in het verslag. Producten: ${productIds.join(', ')}.`,
  options: {
    ...jsonOption,
    out: { value: true, help: 'bestand om te maken' },
    query: { value: true, help: 'alles wat deze zoekvraag vindt' },
    ...savedOption,
    ids: { value: true, help: 'deze stukken, in deze volgorde' },
    audience: { value: true, help: 'voor wie (intern)' },
    title: { value: true, help: 'titel van de bundel' },
    products: { value: true, help: 'wat er gemaakt wordt, met komma’s ertussen' },
    worksheet: { value: true, help: 'werkblad met vijf of vier vragen (vijf)' },
    style: { value: true, help: 'huisstijl uit de kennismap' },
    session: { value: true, help: 'sessie waar de bundel bij hoort' },
    bundle: { value: true, help: 'bewaarde bundel, bij naam of id; de rest gaat daarboven' },
    date: { value: true, help: 'dag die telt als dag van maken (JJJJ-MM-DD)' },
  },
  words: { least: 1, most: 1 },
  async run({ positionals: [dir], flags }, place) {
    if (typeof flags['out'] !== 'string' || flags['out'] === '') throw new WrongUse('geef met --out het bestand dat gemaakt moet worden');
    if (['query', 'saved', 'ids'].filter((name) => flags[name] !== undefined).length > 1)
      throw new WrongUse('kies één van --query, --saved en --ids');
    await openFor(place, dir);
    const order = await orderOf(place, flags);
    const report = await place.call('bundles.export', { ...order, out: resolve(flags['out']), replace: true }, (step) =>
      place.say(`${step.done}/${step.total} ${step.label ?? ''}`),
    );
    if (flags['json']) place.print(json(report));
    else {
      place.print(`${report.path}: ${counted(report.entries, 'stuk', 'stukken')}, ${counted(report.files, 'bestand', 'bestanden')}`);
      for (const product of report.products) place.print(`${product.id}: ${counted(product.files, 'bestand', 'bestanden')}`);
      for (const left of report.leftOut) place.print(`niet meegenomen: ${left.title} (${left.message})`);
      for (const warning of report.warnings) place.print(`let op: ${warning}`);
    }
    return 0;
  },
};

type Flags = Parameters<Command['run']>[0]['flags'];
type Order = Omit<Input<'bundles.export'>, 'out' | 'replace'>;

/** What to make, from a kept bundle and from what was asked over it. Throws {@link WrongUse}. */
async function orderOf(place: Parameters<Command['run']>[1], flags: Flags): Promise<Order> {
  const given = (name: string): string | undefined => (typeof flags[name] === 'string' && flags[name] !== '' ? flags[name] : undefined);
  const kept = await keptOrder(place, given('bundle'));
  const audience = Sharing.safeParse(flags['audience'] ?? kept?.audience ?? 'intern');
  if (!audience.success) throw new WrongUse('--audience is intern, partners of openbaar');
  const products = z.array(ProductId).safeParse(
    given('products')
      ?.split(',')
      .map((id) => id.trim()) ??
      kept?.products ??
      [],
  );
  if (!products.success) throw new WrongUse(`--products kiest uit ${productIds.join(', ')}`);
  const worksheet = Worksheet.safeParse(flags['worksheet'] ?? kept?.worksheet ?? 'vijf');
  if (!worksheet.success) throw new WrongUse('--worksheet is vijf of vier');
  const date = given('date');
  if (date !== undefined && !isDate(date)) throw new WrongUse('--date is een dag als 2026-11-26');
  const chosen = await chosenIds(place, flags);
  const [style, session] = [given('style') ?? kept?.style, given('session') ?? kept?.session];
  return {
    ...kept,
    ...(chosen === undefined ? {} : { chapters: undefined }),
    ids: chosen ?? (kept ? [] : await found(place, { query: '' })),
    title: given('title') ?? kept?.title ?? place.session.library().name,
    audience: audience.data,
    products: products.data,
    worksheet: worksheet.data,
    ...(style === undefined ? {} : { style }),
    ...(session === undefined ? {} : { session }),
    ...(date === undefined ? {} : { date }),
  };
}

/** The write-ups asked for; undefined when nothing was asked. */
async function chosenIds(place: Parameters<Command['run']>[1], flags: Flags): Promise<string[] | undefined> {
  const { ids, query } = flags;
  if (typeof ids === 'string')
    return ids
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
  const saved = await savedQuery(place, flags['saved']);
  if (saved) return found(place, saved);
  return typeof query === 'string' ? found(place, { query }) : undefined;
}

/** A kept bundle as an order, with what its queries find now. Throws {@link WrongUse} when there is none by that name. */
async function keptOrder(place: Parameters<Command['run']>[1], name: string | undefined): Promise<Order | undefined> {
  if (name === undefined) return undefined;
  const { bundles } = await place.call('bundles.list', {});
  const bundle = bundles.find((one) => one.id === name) ?? bundles.find((one) => one.title.toLowerCase() === name.toLowerCase());
  if (!bundle) throw new WrongUse(`er is geen bewaarde bundel “${name}”`);
  const { id, title, chapters, subtitle, audience, products, worksheet, style, session, accepted } = bundle;
  return {
    ids: [],
    chapters,
    bundle: id,
    title,
    audience,
    products,
    worksheet,
    accepted,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(style === undefined ? {} : { style }),
    ...(session === undefined ? {} : { session }),
  };
}

async function found(place: Parameters<Command['run']>[1], { query, sort }: SavedQuery): Promise<string[]> {
  const page = await place.call('search.query', { query, limit: 5000, sort: sort ?? (query === '' ? 'titel' : 'relevantie'), facets: false });
  return page.hits.map((hit) => hit.id);
}

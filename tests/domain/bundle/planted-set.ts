import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { nameListOf } from '../../../domain/bundle/class-list.ts';
import { findPersonalData, personalRules, type PersonalData } from '../../../domain/bundle/personal-data.ts';

const folder = join(import.meta.dirname, '../../fixtures/poort');
const read = async <T>(name: string, shape: z.ZodType<T>): Promise<T> => shape.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));

interface Counted {
  /** Per rule: how many were planted and how many of them were found. */
  planted: { rule: string; all: number; found: number }[];
  missed: string[];
  /** Per sort of look-alike: how many sentences, and in how many something was found that blocks, or anything at all. */
  alike: { sort: string; all: number; blocking: number; any: number }[];
  alarms: string[];
}

/** Holds the search against the planted sentences. */
export async function countPlanted(): Promise<Counted> {
  const truths = await read('waar.json', z.array(z.object({ rule: z.enum(personalRules), passage: z.string(), text: z.string() })));
  const alikes = await read('lijkt-op.json', z.array(z.object({ sort: z.string(), text: z.string() })));
  const names = nameListOf(await read('klassenlijst.json', z.array(z.string())));
  const out: Counted = { planted: [], missed: [], alike: [], alarms: [] };
  const sure = (hit: PersonalData): boolean => hit.rule !== 'bsn' || hit.severity === 'blokkeert';
  for (const rule of personalRules) {
    const own = truths.filter((one) => one.rule === rule);
    const missed = own.filter(
      (one) => !findPersonalData(one.text, { names }).some((hit) => hit.rule === rule && hit.passage === one.passage && sure(hit)),
    );
    out.planted.push({ rule, all: own.length, found: own.length - missed.length });
    for (const one of missed) out.missed.push(`${rule}: ${one.text} → ${JSON.stringify(findPersonalData(one.text, { names }))}`);
  }
  for (const sort of new Set(alikes.map((one) => one.sort))) {
    const hits = alikes.filter((one) => one.sort === sort).map((one) => ({ text: one.text, hits: findPersonalData(one.text, { names }) }));
    const any = hits.filter((one) => one.hits.length > 0);
    const blocking = any.filter((one) => one.hits.some((hit) => hit.severity === 'blokkeert'));
    out.alike.push({ sort, all: hits.length, blocking: blocking.length, any: any.length });
    for (const one of any) out.alarms.push(`${one.text} → ${JSON.stringify(one.hits)}`);
  }
  return out;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Card } from '../../domain/cards/card.ts';
import { parseYaml, toJson } from '../../domain/entries/front-matter.ts';
import { Field, Kind } from '../../domain/entries/kind.ts';
import { extendVocabulary, vocabularyFaults, type Vocabulary } from '../../domain/entries/vocabulary.ts';
import { errorCode } from './disk-failure.ts';

/** A vocabulary file that could not be used; the rest was. */
export interface VocabularyFault {
  path: string;
  message: string;
}

/** Reads the vocabulary that ships with the app. Throws when it is not sound: then the installation itself is broken. */
export async function readShippedVocabulary(resources: string): Promise<Vocabulary> {
  const faults: VocabularyFault[] = [];
  const vocabulary = await readFolder(resources, faults);
  const unsound = [...faults.map((f) => `${f.path}: ${f.message}`), ...vocabularyFaults(vocabulary)];
  if (unsound.length > 0) throw new Error(`Shipped vocabulary: ${unsound.join('; ')}`);
  return { ...vocabulary, kinds: vocabulary.kinds.sort((a, b) => a.order - b.order) };
}

/** Lays the cards, kinds and fields in `.oogst` of a kennismap over the shipped ones. What is wrong is left out and reported. */
export async function readLibraryVocabulary(shipped: Vocabulary, root: string): Promise<{ vocabulary: Vocabulary; faults: VocabularyFault[] }> {
  const faults: VocabularyFault[] = [];
  const own = await readFolder(join(root, '.oogst'), faults);
  let vocabulary = extendVocabulary(shipped, own);
  for (const message of vocabularyFaults(vocabulary)) faults.push({ path: '.oogst', message });
  // Kinds that name what is not there would break forms; the shipped ones stand in for them.
  if (vocabularyFaults(vocabulary).length > 0) vocabulary = extendVocabulary(shipped, { cards: own.cards, fields: own.fields });
  if (vocabularyFaults(vocabulary).length > 0) vocabulary = shipped;
  return { vocabulary, faults };
}

/**
 * The expressions that mean the same: those that are shipped, or those a kennismap adds in its `.oogst`. Without them only searching is poorer, so
 * that a fault is no reason not to open; it is reported.
 */
export async function readSynonyms(folder: string, faults: VocabularyFault[] = []): Promise<readonly (readonly string[])[]> {
  return (await readOne(join(folder, 'synoniemen.json'), z.array(z.array(z.string().max(120)).min(2).max(40)).max(5000), faults)) ?? [];
}

async function readFolder(folder: string, faults: VocabularyFault[]): Promise<Vocabulary> {
  const [cards, kinds, fields] = await Promise.all([
    readAll(join(folder, 'kaarten'), Card, faults),
    readAll(join(folder, 'soorten'), Kind, faults),
    Promise.all(['velden.json', 'velden.yaml', 'velden.yml'].map((name) => readOne(join(folder, name), z.array(Field), faults))),
  ]);
  return { cards, kinds, fields: fields.flatMap((list) => list ?? []) };
}

async function readAll<T>(folder: string, schema: z.ZodType<T>, faults: VocabularyFault[]): Promise<T[]> {
  const names = await readdir(folder).catch(() => []);
  const wanted = names.filter((name) => /\.(json|ya?ml)$/i.test(name)).sort();
  const read = await Promise.all(wanted.map((name) => readOne(join(folder, name), schema, faults)));
  return read.flatMap((one) => (one === undefined ? [] : [one]));
}

async function readOne<T>(file: string, schema: z.ZodType<T>, faults: VocabularyFault[]): Promise<T | undefined> {
  const say = (message: string): undefined => void faults.push({ path: file, message });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? undefined : say('kan niet worden gelezen');
  }
  if (text.length > 1024 * 1024) return say('is te groot');
  const parsed = parsedData(text.replace(/^\ufeff/, ''), file.endsWith('.json'));
  if (parsed === undefined) return say('is niet te lezen als gegevens');
  const checked = schema.safeParse(parsed);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  return say(`klopt niet bij ${issue?.path.join('.') || 'het begin'}: ${issue?.message ?? ''}`);
}

function parsedData(text: string, json: boolean): unknown {
  try {
    if (json) return JSON.parse(text) as unknown;
    const document = parseYaml(text);
    return document.errors.length > 0 ? undefined : toJson(document.contents);
  } catch {
    return undefined;
  }
}

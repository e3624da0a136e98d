import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../../domain/api/failures.ts';
import { readTemplate, type Template, type TemplateContent } from '../../domain/entries/template.ts';
import type { OpenLibrary } from './open-library.ts';

const limit = 1024 * 1024;
const collator = new Intl.Collator('nl');

/** The templates a kennismap adds in `.oogst/sjablonen`, by name. What cannot be read is in the list with what is wrong. */
export async function readTemplates(library: OpenLibrary): Promise<(Template & TemplateContent)[]> {
  const folder = join(library.root, '.oogst', 'sjablonen');
  const names = (await readdir(folder).catch(() => [])).filter((name) => /\.(md|markdown)$/i.test(name)).slice(0, 500);
  const read = await Promise.all(names.map(async (name) => readTemplate(name, await textOf(join(folder, name)), library.vocabulary)));
  return read.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** A template to make a write-up of this kind from. Fails with `entry.bad-template`. */
export async function usableTemplate(library: OpenLibrary, id: string, kind: string): Promise<TemplateContent> {
  const found = (await readTemplates(library)).find((template) => template.id === id);
  const refuse = (reason: string): Failure => new Failure('entry.bad-template', { name: found?.name ?? id, reason });
  if (!found) throw refuse('het is er niet meer');
  if (found.problem !== undefined) throw refuse(found.problem);
  if (found.kind !== undefined && found.kind !== kind) throw refuse(`het is voor de soort “${found.kind}”`);
  return found;
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return (await stat(file)).size > limit ? undefined : await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

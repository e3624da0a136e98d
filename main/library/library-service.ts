import { cp, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Service } from '../../domain/api/contract.ts';
import type { Field } from '../../domain/entries/kind.ts';
import { Failure } from '../../domain/api/failures.ts';
import { diskFailure } from './disk-failure.ts';
import { valuesIn } from './many-service.ts';
import { makeWay } from './folder-making.ts';
import { folderAt } from './path-look.ts';
import type { Session } from './session.ts';

export interface LibraryServiceOptions {
  session: Session;
  /** Folder with what ships with the app. */
  resources: string;
}

/** Opening, closing and looking over a kennismap. */
export function createLibraryService({ session, resources }: LibraryServiceOptions): Service<'library' | 'vocabulary'> {
  return {
    'library.state': async () => session.state,
    'library.open': async ({ dir, create }) => session.open(dir, create ?? false),
    'library.close': async () => session.close(),
    'library.rescan': async () => {
      await session.library().rescan();
      return session.state;
    },
    'library.example': async ({ dir }) => {
      const target = await copyExample(resources, dir ?? (await freeExampleFolder()));
      return session.open(target);
    },
    'library.confirmMissing': async () => {
      session.library().confirmMissing();
      return session.state;
    },
    'library.problems': async () => {
      const { shelf } = session.library();
      return [
        ...shelf.all().flatMap((held) => shelf.problems(held).map((problem) => ({ id: held.id, path: held.read.summary.path, problem }))),
        ...session.vocabularyFaults.map((fault) => ({
          id: '',
          path: fault.path,
          problem: { rule: 'gegevens-onbruikbaar', level: 'fout' as const, message: `Dit bestand ${fault.message}. Oogst gebruikt het niet.` },
        })),
      ];
    },
    'vocabulary.read': async () => session.vocabulary,
    'vocabulary.people': async () => {
      const { engine, vocabulary } = session.library();
      const fields = vocabulary.fields.filter((field) => field.people);
      const name = (field: Field): string => field.query ?? field.key;
      const { facets } = engine.search('', { limit: 0, facets: fields.map((field) => ({ name: name(field), labels: {} })) });
      return fields.flatMap((field) =>
        (facets[name(field)] ?? []).map(({ value, count }) => ({ name: value, filter: name(field), label: field.label, count })),
      );
    },
    'vocabulary.values': async ({ keys }) => {
      const fields = session
        .library()
        .shelf.all()
        .map((held) => held.read.fields);
      return Object.fromEntries(keys.map((key) => [key, valuesIn(fields, key).values]));
    },
  };
}

/** Copies the example library to a new or empty folder; fails with `library.not-empty`. Gives the folder. */
export async function copyExample(resources: string, dir: string): Promise<string> {
  const target = resolve(dir);
  try {
    const what = await folderAt(target);
    if (what === 'other') throw new Failure('library.not-a-folder', { dir: target });
    if (what === 'folder' && (await readdir(target)).length > 0) throw new Failure('library.not-empty', { dir: target });
    await makeWay(target);
    await cp(join(resources, 'voorbeeld'), target, { recursive: true, errorOnExist: true, force: false });
  } catch (error) {
    throw diskFailure(error, target);
  }
  return target;
}

async function freeExampleFolder(): Promise<string> {
  const home = homedir();
  const documents = ['Documenten', 'Documents'].map((name) => join(home, name));
  let base = home;
  for (const folder of documents) if ((await folderAt(folder)) === 'folder') base = folder;
  for (let n = 1; ; n++) {
    const dir = join(base, n === 1 ? 'Oogst voorbeeld' : `Oogst voorbeeld ${n}`);
    if ((await folderAt(dir)) === 'nothing') return dir;
  }
}

import { Failure } from '../../domain/api/failures.ts';
import type { ReflectionAnswer } from '../../domain/bundle/reflection.ts';
import { reflectionFields, reflectionSections, reflectionTitle, type ReflectionContext } from '../../domain/bundle/reflection-entry.ts';
import type { Kind } from '../../domain/entries/kind.ts';
import { fileNameFor } from '../../domain/entries/naming.ts';
import { newEntryText } from '../../domain/entries/new-entry.ts';
import { createFile } from '../library/entry-writing.ts';
import type { OpenLibrary } from '../library/open-library.ts';

/** Writes a reflection as a new write-up under a free name in the folder of its kind. Fails with `entry.unknown-kind` or `disk.*`. */
export async function writeReflection(
  library: OpenLibrary,
  answer: ReflectionAnswer,
  context: ReflectionContext,
  id: string,
): Promise<{ id: string; title: string; path: string }> {
  const { kinds } = library.vocabulary;
  const kind = kinds.find((one) => one.id === 'reflectie');
  if (!kind) throw new Failure('entry.unknown-kind', { kind: 'reflectie', choices: kinds.map((one) => one.id).join(', ') });
  const title = reflectionTitle(context);
  const header = newEntryText({ ...kind, sections: [] }, { id, title, today: context.date, fields: reflectionFields(answer, context) });
  const text = `${header}${bodyOf(kind, reflectionSections(answer))}`;
  const name = fileNameFor(title);
  const known = new Set(library.shelf.paths().map((path) => path.toLowerCase()));
  for (let n = 1; ; n++) {
    const path = `${kind.folder}/${n === 1 ? name : `${name}-${n}`}.md`;
    if (known.has(path.toLowerCase())) continue;
    try {
      const saved = await createFile(library, path, text);
      return { id: saved.id, title, path: saved.path };
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'entry.name-taken' || n > 2000) throw error;
    }
  }
}

const items: Readonly<Record<string, string>> = { cijfer: 'C1', aanspreekt: 'C2', elementen: 'C3', vertaling: 'C4', stap: 'C5' };

/** The sections of the kind with what was answered; a kind of somebody's own may have other ids, but the same questions. */
function bodyOf(kind: Kind, answered: Record<string, string>): string {
  const left = new Map(Object.entries(answered).filter(([, text]) => text !== ''));
  const parts = kind.sections.map((section) => {
    const id = [...left.keys()].find((key) => section.id === key || section.item === `checklist.${items[key] ?? ''}`);
    const text = id === undefined ? '' : (left.get(id) ?? '');
    if (id !== undefined) left.delete(id);
    return text === '' ? '' : `## ${section.heading}\n\n${text}\n`;
  });
  return [...parts.filter((part) => part !== ''), ...[...left.values()].map((text) => `${text}\n`)].join('\n');
}

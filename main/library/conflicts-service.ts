import type { Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { replaceBody } from '../../domain/entries/file-text.ts';
import { setKeys } from '../../domain/entries/front-matter-edit.ts';
import { readDetail } from './entries-service.ts';
import { checkFields } from './field-refusals.ts';
import { inTurn, noteChange, shelved, writeEntry } from './entry-writing.ts';
import type { Change } from './history/undo-stack.ts';
import { putInTrash } from './history/trash.ts';
import type { Session } from './session.ts';

/** Conflict copies that sync programs leave: held beside their original, and merged into it when the user has chosen. */
export function createConflictsService(session: Session, clock: () => Date): Service<'conflicts'> {
  return {
    'conflicts.compare': async ({ id }) => {
      const library = session.library();
      const copy = shelved(library, id);
      const original = library.shelf.originalOf(copy);
      if (!original) throw new Failure('entry.missing', { id: copy.read.summary.title });
      return { copy: await readDetail(library, copy.id), original: await readDetail(library, original.id) };
    },
    'conflicts.merge': async ({ copy, copyRevision, basedOn, body, fields }) => {
      const library = session.library();
      const held = shelved(library, copy);
      const original = library.shelf.originalOf(held);
      const { path, title } = held.read.summary;
      if (!original) throw new Failure('entry.missing', { id: title });
      // Judgements and stages of the copy are added here; everywhere else those lists only grow by judging and staging.
      const { oordelen: _, fasehistorie: __, ...plain } = fields;
      checkFields(library, original.read.summary.kind, plain);
      // The copy goes to the prullenbak as it was looked at; what came after that must be looked at first.
      const now = await library.readFile(path);
      if (now.revision !== copyRevision) throw new Failure('entry.conflict', { id: copy, title, revision: now.revision });
      const edit = (text: string): string => setKeys(replaceBody(text, body), fields);
      const { saved, before, after } = await writeEntry(library, original.id, { edit, basedOn });
      const trashed = await inTurn(library, () => putInTrash(library, copy, clock()));
      const changes: Change[] = before === after ? [] : [{ what: 'text', id: saved.id, before, after }];
      noteChange(library, 'samengevoegd', saved.id, [...changes, { what: 'trashed', id: trashed.id, key: trashed.key }]);
      return saved;
    },
  };
}

import type { Service } from '../../../domain/api/contract.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { isSettled, mergedFile, mergeEntries } from '../../../domain/entries/entry-merge.ts';
import type { StepName, StepTurned } from '../../../domain/entries/undo.ts';
import { copyAttachment, dropCopy } from '../attachment-copies.ts';
import { moveFile, moveFolder } from '../entry-moving.ts';
import { inTurn, shelved, writeEntry } from '../entry-writing.ts';
import type { OpenLibrary } from '../open-library.ts';
import type { Session } from '../session.ts';
import { shown } from './history.ts';
import { putInTrash, restoreFromTrash } from './trash.ts';
import { countOf, type Change, type Step } from './undo-stack.ts';

/** Taking back what was done in this kennismap since it was opened, and doing it again: fields, judgements, texts, titles and the prullenbak alike. */
export function createUndoService(session: Session, clock: () => Date): Service<'undo'> {
  const turned = async (direction: 'undo' | 'redo', only?: Pick<StepName, 'label' | 'id'>): Promise<StepTurned> => {
    const library = session.library();
    const step = library.history.next[direction];
    if (!step) throw new Failure('history.nothing');
    if (only && (only.label !== step.label || only.id !== step.id)) throw new Failure('history.later');
    const { done, refused } = await turn(library, step, direction, clock());
    const instead: Step = { ...step, changes: direction === 'undo' ? done.reverse() : done };
    if (direction === 'undo') library.history.undone(step, instead);
    else library.history.redone(step, instead);
    return { ...shown(instead), id: done[0]?.id ?? step.id, refused };
  };
  // Somebody who presses the keys twice means two steps, also when the first takes a while.
  let before: Promise<unknown> = Promise.resolve();
  const oneByOne = async (turn: () => Promise<StepTurned>): Promise<StepTurned> => {
    const mine = before.then(turn, turn);
    before = mine.catch(() => undefined);
    return mine;
  };
  return {
    'undo.state': async () => session.library().history.state,
    'undo.back': async ({ only }) => oneByOne(() => turned('undo', only)),
    'undo.forward': async () => oneByOne(() => turned('redo')),
  };
}

/** Takes all changes of a step back or does them again. What happened to several write-ups goes on without those that cannot follow. */
async function turn(
  library: OpenLibrary,
  step: Step,
  direction: 'undo' | 'redo',
  now: Date,
): Promise<Pick<StepTurned, 'refused'> & { done: Change[] }> {
  const several = countOf(step) > 1;
  const done: Change[] = [];
  const failures: { title: string; failure: Failure }[] = [];
  for (const change of direction === 'undo' ? step.changes.toReversed() : step.changes)
    try {
      done.push(await apply(library, change, direction, now));
    } catch (error) {
      // A link in another write-up that was written over since does not hold the rest up.
      const beside = change.what === 'text' && change.id !== step.id;
      if (!(several || beside) || !(error instanceof Failure)) {
        giveUp(library, step, error);
        throw error;
      }
      failures.push({ title: library.shelf.find(change.id)?.read.summary.title ?? step.title, failure: error });
    }
  const first = failures[0]?.failure;
  if (first && done.length === 0) {
    giveUp(library, step, first);
    throw first;
  }
  return { done, refused: failures.map(({ title, failure }) => ({ title, reason: failure.message })) };
}

/** What cannot be taken back must not stand in the way of what came before it. */
function giveUp(library: OpenLibrary, step: Step, error: unknown): void {
  if (error instanceof Failure && ['entry.unsettled', 'entry.missing', 'trash.missing'].includes(error.code)) library.history.drop(step);
}

/** Takes back what was just done, as far as that goes, because the rest of it failed. */
export async function backOut(library: OpenLibrary, changes: readonly Change[], now: Date): Promise<void> {
  for (const change of changes.toReversed()) await apply(library, change, 'undo', now).catch(() => undefined);
}

/** Takes one change back or does it again; gives the change as it stands now, so that the other direction is possible too. */
async function apply(library: OpenLibrary, change: Change, direction: 'undo' | 'redo', now: Date): Promise<Change> {
  const back = direction === 'undo';
  switch (change.what) {
    case 'text': {
      const [from, to] = back ? [change.after, change.before] : [change.before, change.after];
      const { before, after } = await writeEntry(library, change.id, {
        edit: (text) => turnedBack(library, change.id, { text, from, to }),
        withoutId: true,
      });
      return back ? { ...change, before: after, after: before } : { ...change, before, after };
    }
    case 'copied':
      await inTurn(library, () => (back ? dropCopy(library, change) : copyAttachment(library, change)));
      return change;
    case 'folder': {
      const [from, to] = back ? [change.to, change.from] : [change.from, change.to];
      await inTurn(library, () => moveFolder(library, from, to));
      return change;
    }
    case 'moved': {
      const [from, to] = back ? [change.to, change.from] : [change.from, change.to];
      await inTurn(library, () => moveFile(library, from, to));
      return change;
    }
    case 'made':
    case 'trashed': {
      const away = (change.what === 'made') === back;
      if (away)
        return {
          ...change,
          key: (await inTurn(library, () => putInTrash(library, change.id, now, change.what === 'trashed' ? change.into : undefined))).key,
        };
      const saved = await inTurn(library, () => restoreFromTrash(library, change.key ?? ''));
      return { ...change, id: saved.id };
    }
  }
}

/** The text with a change taken out of it: exactly as it was when nothing else happened since, merged when that can be done without choosing. */
function turnedBack(library: OpenLibrary, id: string, { text, from, to }: { text: string; from: string; to: string }): string {
  if (text === from) return to;
  const merge = mergeEntries(from, to, text);
  if (!isSettled(merge)) throw new Failure('entry.unsettled', { title: shelved(library, id).read.summary.title });
  const never = (): never => {
    throw new Failure('entry.unsettled', { title: id });
  };
  return mergedFile(text, merge, { text: never, field: never });
}

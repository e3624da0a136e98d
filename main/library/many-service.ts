import { ulid } from 'ulid';
import type { CallContext, Handlers, Parsed } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { wordsOf } from '../../domain/entries/field-checks.ts';
import { changedText, ChangeRefusal, type FieldStep, type ManyReport, type TextChanges } from '../../domain/entries/many-changes.ts';
import { modeOf } from './atomic-write.ts';
import { diskFailure } from './disk-failure.ts';
import { refusable, shelved, writeEntry } from './entry-writing.ts';
import { checkFields } from './field-refusals.ts';
import type { Change } from './history/undo-stack.ts';
import type { OpenLibrary } from './open-library.ts';
import type { Session } from './session.ts';
import type { Shelved } from './shelf.ts';
import { localDate, stageRecord } from './stage-record.ts';

type ManyHandlers = Pick<Handlers, 'entries.changeMany' | 'entries.valuesIn'>;

/** Write-ups named in a preview. */
const shown = 20;

/** The same change in many write-ups at once, and what they have in common. */
export function createManyService(session: Session, clock: () => Date): ManyHandlers {
  return {
    'entries.valuesIn': async ({ ids, keys }) => {
      const library = session.library();
      const fields = ids.flatMap((id) => {
        const held = library.shelf.find(id);
        return held ? [held.read.fields] : [];
      });
      return Object.fromEntries(keys.map((key) => [key, valuesIn(fields, key)]));
    },
    'entries.changeMany': async (input, context) => {
      const library = session.library();
      const wanted = textChanges(library, input, localDate(clock()));
      const tally = new Tally();
      const done: Change[] = [];
      try {
        await walk([...new Set(input.ids)], context, async (id) => {
          const held = library.shelf.find(id);
          try {
            const { steps, change } = await (input.dryRun ? lookAt(library, id, wanted) : changeOne(library, id, wanted));
            tally.add(shelved(library, change?.id ?? id), steps);
            if (change) done.push(change);
          } catch (error) {
            if (!(error instanceof Failure)) throw error;
            tally.refused.push({ id, title: held?.read.summary.title ?? id, reason: error.message });
          }
        });
      } finally {
        // Also when it was called off half way: what was written is one step.
        if (done.length > 0) tally.step = note(library, done, clock());
      }
      return tally.report();
    },
  };
}

async function walk(ids: readonly string[], context: CallContext<'entries.changeMany'>, visit: (id: string) => Promise<void>): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if (context.signal.aborted) throw new Failure('cancelled');
    context.report({ done: index, total: ids.length });
    await visit(id);
  }
}

function note(library: OpenLibrary, changes: Change[], now: Date): ManyReport['step'] {
  const id = ulid(now.getTime());
  const title = library.shelf.find(changes[0]?.id ?? '')?.read.summary.title ?? '';
  library.history.did({ label: 'veel', id, title, changes });
  return { label: 'veel', id };
}

/** What is to be done to each text. Fails when no write-up at all may be changed like this. */
function textChanges(library: OpenLibrary, { changes = {}, stage }: Parsed<'entries.changeMany'>, today: string): TextChanges {
  for (const key of Object.keys(changes)) {
    checkFields(library, '', { [key]: null });
    if (['titel', 'soort', 'fase'].includes(key))
      throw new Failure('entry.bad-field', { key, reason: 'dit kenmerk verandert niet voor veel stukken tegelijk' });
  }
  return { fields: changes, stage: stage && { value: stage.stage, record: stageRecord(library, stage, today) } };
}

interface Outcome {
  steps: FieldStep[];
  change?: Change;
}

/** The change of one file, written; its undo is noted by who asked. */
async function changeOne(library: OpenLibrary, id: string, wanted: TextChanges): Promise<Outcome> {
  let steps: FieldStep[] = [];
  const { saved, before, after } = await writeEntry(library, id, {
    edit: (text) => {
      const made = allowed(library, shelved(library, id), text, wanted);
      steps = made.steps;
      return made.text;
    },
  });
  return before === after ? { steps } : { steps, change: { what: 'text', id: saved.id, before, after } };
}

/** The same without writing; what would be refused is refused. */
async function lookAt(library: OpenLibrary, id: string, wanted: TextChanges): Promise<Outcome> {
  const held = shelved(library, id);
  const { path, title } = held.read.summary;
  const now = await library.readFile(path);
  if (now.revision === '') throw new Failure('entry.missing', { id: title });
  if (now.locked !== undefined) throw new Failure('entry.locked-text', { path, reason: now.locked });
  const { steps } = refusable(path, () => allowed(library, held, now.text, wanted));
  if (steps.length > 0)
    await modeOf(library.path(path)).catch((error: unknown) => {
      throw diskFailure(error, path);
    });
  return { steps };
}

/** The changed text, when its new values are ones the kind may have. */
function allowed(library: OpenLibrary, held: Shelved, text: string, wanted: TextChanges): { text: string; steps: FieldStep[] } {
  const { kind } = held.read.summary;
  const fits = library.vocabulary.kinds.find((one) => one.id === kind);
  try {
    const made = changedText(text, library.vocabulary, wanted);
    for (const { key, after } of made.steps) {
      const field = library.vocabulary.fields.find((one) => one.key === key);
      if (after !== null && field && fits && !fits.fields.includes(key))
        throw new ChangeRefusal(field.label, `dat hoort niet bij de soort ${fits.name.toLowerCase()}`);
      if (key !== 'fase') checkFields(library, kind, { [key]: after });
    }
    return made;
  } catch (error) {
    if (error instanceof ChangeRefusal) throw new Failure('entry.bad-field', { key: error.key, reason: error.message });
    throw error;
  }
}

/** Counts what happened, for the report. */
class Tally {
  readonly refused: ManyReport['refused'] = [];
  step: ManyReport['step'];
  #changed = 0;
  #unchanged = 0;
  readonly #fields = new Map<string, number>();
  readonly #examples: ManyReport['examples'] = [];

  add(held: Shelved, steps: FieldStep[]): void {
    if (steps.length === 0) {
      this.#unchanged++;
      return;
    }
    this.#changed++;
    for (const { key } of steps) this.#fields.set(key, (this.#fields.get(key) ?? 0) + 1);
    if (this.#examples.length < shown) this.#examples.push({ id: held.id, title: held.read.summary.title, steps });
  }

  report(): ManyReport {
    return {
      changed: this.#changed,
      unchanged: this.#unchanged,
      refused: this.refused,
      fields: [...this.#fields].map(([key, count]) => ({ key, count })),
      examples: this.#examples,
      ...(this.step ? { step: this.step } : {}),
    };
  }
}

const collator = new Intl.Collator('nl');

/** The values of one field, most used first. */
export function valuesIn(entries: readonly Shelved['read']['fields'][], key: string): { values: { value: string; count: number }[]; empty: number } {
  const counts = new Map<string, number>();
  let empty = 0;
  for (const fields of entries) {
    const value = fields[key];
    // A text with commas in it is one text; only lists fall apart.
    const words = typeof value === 'string' ? [value.trim()].filter(Boolean) : wordsOf(value);
    if (words.length === 0) empty++;
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  return { values: values.sort((a, b) => b.count - a.count || collator.compare(a.value, b.value)), empty };
}

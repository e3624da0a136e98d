import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { CallContext, Output, Parsed, Service } from '../../domain/api/contract.ts';
import { Failure } from '../../domain/api/failures.ts';
import { isAnswered, type ReflectionAnswer, type ReflectionFile } from '../../domain/bundle/reflection.ts';
import { answerKey, oneLine } from '../../domain/bundle/reflection-entry.ts';
import { figuresOf, type ReflectionRecord } from '../../domain/bundle/reflection-figures.ts';
import { noteChange } from '../library/entry-writing.ts';
import type { Change } from '../library/history/undo-stack.ts';
import type { OpenLibrary } from '../library/open-library.ts';
import type { Session } from '../library/session.ts';
import type { Shelved } from '../library/shelf.ts';
import { localDate } from '../library/stage-record.ts';
import { readReflectionFile, reflectionPaths } from './reflection-files.ts';
import { writeReflection } from './reflection-writing.ts';

type Read = Output<'reflections.import'>;
type Line = Read['files'][number]['answers'][number];

/** What readers did with a practice: brought in from files, typed in, and counted. */
export function createReflectionsService(session: Session, clock: () => Date): Service<'reflections'> {
  return {
    'reflections.figures': async ({ practice, session: at }) => figures(session.library(), practice, at),
    'reflections.import': async (input, context) => {
      await session.loaded();
      const library = session.library();
      if (library.readOnly && !input.dryRun) throw new Failure('library.read-only', { dir: library.root });
      return bringIn(library, input, clock, context);
    },
    'reflections.add': async ({ answer, session: at, team, role, date }) => {
      const library = session.library();
      const practice = library.shelf.find(answer.practice);
      if (!practice) throw new Failure('entry.missing', { id: answer.practice });
      if (!isAnswered(answer)) throw new Failure('reflection.empty');
      const id = ulid(clock().getTime());
      const context = { practiceTitle: practice.read.summary.title, session: at, team, role, date: date ?? localDate(clock()) };
      const made = await writeReflection(library, answer, context, id);
      noteChange(library, 'nieuw', made.id, [{ what: 'made', id: made.id, path: made.path }]);
      return made;
    },
  };
}

/** All reflections in the kennismap, by the id of their practice. */
function recordsByPractice(library: OpenLibrary): Map<string, ReflectionRecord[]> {
  const out = new Map<string, ReflectionRecord[]>();
  for (const { id, read } of library.shelf.all()) {
    if (read.summary.kind !== 'reflectie' || read.summary.copyOf !== undefined) continue;
    const about = linkOf(read, 'praktijk');
    const practice = about === undefined ? undefined : library.shelf.resolve(about, read.summary.path);
    if (practice) out.set(practice.id, [...(out.get(practice.id) ?? []), { id, title: read.summary.title, fields: read.fields }]);
  }
  return out;
}

const linkOf = (read: Shelved['read'], field: string): string | undefined => read.fieldLinks.find((link) => link.field === field)?.id;

function figures(library: OpenLibrary, practice: string | undefined, at: string | undefined): Output<'reflections.figures'> {
  const isAt = ({ id }: ReflectionRecord): boolean => {
    const held = library.shelf.find(id);
    const session = held && linkOf(held.read, 'sessie');
    return session !== undefined && held !== undefined && library.shelf.resolve(session, held.read.summary.path)?.id === at;
  };
  const all = [...recordsByPractice(library)].flatMap(([id, records]) => {
    const counted = at === undefined ? records : records.filter(isAt);
    if (counted.length === 0 || (practice !== undefined && id !== practice)) return [];
    return [{ practice: id, title: library.shelf.find(id)?.read.summary.title ?? id, ...figuresOf(counted) }];
  });
  return all.sort((a, b) => a.title.localeCompare(b.title, 'nl'));
}

async function bringIn(
  library: OpenLibrary,
  { sources, only, dryRun }: Parsed<'reflections.import'>,
  clock: () => Date,
  context: CallContext<'reflections.import'>,
): Promise<Read> {
  const paths = await reflectionPaths(sources);
  const read: Read = { dryRun: dryRun ?? false, files: [], made: [] };
  const changes: Change[] = [];
  try {
    for (const [done, path] of paths.entries()) {
      await turn();
      if (context.signal.aborted) throw new Failure('cancelled');
      context.report({ done, total: paths.length, label: path });
      const { name, reflection } = await readReflectionFile(path);
      if ('fault' in reflection) {
        read.files.push({ path, name, fault: reflection.fault, answers: [] });
        continue;
      }
      const { bundle, team, role, answers } = reflection;
      const lines = answers.map((answer) => lineOf(library, reflection, answer));
      read.files.push({
        path,
        name,
        bundle: oneLine(bundle.title),
        ...(team ? { team: oneLine(team) } : {}),
        ...(role ? { role: oneLine(role) } : {}),
        answers: lines,
      });
      if (dryRun) continue;
      for (const [index, answer] of answers.entries()) {
        const line = lines[index];
        // The same answer may stand in two of the files.
        if (line?.state !== 'nieuw' || (only && !only.includes(line.id)) || library.shelf.find(line.id)) continue;
        const made = await writeReflection(library, answer, contextOf(library, reflection, answer), line.id);
        changes.push({ what: 'made', id: made.id, path: made.path });
        read.made.push(made);
      }
    }
  } finally {
    if (changes.length > 0) {
      read.step = ulid(clock().getTime());
      library.history.did({ label: 'reflecties', id: read.step, title: read.made[0]?.title ?? '', changes });
    }
  }
  return read;
}

/** The same answer always gets the same id: that is how it is known again. */
const idFor = (file: ReflectionFile, answer: ReflectionAnswer): string =>
  `reflectie-${createHash('sha256').update(answerKey(file, answer)).digest('hex').slice(0, 24)}`;

function lineOf(library: OpenLibrary, file: ReflectionFile, answer: ReflectionAnswer): Line {
  const practice = library.shelf.find(answer.practice);
  const id = idFor(file, answer);
  const alike = practice && alikeOf(library, practice.id, id, file);
  return {
    id,
    practice: answer.practice,
    title: practice?.read.summary.title ?? answer.practice,
    state: !practice ? 'onbekend' : library.shelf.find(id) ? 'er-al' : 'nieuw',
    ...(answer.mark === undefined ? {} : { mark: answer.mark }),
    ...(answer.steps === undefined ? {} : { step: oneLine(answer.steps) }),
    ...(alike === undefined ? {} : { alike }),
  };
}

/** A team that saved its answers once more has another reflection here already. */
function alikeOf(library: OpenLibrary, practice: string, id: string, { team, session }: ReflectionFile): string | undefined {
  if (team === undefined) return undefined;
  const named = oneLine(team).toLocaleLowerCase('nl');
  return recordsByPractice(library)
    .get(practice)
    ?.find(({ id: other, fields }) => {
      const [theirs, at] = [fields['team'], fields['sessie']];
      return other !== id && typeof theirs === 'string' && theirs.toLocaleLowerCase('nl') === named && (session === undefined || at === session);
    })?.title;
}

function contextOf(library: OpenLibrary, { session, team, role, saved, bundle }: ReflectionFile, answer: ReflectionAnswer) {
  return {
    practiceTitle: library.shelf.find(answer.practice)?.read.summary.title ?? answer.practice,
    session: session !== undefined && library.shelf.find(session) ? session : undefined,
    team,
    role,
    date: localDate(new Date(saved)),
    bundle: bundle.title,
  };
}

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Draft, type DraftPart, type Service } from '../../../domain/api/contract.ts';
import { bodyOf } from '../../../domain/entries/file-text.ts';
import { isTemporary, writeFileSafely, writerOf } from '../atomic-write.ts';
import { diskFailure, isAlive } from '../disk-failure.ts';
import type { OpenLibrary } from '../open-library.ts';
import type { Session } from '../session.ts';

const Kept = Draft.extend({ root: z.string() });

/**
 * What is being typed, kept in the profile until it is on disk: one file per part of a write-up, written like every other file, so that a crash of the
 * window, the program or the machine costs at most the last seconds.
 */
export function createDraftsService(session: Session, profile: string, clock: () => Date): Service<'drafts'> {
  const dir = join(profile, 'concepten');
  const fileOf = ({ root }: OpenLibrary, id: string, part: DraftPart): string => join(dir, nameOf(root, id, part));
  // Keeping and dropping follow each other quickly; the last one asked is the one that stays.
  let turn: Promise<unknown> = Promise.resolve();
  const inOrder = async <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    session.busyWith(turn);
    return mine;
  };
  return {
    'drafts.keep': async ({ id, part = 'tekst', body, base, sending }) => {
      const library = session.library();
      const title = library.shelf.find(id)?.read.summary.title ?? '';
      const kept: z.infer<typeof Kept> = { root: library.root, id, part, title, body, base, sending, at: clock().getTime() };
      await inOrder(async () => {
        const file = fileOf(library, id, part);
        try {
          await mkdir(dir, { recursive: true });
          await writeFileSafely(file, JSON.stringify(kept));
        } catch (error) {
          throw diskFailure(error, file);
        }
      });
      return {};
    },
    'drafts.drop': async ({ id, part = 'tekst' }) => {
      const file = fileOf(session.library(), id, part);
      await inOrder(() => rm(file, { force: true }));
      return {};
    },
    'drafts.list': async () => {
      const library = session.library();
      await inOrder(() => takeOverLeft(dir));
      const out: Draft[] = [];
      for (const name of await readdir(dir).catch(() => [])) {
        if (isTemporary(name)) continue;
        const kept = await read(join(dir, name));
        if (!kept || kept.root !== library.root) continue;
        if (await isOnDisk(library, kept)) await rm(join(dir, name), { force: true });
        else out.push(Draft.parse(kept));
      }
      return out.sort((a, b) => b.at - a.at);
    },
  };
}

/** What a program that was killed was just writing is the draft, when it is whole and newer than the one that stands there; else it is nothing. */
async function takeOverLeft(dir: string): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    if (!isTemporary(name) || isAlive(writerOf(name))) continue;
    const left = await read(join(dir, name));
    const file = left && join(dir, nameOf(left.root, left.id, left.part));
    const newer = file && ((await read(file))?.at ?? 0) < left.at;
    // Where it cannot be written now it stays for the next time.
    const done = newer
      ? await writeFileSafely(file, JSON.stringify(left)).then(
          () => true,
          () => false,
        )
      : true;
    if (done) await rm(join(dir, name), { force: true }).catch(() => undefined);
  }
}

async function read(file: string): Promise<z.infer<typeof Kept> | undefined> {
  try {
    const parsed = Kept.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The text keeps the name it had before there were other parts. */
const nameOf = (root: string, id: string, part: DraftPart): string =>
  `${createHash('sha256')
    .update([root, id, ...(part === 'tekst' ? [] : [part])].join('\n'))
    .digest('hex')
    .slice(0, 32)}.json`;

/** A draft whose text reached the file after all is no draft any more. */
async function isOnDisk(library: OpenLibrary, { id, part, body }: Draft): Promise<boolean> {
  const held = library.shelf.find(id);
  if (!held || part !== 'tekst') return false;
  return bodyOf((await library.readFile(held.read.summary.path)).text) === body;
}

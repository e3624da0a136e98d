import { lostMarks, lostSaves, type BodySave } from './judging.ts';

/** What one of two processes was told had succeeded. */
export interface PairLog {
  marks: { id: string; mark: string }[];
  bodies: (BodySave & { id: string })[];
  created: string[];
  failures: Record<string, number>;
  unexpected: string[];
}

/** What an outside program wrote, and what stood there a moment later. */
export interface Outside {
  token: string;
  seen: string;
}

/** Who saved a text last. */
export const tokenOf = (text: string): string => /^teken: (\S+)/m.exec(text)?.[1] ?? 'geen';

/** Compares what two processes were told with the files that are there at the end; one sentence for each thing that is gone. */
export function judgePair(logs: readonly PairLog[], files: ReadonlyMap<string, readonly string[]>): string[] {
  const wrong: string[] = [];
  const textOf = (id: string): string => files.get(id)?.[0] ?? '';
  for (const id of [...new Set([...files.keys(), ...logs.flatMap((log) => log.created)])])
    if (files.get(id)?.length !== 1) wrong.push(`${id} staat ${files.get(id)?.length ?? 0} keer in de map`);
  for (const { id, mark } of logs.flatMap((log) => log.marks))
    if (lostMarks([mark], textOf(id)).length > 0) wrong.push(`${mark} staat niet in ${id}`);
  const bodies = logs.flatMap((log) => log.bodies).filter((save) => save.id !== 'extern');
  for (const id of new Set(bodies.map((save) => save.id)))
    for (const token of lostSaves(
      bodies.filter((save) => save.id === id),
      tokenOf(textOf(id)),
    ))
      wrong.push(`tekst ${token} van ${id} is door niemand gezien en toch weg`);
  return wrong;
}

/** Outside writes that one of our saves replaced without being based on them. */
export function lostOutside(writes: readonly Outside[], saves: readonly BodySave[]): string[] {
  const before = new Map(saves.map((save) => [save.token, save.basedOn]));
  return writes
    .filter(({ token, seen }) => {
      let at: string | undefined = seen;
      while (at !== undefined && at !== token) at = before.get(at);
      return at !== token;
    })
    .map(({ token }) => token);
}

import { lostMarks, lostSaves, type BodySave } from './judging.ts';

/** What one of two processes was told had succeeded. */
export interface PairLog {
  marks: { id: string; mark: string }[];
  bodies: (BodySave & { id: string })[];
  created: string[];
  failures: Record<string, number>;
  unexpected: string[];
  /** From when until when the file of the outside program was being replaced; milliseconds. */
  moments: [number, number][];
}

/** What an outside program wrote, and what stood there a moment later. */
export interface Outside {
  token: string;
  seen: string;
  /** From when until when it was being written under its name; milliseconds. */
  at: [number, number];
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

/** Whether an outside write came in the very moment of a replacement. */
export const inMoment = ({ at: [from, to] }: Outside, logs: readonly PairLog[]): boolean =>
  logs.some(({ moments }) => moments.some(([began, ended]) => from <= ended && to >= began));

/** Outside writes that one of our saves replaced without being based on them. */
export function lostOutside(writes: readonly Outside[], saves: readonly BodySave[]): Outside[] {
  const before = new Map(saves.map((save) => [save.token, save.basedOn]));
  return writes.filter(({ token, seen }) => {
    let at: string | undefined = seen;
    while (at !== undefined && at !== token) at = before.get(at);
    return at !== token;
  });
}

import { createHash } from 'node:crypto';

/** What one part of the fault runs counted. Skipped is never passed. */
export interface Outcome {
  part: string;
  cases: number;
  lost: number;
  torn: number;
  strays: number;
  /** Anything else that must be zero: no clear failure, a crash, a duplicate. */
  other: number;
  skipped: number;
  seconds: number;
  notes: string[];
}

export const emptyOutcome = (part: string): Outcome => ({
  part,
  cases: 0,
  lost: 0,
  torn: 0,
  strays: 0,
  other: 0,
  skipped: 0,
  seconds: 0,
  notes: [],
});

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A text that proves of itself which version it is and that it is whole. */
export function versionText(version: number, size: number): string {
  const start = `---\nversie: ${version}\n---\n`;
  const text = start + `regel van versie ${version} é\n`.repeat(Math.ceil(size / 28)).slice(0, size);
  return `${text}\n${checksum(text)}\n`;
}

/** The version a file holds; `undefined` when it is torn. */
export function wholeVersion(text: string): number | undefined {
  const split = /\n([0-9a-f]{64})\n$/.exec(text);
  const version = /^---\nversie: (\d+)\n/.exec(text)?.[1];
  if (!split || version === undefined || checksum(text.slice(0, split.index)) !== split[1]) return undefined;
  return Number(version);
}

/** Judges a file after a break: torn, back behind what was acknowledged, or beyond what was ever begun. */
export function judgeFile(text: string | undefined, acknowledged: number, begun: number): 'good' | 'torn' | 'lost' {
  if (text === undefined) return acknowledged < 0 ? 'good' : 'lost';
  const version = wholeVersion(text);
  if (version === undefined || version > begun) return 'torn';
  return version < acknowledged ? 'lost' : 'good';
}

/** Counts one judgement. */
export function count(outcome: Outcome, judged: 'good' | 'torn' | 'lost', note: string): void {
  outcome.cases++;
  if (judged === 'good') return;
  if (judged === 'torn') outcome.torn++;
  else outcome.lost++;
  outcome.notes.push(`${judged === 'torn' ? 'half bestand' : 'verloren'}: ${note}`);
}

/** Whether a part found nothing wrong. */
export const clean = (outcome: Outcome): boolean => outcome.lost + outcome.torn + outcome.strays + outcome.other === 0;

/** What to say of a whole run, in Dutch, and whether it passed: a part of which no case could be run never does. */
export function verdict(outcomes: readonly Outcome[]): { passed: boolean; text: string } {
  const empty = outcomes.filter(({ cases }) => cases === 0);
  const right = outcomes.every(clean);
  const lines = [right ? (empty.length > 0 ? 'In wat gedraaid is: niets verloren.' : 'Niets verloren.') : 'NIET GOED: zie hierboven.'];
  if (empty.length > 0) {
    const names = empty.map(({ part, notes }) => `${part}${notes[0] === undefined ? '' : ` (${notes[0]})`}`);
    lines.push(`NIET GEDRAAID, dus niet bewezen: ${names.join('; ')}. Hiervoor zijn strace en mount nodig, met rechten van de beheerder.`);
  }
  return { passed: right && empty.length === 0 && outcomes.length > 0, text: lines.join('\n') };
}

/** A body saved by somebody on top of what they had read. */
export interface BodySave {
  token: string;
  basedOn: string;
}

/**
 * Acknowledged saves of one text that nobody knowingly replaced: not on disk at the end and no later save was based on them. Two saves on the
 * same base are a fork, of which one is always lost that way.
 */
export function lostSaves(saves: readonly BodySave[], onDisk: string): string[] {
  const replaced = new Set(saves.map((save) => save.basedOn));
  return saves.filter((save) => save.token !== onDisk && !replaced.has(save.token)).map((save) => save.token);
}

/** Acknowledged marks (fields, judgements) that are not in the file. */
export const lostMarks = (marks: readonly string[], text: string): string[] => marks.filter((mark) => !text.includes(mark));

/** The Dutch table of a run. */
export function table(outcomes: readonly Outcome[]): string {
  const head = ['deel', 'gevallen', 'verloren', 'half', 'zwerf', 'anders fout', 'overgeslagen', 'seconden'];
  const rows = outcomes.map((o) => [o.part, o.cases, o.lost, o.torn, o.strays, o.other, o.skipped, o.seconds.toFixed(0)].map(String));
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((word, i) => (i === 0 ? word.padEnd(widths[i] ?? 0) : word.padStart(widths[i] ?? 0))).join('  ');
  return [head, ...rows].map(line).join('\n');
}

/** Whether two files differ in one stretch of lines only, which is that of one key or lies where no line was before. */
export function touchesOnePlace(before: string, after: string, key: string): boolean {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const gone = old.slice(head, old.length - tail);
  const begins = (line: string): boolean => /^[^\s#-][^:]*:/.test(line);
  const mine = (line: string): boolean => line.replace(/^["']/, '').startsWith(key);
  return gone.filter(begins).every(mine) && gone.filter(begins).length <= 1;
}

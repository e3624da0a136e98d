import type { ConsentLine } from '../../../domain/api/consent-calls.ts';
import { fold } from '../../../domain/search/fold.ts';
import { nl } from '../../text/nl.ts';

/** What asks for attention first, what soon, and the rest; each consent stands in one of them. */
export const groupIds = ['uitgedeeld', 'loopt', 'overig'] as const;
export type GroupId = (typeof groupIds)[number];

/** The register in groups, each by what it is about. */
export function groupsOf(lines: readonly ConsentLine[]): Record<GroupId, ConsentLine[]> {
  const groups: Record<GroupId, ConsentLine[]> = { uitgedeeld: [], loopt: [], overig: [] };
  for (const line of lines) groups[groupOf(line)].push(line);
  const until = ({ consent }: ConsentLine): string => consent.until ?? '';
  groups.loopt.sort((a, b) => until(a).localeCompare(until(b)));
  for (const id of ['uitgedeeld', 'overig'] as const) groups[id].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'nl'));
  return groups;
}

function groupOf({ state, holders }: ConsentLine): GroupId {
  if ((state === 'ingetrokken' || state === 'verlopen') && holders.some(({ at }) => at !== undefined)) return 'uitgedeeld';
  return state === 'loopt-af' ? 'loopt' : 'overig';
}

/** Whether every word that was typed occurs somewhere in the line. */
export function matches(line: ConsentLine, asked: string): boolean {
  const { who, attachment, passage, purpose, form, note, about } = line.consent;
  const all = fold(
    [nameOf(line), who, line.title, attachment, passage, purpose, form, note, nl.consent.abouts[about], nl.consent.states[line.state]].join(' '),
  );
  return fold(asked)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** Who it is about, in a few words. */
export const nameOf = ({ consent: { who } }: ConsentLine): string => (who === '' ? nl.consent.nobodyName : who);

/** Name of a file without its folders. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

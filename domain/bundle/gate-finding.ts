import { z } from 'zod';
import { severities } from './personal-data.ts';

/** One thing to look at before a bundle leaves the house. */
export const Finding = z.object({
  /** Of rule, entry and passage: the same thing keeps its id as long as its words stay. Made from the passage, so it stays in the house with it. */
  id: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  /** Id of the write-up. */
  entry: z.string(),
  /** Heading of the section, key of the field or name of the file; empty for the text before the first heading. */
  place: z.string(),
  passage: z.string(),
  /** Offsets of the passage in UTF-16 units: in the text of the field, or in the whole body for a section. */
  from: z.number().int(),
  to: z.number().int(),
  message: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** Why somebody let a finding pass. */
export const Acceptance = z.object({ reason: z.string().trim().min(1).max(500), by: z.string().max(200), at: z.string() });
export type Acceptance = z.infer<typeof Acceptance>;

/** What keeps a write-up inside before the gate looks at it; that is told where it is chosen. */
const before = new Set(['vertrouwelijk', 'toestemming', 'delen', 'conflictkopie', 'ontbreekt', 'onleesbaar']);

/** Rules nobody can wave through. */
const firm = new Set([...before, 'foto-toestemming', 'persoon-toestemming', 'citaat-toestemming', 'kop']);

/** Whether the check of what was chosen tells it already. */
export const isToldBefore = ({ rule, severity }: Finding): boolean => severity === 'blokkeert' && before.has(rule);

/** Whether a finding may be accepted with a reason. What is confidential or without consent may not. */
export const mayAccept = (finding: Finding): boolean => !(finding.severity === 'blokkeert' && firm.has(finding.rule));

/** Whether it comes from the register of consent: there it is mended, not in the write-up. */
export const fromRegister = ({ rule }: Pick<Finding, 'rule'>): boolean => /^(?:foto|persoon|citaat)(?:-toestemming)?$/.test(rule);

/** Splits findings in what is still open and what was accepted with a reason; an empty reason accepts nothing. */
export function weighFindings(
  findings: readonly Finding[],
  accepted: Readonly<Record<string, Acceptance>>,
): { open: Finding[]; accepted: Finding[]; blocking: Finding[] } {
  const waved = new Set(
    findings.filter((one) => mayAccept(one) && Object.hasOwn(accepted, one.id) && Acceptance.safeParse(accepted[one.id]).success),
  );
  const open = findings.filter((one) => !waved.has(one));
  return { open, accepted: [...waved], blocking: open.filter((one) => one.severity === 'blokkeert') };
}

/** The outcome in a sentence. Never says that a text is about nobody: only what was found. */
export function gateSentence(open: readonly Finding[]): string {
  const blocking = open.filter((one) => one.severity === 'blokkeert').length;
  if (open.length === 0) return 'Oogst vond niets. Lees de stukken zelf na: niet alles is te herkennen.';
  const points = open.length === 1 ? 'Oogst vond 1 punt' : `Oogst vond ${open.length} punten`;
  if (blocking === 0) return `${points}; geen daarvan houdt de bundel tegen.`;
  return `${points}; ${blocking === 1 ? 'een daarvan houdt' : `${blocking} daarvan houden`} de bundel tegen.`;
}

/** A hash that stays the same on every computer: 64 bits by FNV-1a, in two halves. */
export function findingId(rule: string, entry: string, passage: string): string {
  const text = `${rule}\n${entry}\n${passage}`;
  let a = 0x811c9dc5;
  let b = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + at), 0x85ebca6b) ^ (b >>> 13);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A finding from its parts; what has no words is known by its place, so that letting one file pass lets no other. */
export function finding(parts: Omit<Finding, 'id'>): Finding {
  return { id: findingId(parts.rule, parts.entry, parts.passage === '' ? parts.place : parts.passage), ...parts };
}

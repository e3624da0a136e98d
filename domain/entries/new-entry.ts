import type { Json } from './entry.ts';
import { setKeys } from './front-matter-edit.ts';
import type { Kind } from './kind.ts';

/** The text of a new write-up: a header with what is known, and the headings of its kind. Guidance is not in it; that stays in the app. */
export function newEntryText(kind: Kind, given: { id: string; title: string; today: string; fields: Record<string, Json> }): string {
  const known: Record<string, Json> = { id: given.id, soort: kind.id, titel: given.title };
  const has = (key: string): boolean => kind.fields.includes(key);
  if (has('status')) known['status'] = 'concept';
  if (has('datum')) known['datum'] = given.today;
  if (has('delen')) known['delen'] = 'intern';
  const header = setKeys('', { ...known, ...given.fields });
  return `${header}\n${kind.sections.map((section) => `## ${section.heading}\n`).join('\n')}`;
}

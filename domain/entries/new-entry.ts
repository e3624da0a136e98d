import type { Json } from './entry.ts';
import { setKeys } from './front-matter-edit.ts';
import type { Kind } from './kind.ts';
import type { TemplateContent } from './template.ts';

interface Given {
  id: string;
  title: string;
  today: string;
  fields: Record<string, Json>;
  template?: TemplateContent | undefined;
}

/**
 * The text of a new write-up: a header with what is known, and the headings of its kind or the text of a template. Guidance is not in it; that stays
 * in the app.
 */
export function newEntryText(kind: Kind, { id, title, today, fields, template }: Given): string {
  const known: Record<string, Json> = { id, soort: kind.id, titel: title };
  const has = (key: string): boolean => kind.fields.includes(key);
  if (has('status')) known['status'] = 'concept';
  if (has('datum')) known['datum'] = today;
  if (has('delen')) known['delen'] = 'intern';
  const header = setKeys('', { ...known, ...template?.fields, ...fields });
  const body = template?.body.trim() ? `${template.body.trim()}\n` : kind.sections.map((section) => `## ${section.heading}\n`).join('\n');
  return `${header}\n${body}`;
}

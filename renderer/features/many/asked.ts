import type { FieldChange } from '../../../domain/entries/many-changes.ts';

/** What the dialog was told so far. A field that is not here stays as it is. */
export interface Asked {
  fields: Readonly<Record<string, FieldChange>>;
  stage?: string | undefined;
  note: string;
}

export const nothingAsked: Asked = { fields: {}, note: '' };

/** Another change for one field, or none. */
export function withField(asked: Asked, key: string, change: FieldChange | undefined): Asked {
  const rest = Object.fromEntries(Object.entries(asked.fields).filter(([other]) => other !== key));
  return { ...asked, fields: change ? { ...rest, [key]: change } : rest };
}

/** What goes to the library; undefined when nothing was asked or something is not filled in yet. */
export function inputOf(asked: Asked, ids: readonly string[]) {
  const fields = Object.values(asked.fields);
  const half = fields.some((change) => ('set' in change && change.set === '') || ('replace' in change && change.replace.by.trim() === ''));
  if (half || (fields.length === 0 && !asked.stage)) return undefined;
  const note = asked.note.trim();
  return {
    ids: [...ids],
    changes: { ...asked.fields },
    ...(asked.stage ? { stage: { stage: asked.stage, ...(note ? { note } : {}) } } : {}),
  };
}

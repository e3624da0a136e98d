import { z } from 'zod';
import { Json } from '../entries/entry.ts';
import { Id } from './messages.ts';

/** What goes along when a write-up is made, and when its fields are filled in. */

export const NewEntryInput = z.strictObject({
  kind: z.string().max(60),
  title: z.string().min(1).max(200),
  fields: z.record(z.string(), Json).optional(),
  /** Id of one of the templates of the kennismap; without it the write-up gets the headings of its kind. */
  template: z.string().max(255).optional(),
  /** Text under the front matter, to the letter; without it the headings of the kind or the text of the template. */
  body: z.string().max(20_000_000).optional(),
});

export const FieldsInput = z.strictObject({
  id: Id,
  fields: z.record(z.string().max(80), Json),
  /** What the file is taken to hold: another value there is a conflict. */
  was: z.record(z.string(), Json).optional(),
  /** A value that does not fit its field is written all the same, and becomes a problem of the write-up: a form never holds a save back. */
  asTyped: z.boolean().optional(),
});

/** Per field the values in use, most used first. */
export const ValuesInUse = z.record(z.string(), z.array(z.object({ value: z.string(), count: z.number().int() })));

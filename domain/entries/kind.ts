import { z } from 'zod';

/**
 * Kinds (soorten) and their fields. Both are data: `resources/velden.json` is the one table of front-matter keys,
 * `resources/soorten` has a file per kind, and a kennismap may add or replace them in `.oogst`.
 */

const Key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'kleine letters, cijfers en streepjes');
const FieldKey = z.string().regex(/^[a-z][a-z0-9_]*$/, 'kleine letters, cijfers en lage streepjes');

/** What a field holds; decides form control, check and query. */
export const FieldType = z.enum([
  'tekst', // one line
  'alinea', // a few lines
  'keuze', // one of `values`
  'keuzes', // any of `values`
  'woorden', // free list of short texts
  'datum', // JJJJ-MM-DD as text
  'getal',
  'vlag', // true or absent
  'verwijzing', // id of one entry
  'verwijzingen', // ids of entries
  'lijst', // nested records, edited as rows
]);
export type FieldType = z.infer<typeof FieldType>;

export const FieldValue = z.strictObject({ value: z.string().min(1), label: z.string().min(1) });

/** One key of the records of a `lijst`. */
export const Column = z.strictObject({
  key: FieldKey,
  label: z.string(),
  type: FieldType,
  values: z.array(FieldValue).optional(),
  card: Key.optional(),
  kinds: z.array(Key).optional(),
});
export type Column = z.infer<typeof Column>;

export const Field = z.strictObject({
  key: FieldKey,
  label: z.string().min(1),
  type: FieldType,
  hint: z.string().optional(),
  values: z.array(FieldValue).optional(),
  /** The card whose items are the values (kenniscyclus for `fase`). */
  card: Key.optional(),
  /** Kinds a reference may point at; absent: any. */
  kinds: z.array(Key).optional(),
  /** Name in the query language, when the field can be asked for. */
  query: z
    .string()
    .regex(/^[a-z_]+$/)
    .optional(),
  /** Keys of others' files that are read as this one and never rewritten (`tags` for `trefwoorden`). */
  synonyms: z.array(z.string()).optional(),
  /** Holds somebody, by the role they have (`eigenaar`); Ctrl+K finds what they have. */
  people: z.boolean().optional(),
  /** Place among the facets, low first; absent: no facet. */
  facet: z.number().int().optional(),
  /** Heading of the facet when the label does not do. */
  facetLabel: z.string().optional(),
  /** Place of the field in the form; `kern` shows at the top. */
  group: z.enum(['kern', 'inhoud', 'context', 'delen', 'koppelingen', 'beheer']),
  /** Shape of the records of a `lijst`: their keys with a label. */
  columns: z.array(Column).optional(),
});
export type Field = z.infer<typeof Field>;

/** A question of a section: the interview asks it, and its answer stands under a heading of its own within the section. */
export const SectionQuestion = z.strictObject({
  /** Heading above the answer. */
  name: z.string().min(1),
  /** Other headings that mean the same. */
  aliases: z.array(z.string()).default([]),
  /** What is asked; never leaves the house. */
  prompt: z.string().min(1),
});

export const Section = z.strictObject({
  /** Short id, unique in the kind (`waarom`). */
  id: Key,
  heading: z.string().min(1),
  /** Other headings that mean the same part (`Why`, `Aanleiding`). */
  aliases: z.array(z.string()).default([]),
  /** The card item this section answers (`checklist.B1`). */
  item: z.string().optional(),
  /** Guidance shown beside the text; never leaves the house. */
  prompt: z.string().min(1),
  /** What the interview asks, one by one; without them it asks the prompt. */
  questions: z.array(SectionQuestion).default([]),
});
export type Section = z.infer<typeof Section>;

export const Kind = z
  .strictObject({
    id: Key,
    name: z.string().min(1),
    plural: z.string().min(1),
    description: z.string().min(1),
    source: z.string().min(1),
    /** Folder for new write-ups, from the library's root. */
    folder: z.string().regex(/^[a-z0-9-]+$/),
    /** Place in lists of kinds. */
    order: z.number().int(),
    /** Lucide icon name. */
    icon: z.string().min(1),
    /** Keys of `velden.json`, in the order of the form. */
    fields: z.array(FieldKey).min(1),
    /** Values of `type` or `vorm` for this kind. */
    forms: z.strictObject({ key: z.enum(['type', 'vorm']), values: z.array(FieldValue) }).optional(),
    sections: z.array(Section).min(1),
    /** Cards or parts of cards that go with the kind: `checklist.A`, `kenniscyclus`. */
    cards: z.array(z.string()),
  })
  .superRefine((kind, context) => {
    if (new Set(kind.sections.map((s) => s.id)).size !== kind.sections.length)
      context.addIssue({ code: 'custom', message: 'twee onderdelen met dezelfde id' });
    if (new Set(kind.fields).size !== kind.fields.length) context.addIssue({ code: 'custom', message: 'een veld staat er twee keer in' });
  });
export type Kind = z.infer<typeof Kind>;

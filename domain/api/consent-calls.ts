import { z } from 'zod';
import { Consent } from '../bundle/consent.ts';
import { consentStates } from '../bundle/consent-rule.ts';
import { Holder } from '../bundle/export-log.ts';
import { isDate } from '../entries/field-checks.ts';
import { call, Nothing } from './call.ts';
import { Id } from './messages.ts';

/** What can be asked about the consent of people. */

const Day = z.string().refine(isDate);

/** A consent as it comes from a form: here a date that is none is refused. */
const Given = z.strictObject({
  ...Consent.omit({ id: true, changed: true, keeper: true }).shape,
  id: Consent.shape.id.optional(),
  given: Day.optional(),
  until: Day.optional(),
  withdrawn: Day.optional(),
});

/** A consent with how it stands now, and which bundles hold what it is about. */
export const ConsentLine = z.object({
  consent: Consent,
  state: z.enum(consentStates),
  /** Title of the write-up it is about, as far as it is there. */
  title: z.string().optional(),
  /** The write-up, picture or passage is not there any more. */
  gone: z.boolean(),
  holders: z.array(Holder),
});
export type ConsentLine = z.infer<typeof ConsentLine>;

export const consentCalls = {
  /** The register, in the order of the file; `fault` says in Dutch why it cannot be read, `unread` how many items are no consent. */
  'consent.list': call(
    Nothing,
    z.object({ lines: z.array(ConsentLine), unread: z.number().int(), fault: z.string().optional(), path: z.string(), today: z.string() }),
  ),
  /** Keeps a consent: a new one, a changed one, or one put back. Fails with `consent.incomplete`, `consent.full` or `shared.unusable`. */
  'consent.save': call(z.strictObject({ consent: Given }), ConsentLine),
  /** Somebody takes consent back: from today, or from the day given. Gives how it was before as well. */
  'consent.withdraw': call(z.strictObject({ id: Consent.shape.id, on: Day.optional() }), z.object({ line: ConsentLine, before: Consent })),
  'consent.remove': call(z.strictObject({ id: Consent.shape.id }), Consent),
  /** The pictures that go along with a write-up. */
  'consent.pictures': call(z.strictObject({ entry: Id }), z.array(z.string())),
} as const;

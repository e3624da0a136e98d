import { z } from 'zod';
import { Sharing } from '../entries/entry.ts';
import { isDate } from '../entries/field-checks.ts';

/**
 * Consent of people: to be told about, to be seen in a picture, to be quoted. It stands in the kennismap for colleagues, beside the write-ups and not in
 * them, so that it never goes along with a bundle.
 */

/** Where it stands, from the root of the kennismap. */
export const consentPath = '.oogst/toestemmingen.json';

/** A register is never near this size, characters. */
export const longestConsents = 8 * 1024 * 1024;

/** So many are kept; a file with more stays whole. */
export const mostConsents = 5000;

export const consentSubjects = ['persoon', 'foto', 'citaat'] as const;
/** Below sixteen the parents decide; from sixteen a pupil does. */
export const consentGivers = ['leerling', 'ouders', 'volwassene'] as const;

const Day = z.string().refine(isDate, 'geen datum');
const Short = z.string().trim().max(300);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
/** An end that cannot be read has long come: what is unclear never makes a consent wider. */
const longAgo = '0001-01-01';
const End = z.preprocess((value) => value ?? undefined, Day.optional().catch(longAgo));

export const Consent = z.looseObject({
  id: z.string().min(1).max(100),
  about: z.enum(consentSubjects),
  /** A role or initials, never a full name; empty for a picture without people. */
  who: Short,
  /** A picture in which nobody can be recognised. */
  nobody: optional(z.boolean()),
  /** Path of the picture in the kennismap. */
  attachment: optional(z.string().min(1).max(1000)),
  /** Id of the write-up. */
  entry: optional(z.string().min(1).max(500)),
  /** The words that are quoted. */
  passage: optional(z.string().trim().min(1).max(2000)),
  /** The widest audience it was given for. */
  audience: Sharing,
  /** What else was said about what it is for. */
  purpose: optional(Short),
  by: optional(z.enum(consentGivers)),
  /** Day it was given; without it there is no consent yet. */
  given: optional(Day),
  /** Last day on which it holds; none: until it is withdrawn. */
  until: End,
  withdrawn: End,
  /** Where the signed form lies. */
  form: optional(Short),
  note: optional(z.string().trim().max(1000)),
  /** Last change, ISO 8601, and the role of who made it. */
  changed: z.string().max(40).catch(''),
  keeper: optional(z.string().max(80)),
});
export type Consent = z.infer<typeof Consent>;

const Whole = z.looseObject({ toestemmingen: z.array(z.unknown()) });

/** The whole file: what could be read of it, and all of it as it stood. */
export interface ConsentBook {
  readonly consents: readonly Consent[];
  /** Items that are no consent; they stay where they are. */
  readonly unread: number;
  readonly whole: z.infer<typeof Whole>;
}

/** A kennismap without a register. */
export const noConsents: ConsentBook = { consents: [], unread: 0, whole: { toestemmingen: [] } };

/** Reads the file; a file that cannot be read at all gives, in Dutch, why. */
export function readConsents(text: string): ConsentBook | { fault: string } {
  if (text.length > longestConsents) return { fault: 'het bestand is te groot' };
  const bare = text.replace(/^\ufeff/, '');
  if (bare.trim() === '') return { fault: 'het bestand is leeg' };
  try {
    const whole = Whole.safeParse(JSON.parse(bare));
    return whole.success ? bookOf(whole.data) : { fault: 'er staat geen lijst “toestemmingen” in' };
  } catch {
    return { fault: 'het is geen geldige JSON' };
  }
}

/** The text of the file. */
export const consentsText = ({ whole }: ConsentBook): string => `${JSON.stringify(whole, null, 2)}\n`;

/** The book with a consent added, or in the place of the one with its id; what a newer version keeps beside it stays. */
export function withConsent(book: ConsentBook, consent: Consent): ConsentBook {
  const all = book.whole.toestemmingen;
  const known = new Set(Object.keys(Consent.shape));
  const later = (one: Record<string, unknown>) => Object.fromEntries(Object.entries(one).filter(([key]) => !known.has(key)));
  const toestemmingen = all.some((one) => isWith(consent.id, one))
    ? all.map((one) => (isWith(consent.id, one) ? { ...later(one), ...consent } : one))
    : [...all, consent];
  return bookOf({ ...book.whole, toestemmingen });
}

/** The book without one consent. */
export function withoutConsent(book: ConsentBook, id: string): ConsentBook {
  return bookOf({ ...book.whole, toestemmingen: book.whole.toestemmingen.filter((one) => !isWith(id, one)) });
}

const isWith = (id: string, one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null && 'id' in one && one.id === id;

function bookOf(whole: z.infer<typeof Whole>): ConsentBook {
  const consents = new Map<string, Consent>();
  let unread = 0;
  for (const one of whole.toestemmingen) {
    const read = Consent.safeParse(one);
    if (read.success && !consents.has(read.data.id) && consents.size < mostConsents) consents.set(read.data.id, read.data);
    else unread++;
  }
  return { consents: [...consents.values()], unread, whole };
}

/** What is still missing before a consent can be kept, in Dutch; undefined when it is whole. */
export function consentFault({
  about,
  who,
  nobody,
  attachment,
  entry,
  passage,
  given,
  until,
}: Pick<Consent, 'about' | 'who' | 'nobody' | 'attachment' | 'entry' | 'passage' | 'given' | 'until'>): string | undefined {
  if (about === 'foto' && attachment === undefined) return 'kies de foto waar het om gaat';
  if (about === 'citaat' && (entry === undefined || passage === undefined)) return 'kies het stuk en vul de geciteerde woorden in';
  if (who === '' && !(about === 'foto' && nobody === true)) return 'vul in om wie het gaat, met een rol of initialen';
  if (given !== undefined && until !== undefined && until < given) return 'de einddatum ligt voor de dag waarop de toestemming is gegeven';
  return undefined;
}

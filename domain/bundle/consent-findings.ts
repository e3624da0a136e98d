import type { Sharing } from '../entries/entry.ts';
import type { Consent } from './consent.ts';
import { allows, registerSays, type ConsentVerdict } from './consent-rule.ts';
import { finding, type Finding } from './gate-finding.ts';

/** A write-up as the register of consent is held against it. */
export interface ConsentedEntry {
  id: string;
  summary: string;
  body: string;
  /** Paths of the pictures that go along with it. */
  pictures: readonly string[];
}

export interface ConsentQuestion {
  audience: Sharing;
  /** `JJJJ-MM-DD`. */
  today: string;
}

const audienceWords: Record<Sharing, string> = { intern: 'de eigen organisatie', partners: 'partners', openbaar: 'iedereen' };

/** Whether a file is a picture in which somebody may be seen; a drawing of lines (SVG) is none. */
export const isPicture = (path: string): boolean => /\.(?:jpe?g|jfif|png|webp|gif|avif|heic|heif|bmp|tiff?)$/i.test(path);

/**
 * What the register of consent says of a write-up. Withdrawn or run out blocks for everybody, and no reason opens that. A picture the register does not
 * know, or that was not given for this audience, is something to look at within the house and blocks outside it.
 */
export function consentFindings(entry: ConsentedEntry, register: readonly Consent[], question: ConsentQuestion): Finding[] {
  return [...pictureFindings(entry, register, question), ...peopleFindings(entry, register, question), ...quoteFindings(entry, register, question)];
}

interface Said {
  about: Consent['about'];
  verdict: ConsentVerdict;
  consent?: Consent | undefined;
  place: string;
  passage: string;
  from?: number;
}

function said(entry: ConsentedEntry, { audience }: ConsentQuestion, { about, verdict, consent, place, passage, from = 0 }: Said): Finding[] {
  if (verdict === 'mag') return [];
  const over = verdict === 'ingetrokken' || verdict === 'verlopen';
  const severity = over || audience !== 'intern' ? 'blokkeert' : 'let op';
  const message = sentence(about, verdict, consent, audience);
  const to = from + (about === 'citaat' ? passage.length : 0);
  return [finding({ rule: over ? `${about}-toestemming` : about, severity, entry: entry.id, place, passage, from, to, message })];
}

const subjects: Record<Consent['about'], string> = { foto: 'deze foto', persoon: 'wat hier over iemand staat', citaat: 'dit citaat' };

function sentence(about: Consent['about'], verdict: ConsentVerdict, consent: Consent | undefined, audience: Sharing): string {
  const what = `De toestemming voor ${subjects[about]}`;
  switch (verdict) {
    case 'ingetrokken':
      return `${what} is ingetrokken${dated(consent?.withdrawn, 'op')}.`;
    case 'verlopen':
      return `${what} is verlopen${dated(consent?.until, 'na')}.`;
    case 'gevraagd':
      return `${what} is gevraagd, maar nog niet gegeven.`;
    case 'niet-zo-ver':
      return `${what} geldt niet voor ${audienceWords[audience]}.`;
    default:
      return 'In het register staat niet of op deze foto iemand te herkennen is, en of die dit goed vindt.';
  }
}

const longDay = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' });

/** An end that could not be read has no day worth saying. */
const dated = (day: string | undefined, word: string): string =>
  day === undefined || day < '1900' ? '' : ` ${word} ${longDay.format(new Date(`${day}T00:00:00Z`))}`;

function pictureFindings(entry: ConsentedEntry, register: readonly Consent[], question: ConsentQuestion): Finding[] {
  return entry.pictures.flatMap((attachment) => {
    const { verdict, consent } = registerSays(register, { about: 'foto', attachment }, question.audience, question.today);
    // The path as passage: another picture is another finding.
    return said(entry, question, { about: 'foto', verdict, consent, place: attachment, passage: attachment });
  });
}

function peopleFindings(entry: ConsentedEntry, register: readonly Consent[], question: ConsentQuestion): Finding[] {
  return register
    .filter(({ about, entry: id }) => about === 'persoon' && id === entry.id)
    .flatMap((consent) => {
      const verdict = allows(consent, question.audience, question.today);
      return said(entry, question, { about: 'persoon', verdict, consent, place: '', passage: consent.who });
    });
}

function quoteFindings(entry: ConsentedEntry, register: readonly Consent[], question: ConsentQuestion): Finding[] {
  return register
    .filter(({ about, entry: id }) => about === 'citaat' && id === entry.id)
    .flatMap((consent) => {
      const quoted = quoteIn(entry, consent.passage ?? '');
      const verdict = allows(consent, question.audience, question.today);
      return quoted ? said(entry, question, { about: 'citaat', verdict, consent, ...quoted }) : [];
    });
}

/** Where quoted words stand, whatever the spaces, marks and quotation signs between them; undefined when they are not there any more. */
export function quoteIn(
  { body, summary }: Pick<ConsentedEntry, 'body' | 'summary'>,
  passage: string,
): { place: string; passage: string; from: number } | undefined {
  const words = passage.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return undefined;
  const pattern = new RegExp(words.slice(0, 300).join('[^\\p{L}\\p{N}]{1,20}'), 'iu');
  for (const [place, text] of [
    ['', body],
    ['samenvatting', summary],
  ] as const) {
    const found = pattern.exec(text);
    if (found) return { place, passage: found[0], from: found.index };
  }
  return undefined;
}

import type { Sharing } from '../entries/entry.ts';
import type { Consent } from './consent.ts';

/** How a consent stands on a day. */
export const consentStates = ['geldt', 'loopt-af', 'gevraagd', 'verlopen', 'ingetrokken', 'niemand'] as const;
export type ConsentState = (typeof consentStates)[number];

/** So many days ahead it is said that a consent runs out. */
export const soonDays = 60;

const reach: Record<Sharing, number> = { intern: 0, partners: 1, openbaar: 2 };

/** How one consent stands. A day that has come counts as past for withdrawing, and as still good for running out. */
export function consentState(consent: Consent, today: string): ConsentState {
  if (consent.withdrawn !== undefined && consent.withdrawn <= today) return 'ingetrokken';
  if (consent.nobody === true && consent.about === 'foto') return 'niemand';
  if (consent.given === undefined || consent.given > today) return 'gevraagd';
  if (consent.until === undefined) return 'geldt';
  if (consent.until < today) return 'verlopen';
  return consent.until <= daysAfter(today, soonDays) ? 'loopt-af' : 'geldt';
}

/** A day so many days later, `JJJJ-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** What to look up: a picture by its path, the people told about in a write-up, or the passages quoted in it. */
export type ConsentSubject = { about: 'foto'; attachment: string } | { about: 'persoon' | 'citaat'; entry: string };

/** Why it may go along or not. Withdrawn and run out hold for every audience; the others only keep it from the outside. */
export type ConsentVerdict = 'mag' | 'onbekend' | 'gevraagd' | 'niet-zo-ver' | 'verlopen' | 'ingetrokken';

/** One thing the register says about a subject: the consent that decides, when there is one. */
export interface ConsentAnswer {
  verdict: ConsentVerdict;
  consent?: Consent;
}

const weight: readonly ConsentVerdict[] = ['mag', 'niet-zo-ver', 'gevraagd', 'verlopen', 'ingetrokken'];

/** Whether one consent lets its subject go along to this audience on this day. */
export function allows(consent: Consent, audience: Sharing, today: string): ConsentVerdict {
  const state = consentState(consent, today);
  if (state === 'ingetrokken' || state === 'verlopen') return state;
  if (state === 'niemand') return 'mag';
  if (state === 'gevraagd') return 'gevraagd';
  return reach[consent.audience] >= reach[audience] ? 'mag' : 'niet-zo-ver';
}

/**
 * What the register says of a subject. Of several people in one picture each must have agreed: the strictest consent decides. That nobody can be
 * recognised counts as long as nobody else in the register says otherwise.
 */
export function registerSays(register: readonly Consent[], subject: ConsentSubject, audience: Sharing, today: string): ConsentAnswer {
  const found = aboutSubject(register, subject);
  const answers = found.map((consent) => ({ verdict: allows(consent, audience, today), consent }));
  return (
    answers.reduce<(ConsentAnswer & { consent: Consent }) | undefined>(
      (most, one) => (most === undefined || weight.indexOf(one.verdict) > weight.indexOf(most.verdict) ? one : most),
      undefined,
    ) ?? { verdict: 'onbekend' }
  );
}

/** The consents about a picture, about the people in a write-up or about its passages. */
export function aboutSubject(register: readonly Consent[], subject: ConsentSubject): Consent[] {
  return register.filter(
    (consent) =>
      consent.about === subject.about &&
      (subject.about === 'foto'
        ? consent.attachment !== undefined && samePath(consent.attachment, subject.attachment)
        : consent.entry === subject.entry),
  );
}

/** Paths as a person means them: some disks keep é as two signs. */
const samePath = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

import { findAccounts, findBirthDates, findCitizenNumbers, findMail, findPhones, findPlates, findPupilNumbers } from './personal-numbers.ts';
import { findAddresses } from './addresses.ts';
import { findNames, type NameList } from './class-list.ts';
import { plainTextOf } from './plain-text.ts';

/** How heavy a finding is: the first keeps a bundle in the house. */
export const severities = ['blokkeert', 'let op', 'ter informatie'] as const;
export type Severity = (typeof severities)[number];

export const personalRules = ['iban', 'e-mail', 'bsn', 'telefoon', 'adres', 'geboortedatum', 'kenteken', 'leerlingnummer', 'naam'] as const;
export type PersonalRule = (typeof personalRules)[number];

/** Something in a text that may lead to a person. Offsets are UTF-16 units in the text as it was given. */
export interface PersonalData {
  rule: PersonalRule;
  severity: Severity;
  from: number;
  to: number;
  passage: string;
}

/** A find in the plain text, before it is brought back to the original. */
export interface Hit {
  rule: PersonalRule;
  severity: Severity;
  from: number;
  to: number;
}

/** The plain text under search; every look around a place goes through here, so that the work can be counted. */
export interface Search {
  text: string;
  around(from: number, to: number): string;
}

export interface SearchOptions {
  names?: NameList | undefined;
  /** Told how many characters a step looked at. */
  count?: ((characters: number) => void) | undefined;
}

/**
 * Finds what may lead to a person. Numbers that carry a check are held against it; what only looks like one needs a word nearby. It finds what it knows:
 * nothing found never means that a text is about nobody. Never throws; linear in the length of the text.
 */
export function findPersonalData(text: string, { names, count }: SearchOptions = {}): PersonalData[] {
  const plain = plainTextOf(text);
  count?.(text.length);
  const search: Search = {
    text: plain.text,
    around: (from, to) => {
      const part = plain.text.slice(Math.max(0, from), Math.max(0, to));
      count?.(part.length);
      return part;
    },
  };
  const hits = [
    ...findAccounts(search),
    ...findMail(search),
    ...findCitizenNumbers(search),
    ...findPhones(search),
    ...findPupilNumbers(search),
    ...findBirthDates(search),
    ...findAddresses(search),
    ...findPlates(search),
    ...(names ? findNames(search, names) : []),
  ];
  return apart(hits).map(({ rule, severity, from, to }) => {
    const place = plain.original(from, to);
    return { rule, severity, ...place, passage: text.slice(place.from, place.to) };
  });
}

/** Of finds that lie over each other the surest stays: blocking before the others, and then the sort that is checked best. */
function apart(hits: readonly Hit[]): Hit[] {
  const ranked = [...hits].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || personalRules.indexOf(a.rule) - personalRules.indexOf(b.rule),
  );
  const taken = new Set<number>();
  const kept: Hit[] = [];
  for (const hit of ranked) {
    let free = true;
    for (let at = hit.from; at < hit.to && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = hit.from; at < hit.to; at++) taken.add(at);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

import { isDate } from './field-checks.ts';

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const spelled: Readonly<Record<string, string>> = { maa: 'mrt', sept: 'sep' };
const days: Readonly<Record<string, number>> = { eergisteren: -2, gisteren: -1, vandaag: 0, nu: 0, morgen: 1, overmorgen: 2 };

/**
 * A day as somebody types it (`22-11-2026`, `22/11/26`, `22 november`, `vandaag`), as `JJJJ-MM-DD`; undefined when it is no day that exists.
 * Without a year it is the year of `today`, which is itself `JJJJ-MM-DD`.
 */
export function readTypedDate(text: string, today: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const shift = days[typed];
  if (shift !== undefined) return shifted(today, shift);
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1], iso[2], iso[3], today);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(typed);
  if (numbers) return day(numbers[3], numbers[2], numbers[1], today);
  const words = /^(?:[a-z]+dag )?(\d{1,2})[ -]([a-z]{3,9})\.?(?:[ -](\d{4}|\d{2}))?$/.exec(typed);
  return words ? day(words[3], monthOf(words[2] ?? ''), words[1], today) : undefined;
}

/** `JJJJ-MM-DD` as it is typed in Dutch, `22-11-2026`; anything else as it stands. */
export const typedDate = (value: string): string => (isDate(value) ? value.split('-').toReversed().join('-') : value);

function day(year: string | undefined, month: string | undefined, date: string | undefined, today: string): string | undefined {
  const full = year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const text = `${full}-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`;
  return isDate(text) ? text : undefined;
}

function monthOf(name: string): string {
  const short = name.slice(0, 3);
  const index = months.indexOf(spelled[name] ?? spelled[short] ?? short);
  return index < 0 ? '' : String(index + 1);
}

function shifted(today: string, by: number): string {
  const time = Date.parse(`${today}T00:00:00Z`) + by * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

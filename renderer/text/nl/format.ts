const locale = 'nl-NL';
const longDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
const numbers = new Intl.NumberFormat(locale);
const plural = new Intl.PluralRules(locale);
const listing = new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' });

/** `JJJJ-MM-DD` as *22 november 2026*; text that is no date as it stands. */
export function dateText(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? date : longDate.format(time);
}

/** `JJJJ-MM-DD` as *november 2026*. */
export function monthText(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? date : monthYear.format(time);
}

/** Milliseconds since 1970 as *14:03*. */
export const timeText = (time: number): string => clock.format(time);

/** Milliseconds since 1970 as *14:03* today, else *19 november 14:03*. */
export const momentText = (time: number, now: number): string =>
  new Date(time).toDateString() === new Date(now).toDateString() ? clock.format(time) : dayAndClock.format(time);

export const numberText = (value: number): string => numbers.format(value);

/** *1 stuk*, *3 stukken*. */
export const countText = (count: number, one: string, many: string): string =>
  `${numbers.format(count)} ${plural.select(count) === 'one' ? one : many}`;

/** *a, b en c*. */
export const listText = (items: readonly string[]): string => listing.format(items);

/** Bytes as *1,4 MB*. */
export function sizeText(bytes: number): string {
  const steps = ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000;
    step++;
  }
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1 }).format(value)} ${steps[step] ?? ''}`;
}

/** First letter as a capital; `ij` goes together. */
export const capital = (text: string): string =>
  text.startsWith('ij') ? `IJ${text.slice(2)}` : text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

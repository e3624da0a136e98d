import { nl } from '../../text/nl.ts';

const day = 24 * 60 * 60 * 1000;

/** Days from one `JJJJ-MM-DD` to another; undefined when one of them is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day;
  return Number.isNaN(days) ? undefined : Math.round(days);
}

/** A number of days as a person says it: *13 dagen*, *5 weken*, *4 maanden*. */
export function stretchText(days: number): string {
  if (days === 0) return nl.overview.today;
  if (days < 21) return nl.overview.days(days);
  if (days < 61) return nl.overview.weeks(Math.round(days / 7));
  if (days < 730) return nl.overview.months(Math.round(days / 30.44));
  return nl.overview.years(Math.floor(days / 365.25));
}

/** The day where the user is. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');

import type { EntrySummary, Json, Sharing } from '../entries/entry.ts';
import { isDate } from '../entries/field-checks.ts';
import type { LeftOut, LeftOutReason } from './manifest.ts';

const reach: Record<Sharing, number> = { intern: 0, partners: 1, openbaar: 2 };
const audienceWords: Record<Sharing, string> = { intern: 'de eigen organisatie', partners: 'partners', openbaar: 'iedereen' };

/**
 * Whether a write-up may go along to an audience; undefined when it may. `vertrouwelijk` always stays inside and so does withdrawn consent. Outside the
 * organisation `delen` must allow it and consent must be `nvt` or `verkregen` and not run out; a failed practice needs consent that was really given.
 * Anything unclear counts as no.
 */
export function staysInside(entry: EntrySummary, fields: Readonly<Record<string, Json>>, audience: Sharing, today: string): LeftOut | undefined {
  const out = (reason: LeftOutReason, message: string): LeftOut => ({ id: entry.id, title: entry.title, reason, message });
  if (entry.confidential) return out('vertrouwelijk', 'staat op vertrouwelijk en gaat nooit mee');
  if (entry.copyOf !== undefined) return out('conflictkopie', 'is een conflictkopie; voeg die eerst samen met het stuk zelf');
  const consent = fields['toestemming'];
  if (consent === 'ingetrokken') return out('toestemming', 'de toestemming is ingetrokken');
  if (audience === 'intern') return undefined;
  if (reach[entry.sharing] < reach[audience]) return out('delen', `mag niet gedeeld worden met ${audienceWords[audience]}`);
  if (fields['afloop'] === 'mislukt' && consent !== 'verkregen')
    return out('toestemming', 'een mislukking gaat alleen naar buiten met toestemming die echt gegeven is');
  if (consent !== 'nvt' && consent !== 'verkregen')
    return out('toestemming', consent === 'gevraagd' ? 'toestemming is gevraagd maar nog niet verkregen' : 'er staat geen toestemming bij');
  const until = fields['toestemming_tot'];
  if (until !== undefined && until !== null && !(typeof until === 'string' && isDate(until) && until >= today))
    return out('toestemming', 'de toestemming is verlopen');
  return undefined;
}

import type { Sort } from '../../../domain/search/answer.ts';
import { Failure } from '../../../domain/api/failures.ts';
import { searchNamed } from '../../../domain/search/saved-searches.ts';
import { WrongUse, type Arguments, type Workplace } from './command.ts';

/** The option that names a query kept in the kennismap. */
export const savedOption = { saved: { value: true, help: 'de zoekvraag die onder deze naam in de kennismap bewaard is' } };

export interface SavedQuery {
  query: string;
  sort?: Sort | undefined;
}

/** The kept query that is named with `--saved`, or undefined without that option. */
export async function savedQuery(place: Workplace, flag: Arguments['flags'][string]): Promise<SavedQuery | undefined> {
  if (flag === undefined) return undefined;
  const { searches, fault } = await place.call('searches.list', {});
  if (fault !== undefined) throw new Failure('searches.unusable', { reason: fault });
  const found = searchNamed(searches, String(flag), ({ name }) => name);
  if (found) return found;
  const names = searches.map(({ name }) => `“${name}”`).join(', ');
  throw new WrongUse(`er is geen zoekvraag “${String(flag)}”; ${names === '' ? 'er zijn er nog geen bewaard' : `kies uit ${names}`}`);
}

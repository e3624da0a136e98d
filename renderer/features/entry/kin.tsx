import { CircleDashed, Quote, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { mentionQuery } from '../../../domain/search/text-marks.ts';
import { hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { nl } from '../../text/nl.ts';

/** So many are shown of each. */
const most = 5;

interface Relative {
  id: string;
  title: string;
  why?: string;
}

/** Other write-ups about the same, and those that name this one without a link. */
export function Kin({ entry }: { entry: EntryDetail }): ReactNode {
  const similar = useCall('search.similar', { id: entry.id, limit: most });
  const query = mentionQuery(entry.title);
  const naming = useCall('search.query', { query: query ?? '', limit: 50, facets: false }, { enabled: query !== undefined });
  const linked = new Set([entry.id, ...entry.backlinks.map((link) => link.id)]);
  const alike = similar.previous ? [] : (similar.data?.hits ?? []);
  const named = naming.previous || query === undefined ? [] : (naming.data?.hits ?? []).filter(({ id }) => !linked.has(id)).slice(0, most);
  return (
    <>
      <Relatives
        title={nl.entry.similar}
        icon={CircleDashed}
        relatives={alike.map(({ id, entry: other, woorden }) => ({ id, title: other.title, why: nl.entry.similarWords(woorden) }))}
      />
      <Relatives title={nl.entry.mentions} icon={Quote} relatives={named.map(({ id, entry: other }) => ({ id, title: other.title }))} />
    </>
  );
}

function Relatives({ title, icon: Icon, relatives }: { title: string; icon: LucideIcon; relatives: readonly Relative[] }): ReactNode {
  if (relatives.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="links">
        {relatives.map(({ id, title: name, why }) => (
          <li key={id}>
            <Icon className="icon icon-sm" aria-hidden />
            <span>
              <a href={hrefOf({ screen: 'stuk', id, edit: false, q: '' })}>{name}</a>
              {why !== undefined && <small className="faint block">{why}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

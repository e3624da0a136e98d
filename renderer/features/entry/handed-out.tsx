import { Share2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';

/** When and to whom a write-up was handed out: each time is a step of *Verspreid*. Nothing when it never was. */
export function HandedOut({ id }: { id: string }): ReactNode {
  const { data = [] } = useCall('bundles.handedOut', { entry: id });
  if (data.length === 0) return null;
  return (
    <section>
      <h2>
        <Share2 className="icon icon-sm" aria-hidden /> {nl.entry.handedOut}
      </h2>
      <ul className="small">
        {data.map(({ at, title, audience }) => (
          <li key={`${at} ${title}`}>
            {dateText(at.slice(0, 10))}: <a href={hrefOf({ screen: 'bundels', ids: [], q: '' })}>{title}</a>{' '}
            <span className="soft">({nl.bundles.audiences[audience].name.toLowerCase()})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

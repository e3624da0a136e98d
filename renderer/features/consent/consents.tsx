import { Plus } from 'lucide-react';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { ConsentLine } from '../../../domain/api/consent-calls.ts';
import { go, type Route } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { ConsentRow } from './consent-row.tsx';
import './consent.css';
import { groupIds, groupsOf, matches, type GroupId } from './groups.ts';
import { bare, useConsents, type GivenConsent } from './use-consents.ts';

type ConsentRoute = Extract<Route, { screen: 'toestemmingen' }>;

const fresh: GivenConsent = { about: 'foto', who: '', audience: 'intern' };

/** Everybody's consent: what asks for attention first, and all of it to search and change. */
export function ConsentsScreen({ route }: { route: ConsentRoute }): ReactNode {
  const { data } = useCall('consent.list', {});
  const [form, setForm] = useState<GivenConsent>();
  const [filter, setFilter] = useState('');
  const asked = useDeferredValue(filter);
  const lines = data?.lines ?? [];
  const found = lines.filter((line) => matches(line, asked));
  const open = form ?? (data && askedFor(route, lines));
  const close = (): void => {
    setForm(undefined);
    // The form was asked for by the address; back would open it again.
    if (route.entry !== undefined || route.photo !== undefined) go({ screen: 'toestemmingen' }, { replace: true });
  };
  return (
    <div className="consents">
      <header className="screen-head">
        <div>
          <h1>{nl.consent.title}</h1>
          <p className="soft small">{nl.consent.intro}</p>
        </div>
        <Button look="primary" icon={Plus} disabled={data?.fault !== undefined} onClick={() => setForm(fresh)}>
          {nl.consent.add}
        </Button>
      </header>
      {data?.fault !== undefined && <Callout tone="no">{nl.consent.fault(data.path, data.fault)}</Callout>}
      {data && data.unread > 0 && <Callout tone="advice">{nl.consent.unread(data.unread)}</Callout>}
      {data && lines.length === 0 && data.fault === undefined && <Empty title={nl.consent.emptyTitle} text={nl.consent.emptyText} />}
      {lines.length > 0 && (
        <>
          <TextField label={nl.consent.filter} type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
          <p className="small soft" role="status">
            {nl.consent.found(found.length, lines.length)}
          </p>
        </>
      )}
      <Groups lines={found} onChange={(line) => setForm(bare(line.consent))} />
      {open && <ConsentDialog start={open} onClose={close} />}
    </div>
  );
}

/** What the address asks to write down: the consent that is there already, or a new one with what is known. */
function askedFor({ photo, entry }: ConsentRoute, lines: readonly ConsentLine[]): GivenConsent | undefined {
  if (photo === undefined && entry === undefined) return undefined;
  const known = lines.find(({ consent }) => (photo === undefined ? consent.entry === entry : consent.attachment === photo));
  if (known) return bare(known.consent);
  return { ...fresh, about: photo === undefined ? 'persoon' : 'foto', attachment: photo, entry };
}

function Groups({ lines, onChange }: { lines: readonly ConsentLine[]; onChange(line: ConsentLine): void }): ReactNode {
  const { withdrawing, removing } = useConsents();
  const groups = groupsOf(lines);
  return groupIds.map((id: GroupId) =>
    groups[id].length === 0 ? null : (
      <section key={id} className="consent-group" aria-labelledby={`toestemming-${id}`}>
        <h2 id={`toestemming-${id}`}>
          {nl.consent.groups[id]} <span className="soft">({groups[id].length})</span>
        </h2>
        {nl.consent.groupNotes[id] !== '' && <p className="small soft">{nl.consent.groupNotes[id]}</p>}
        <ul>
          {groups[id].map((line) => (
            <ConsentRow
              key={line.consent.id}
              line={line}
              onChange={() => onChange(line)}
              onWithdraw={() => void withdrawing.run({ id: line.consent.id })}
              onRemove={() => void removing.run({ id: line.consent.id })}
            />
          ))}
        </ul>
      </section>
    ),
  );
}

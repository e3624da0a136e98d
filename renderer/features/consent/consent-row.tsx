import type { ReactNode } from 'react';
import type { ConsentLine } from '../../../domain/api/consent-calls.ts';
import type { ConsentState } from '../../../domain/bundle/consent-rule.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { fileName, nameOf } from './groups.ts';

const looks: Record<ConsentState, string> = {
  geldt: 'badge badge-yes',
  'loopt-af': 'badge badge-partly',
  gevraagd: 'badge badge-info',
  verlopen: 'badge badge-no',
  ingetrokken: 'badge badge-no',
  niemand: 'badge badge-plain',
};

/** So many bundles are named; the rest is counted. */
const mostHolders = 3;

interface ConsentRowProps {
  line: ConsentLine;
  onChange(): void;
  onWithdraw(): void;
  onRemove(): void;
}

/** One consent: who, what, for whom, how it stands, and where it already went. */
export function ConsentRow({ line, onChange, onWithdraw, onRemove }: ConsentRowProps): ReactNode {
  const { consent, state, gone, holders } = line;
  const name = nameOf(line);
  return (
    <li className="consent-row">
      <div>
        <p className="consent-name">
          <b>{name}</b> <span className={looks[state]}>{nl.consent.states[state]}</span>
        </p>
        <About line={line} />
        <p className="small soft">{termsOf(line)}</p>
        {consent.note !== undefined && <p className="small">{consent.note}</p>}
        {gone && <p className="small consent-gone">{nl.consent.gone}</p>}
        <Holders holders={holders} />
      </div>
      <p className="row">
        <Button small look="quiet" aria-label={nl.consent.changeOf(name)} onClick={onChange}>
          {nl.consent.change}
        </Button>
        {state !== 'ingetrokken' && state !== 'niemand' && (
          <Button small look="quiet" aria-label={nl.consent.withdrawOf(name)} onClick={onWithdraw}>
            {nl.consent.withdraw}
          </Button>
        )}
        <Button small look="quiet" aria-label={nl.consent.removeOf(name)} onClick={onRemove}>
          {nl.consent.remove}
        </Button>
      </p>
    </li>
  );
}

function Holders({ holders }: Pick<ConsentLine, 'holders'>): ReactNode {
  if (holders.length === 0) return null;
  return (
    <ul className="small consent-holders">
      {holders.slice(0, mostHolders).map((holder) => (
        <li key={`${holder.at ?? ''} ${holder.bundle ?? ''} ${holder.title}`}>{nl.consent.holder(holder)}</li>
      ))}
      {holders.length > mostHolders && <li>{nl.consent.moreHolders(holders.length - mostHolders)}</li>}
    </ul>
  );
}

function About({ line: { consent, title } }: { line: ConsentLine }): ReactNode {
  const { about, attachment, passage, entry } = consent;
  const what = attachment !== undefined ? fileName(attachment) : passage !== undefined ? `“${passage.slice(0, 160)}”` : '';
  return (
    <p className="small">
      {nl.consent.abouts[about]}
      {what !== '' && `: ${what}`}
      {entry !== undefined && title !== undefined && (
        <>
          {' · '}
          <a href={hrefOf({ screen: 'stuk', id: entry, edit: false, q: '' })}>{title}</a>
        </>
      )}
    </p>
  );
}

function termsOf({ consent, state }: ConsentLine): string {
  const { audience, purpose, by, given, until, withdrawn, form } = consent;
  const readable = (day: string | undefined): day is string => day !== undefined && day > '1900';
  return [
    state === 'niemand' ? '' : nl.consent.for(audience),
    purpose,
    by && nl.consent.givenBy[by],
    given && nl.consent.given(given),
    readable(until) && nl.consent.until(until),
    readable(withdrawn) && nl.consent.withdrawnOn(withdrawn),
    form && nl.consent.form(form),
  ]
    .filter(Boolean)
    .join(' · ');
}

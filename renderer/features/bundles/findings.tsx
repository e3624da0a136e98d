import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LeftOut } from '../../../domain/bundle/manifest.ts';
import { hrefOf } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import { idsIn } from './draft.ts';
import { GateFindings } from './gate-findings.tsx';
import type { GateState } from './gate-state.ts';
import type { Check, PartProps } from './part-props.ts';

const address = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });

/** What to look at before handing out; follows every choice. Each finding leads to the place to mend it. */
export function Findings({
  draft,
  checked,
  gate,
  busy,
  failure,
  onChange,
}: PartProps & { gate: GateState; busy: boolean; failure: string | undefined }): ReactNode {
  const toasts = useToasts();
  const found = checked ? checked.leftOut.length + gate.open.filter(({ severity }) => severity !== 'ter informatie').length : 0;
  const mine = new Set(idsIn(draft));
  const takeOut = (keys: readonly string[]): void => {
    onChange({ do: 'remove', keys });
    toasts.say({ text: nl.bundles.cleared(keys.length), undo: () => onChange({ do: 'put', draft }) });
  };
  return (
    <section className="bundle-check" aria-labelledby="bundel-nakijken" aria-busy={busy}>
      <div className="panel-head">
        <h2 id="bundel-nakijken">
          {nl.bundles.check} {found > 0 && <span>{found}</span>}
        </h2>
        <span className="tiny faint">{nl.bundles.checkNote}</span>
      </div>
      {failure && <Callout tone="no">{failure}</Callout>}
      {!failure && draft.rows.length === 0 && <p className="small faint">{nl.bundles.checkNone}</p>}
      {!failure && !checked && <p className="small faint">{nl.bundles.checking}</p>}
      {checked && draft.rows.length > 0 && (
        <>
          {checked.leftOut.length > 1 && (
            <Button small look="quiet" className="findings-all" onClick={() => takeOut(checked.leftOut.map((one) => one.id))}>
              {nl.bundles.takeOutAll}
            </Button>
          )}
          <ul className="findings">
            {checked.leftOut.map((one) => (
              <li key={one.id}>
                <Stays one={one} onTakeOut={mine.has(one.id) ? () => takeOut([one.id]) : undefined} />
              </li>
            ))}
          </ul>
          <Fine checked={checked} gate={gate} />
          <GateFindings draft={draft} checked={checked} gate={gate} onChange={onChange} />
          {gate.failure && <Callout tone="no">{gate.failure}</Callout>}
        </>
      )}
    </section>
  );
}

/** What a query brought in stays behind by itself; only what was chosen can be taken out. */
function Stays({ one, onTakeOut }: { one: LeftOut; onTakeOut: (() => void) | undefined }): ReactNode {
  return (
    <Callout tone="no">
      <strong>{nl.bundles.reasons[one.reason]}</strong>
      <p>{nl.bundles.leftOut(one.title, one.message)}</p>
      <p className="row act">
        {one.reason !== 'ontbreekt' && (
          <a href={address(one.id)} aria-label={nl.bundles.openOf(one.title)}>
            {nl.bundles.open}
          </a>
        )}
        {onTakeOut && (
          <button type="button" className="link" aria-label={nl.bundles.takeOutOf(one.title)} onClick={onTakeOut}>
            {nl.bundles.takeOut}
          </button>
        )}
      </p>
    </Callout>
  );
}

function Fine({ checked, gate }: { checked: Check; gate: GateState }): ReactNode {
  const fine = [
    checked.leftOut.length === 0 && gate.stopped.length === 0 ? nl.bundles.fineAll : '',
    checked.leftOut.some((one) => one.reason === 'vertrouwelijk') ? '' : nl.bundles.fineConfidential,
    checked.warnings.length === 0 && !gate.busy ? nl.bundles.fineParts : '',
  ].filter(Boolean);
  return (
    <ul className="fine small">
      {fine.map((line) => (
        <li key={line}>
          <Tick className="icon icon-sm" aria-hidden />
          {line}
        </li>
      ))}
    </ul>
  );
}

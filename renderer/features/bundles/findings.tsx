import { Check as Tick } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LeftOut } from '../../../domain/bundle/manifest.ts';
import { hrefOf } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import type { Check, PartProps } from './part-props.ts';

const address = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });

/** What to look at before handing out; follows every choice. Each finding leads to the place to mend it. */
export function Findings({ draft, checked, busy, failure, onChange }: PartProps & { busy: boolean; failure: string | undefined }): ReactNode {
  const toasts = useToasts();
  const found = checked ? checked.leftOut.length + checked.warnings.length : 0;
  const takeOut = (ids: readonly string[]): void => {
    onChange({ do: 'remove', ids });
    toasts.say({ text: nl.bundles.cleared(ids.length), undo: () => onChange({ do: 'put', draft }) });
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
      {!failure && draft.ids.length === 0 && <p className="small faint">{nl.bundles.checkNone}</p>}
      {!failure && !checked && <p className="small faint">{nl.bundles.checking}</p>}
      {checked && draft.ids.length > 0 && (
        <>
          {checked.leftOut.length > 1 && (
            <Button small look="quiet" className="findings-all" onClick={() => takeOut(checked.leftOut.map((one) => one.id))}>
              {nl.bundles.takeOutAll}
            </Button>
          )}
          <ul className="findings">
            {checked.leftOut.map((one) => (
              <li key={one.id}>
                <Stays one={one} onTakeOut={() => takeOut([one.id])} />
              </li>
            ))}
            {checked.warnings.map((warning) => (
              <li key={warning}>
                <Warning warning={warning} checked={checked} />
              </li>
            ))}
          </ul>
          <Fine checked={checked} />
        </>
      )}
    </section>
  );
}

function Stays({ one, onTakeOut }: { one: LeftOut; onTakeOut(): void }): ReactNode {
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
        <button type="button" className="link" aria-label={nl.bundles.takeOutOf(one.title)} onClick={onTakeOut}>
          {nl.bundles.takeOut}
        </button>
      </p>
    </Callout>
  );
}

/** A warning begins with the title of the write-up it is about. */
function Warning({ warning, checked }: { warning: string; checked: Check }): ReactNode {
  const about = checked.ready.find((entry) => warning.startsWith(`${entry.title}: `));
  return (
    <Callout tone="advice">
      <strong>{nl.bundles.warning}</strong>
      <p>{warning}</p>
      {about && (
        <p className="row act">
          <a href={address(about.id)} aria-label={nl.bundles.openOf(about.title)}>
            {nl.bundles.open}
          </a>
        </p>
      )}
    </Callout>
  );
}

function Fine({ checked }: { checked: Check }): ReactNode {
  const fine = [
    checked.leftOut.length === 0 ? nl.bundles.fineAll : '',
    checked.leftOut.some((one) => one.reason === 'vertrouwelijk') ? '' : nl.bundles.fineConfidential,
    checked.warnings.length === 0 ? nl.bundles.fineParts : '',
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

import { Check as Tick, Users } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { fromRegister, mayAccept, type Finding } from '../../../domain/bundle/gate-finding.ts';
import { severities } from '../../../domain/bundle/personal-data.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import type { GateState } from './gate-state.ts';
import { NamesDialog } from './names-dialog.tsx';
import type { PartProps } from './part-props.ts';

type Severity = (typeof severities)[number];

/** So many of a kind are drawn until somebody asks for the rest. */
const first = 25;

const tones = { blokkeert: 'no', 'let op': 'advice', 'ter informatie': 'info' } as const;

/** What the gate found, the heaviest first; each leads to its place, and may be let through with a reason. */
export function GateFindings({ draft, checked, gate, onChange }: PartProps & { gate: GateState }): ReactNode {
  const [accepting, setAccepting] = useState<Finding>();
  const [naming, setNaming] = useState(false);
  const titleOf = (id: string): string => checked?.ready.find((entry) => entry.id === id)?.title ?? id;
  return (
    <div className="gate" aria-busy={gate.busy}>
      <div className="panel-head">
        <h3>{nl.bundles.gate}</h3>
        <Button small look="quiet" icon={Users} onClick={() => setNaming(true)}>
          {gate.names.length === 0 ? nl.bundles.names : nl.bundles.namesCount(gate.names.length)}
        </Button>
      </div>
      <p className="small soft" role="status">
        {gate.sentence}
      </p>
      {severities.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={gate.open.filter((finding) => finding.severity === severity)}
          titleOf={titleOf}
          onAccept={setAccepting}
        />
      ))}
      <Accepted
        findings={gate.accepted}
        titleOf={titleOf}
        reasonOf={(id) => draft.accepted[id]?.reason ?? ''}
        onTakeBack={(id) =>
          onChange({ do: 'set', part: { accepted: Object.fromEntries(Object.entries(draft.accepted).filter(([key]) => key !== id)) } })
        }
      />
      {accepting && (
        <AcceptDialog
          finding={accepting}
          title={titleOf(accepting.entry)}
          onClose={() => setAccepting(undefined)}
          onAccept={(acceptance) => onChange({ do: 'set', part: { accepted: { ...draft.accepted, [accepting.id]: acceptance } } })}
        />
      )}
      {naming && <NamesDialog names={gate.names} onNames={gate.setNames} onClose={() => setNaming(false)} />}
    </div>
  );
}

interface AcceptedProps {
  findings: readonly Finding[];
  titleOf(id: string): string;
  reasonOf(id: string): string;
  onTakeBack(id: string): void;
}

/** What somebody let pass, and why. */
function Accepted({ findings, titleOf, reasonOf, onTakeBack }: AcceptedProps): ReactNode {
  if (findings.length === 0) return null;
  return (
    <details>
      <summary>{nl.bundles.acceptedCount(findings.length)}</summary>
      <ul className="findings">
        {findings.map(({ id, entry, message }) => (
          <li key={id} className="accepted small">
            <p>
              <Tick className="icon icon-sm" aria-hidden /> {titleOf(entry)}: {message}
            </p>
            <p className="soft">{reasonOf(id)}</p>
            <button type="button" className="link" onClick={() => onTakeBack(id)}>
              {nl.bundles.acceptBack}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface GroupProps {
  severity: Severity;
  findings: readonly Finding[];
  titleOf(id: string): string;
  onAccept(finding: Finding): void;
}

function Group({ severity, findings, titleOf, onAccept }: GroupProps): ReactNode {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, first);
  const list = (
    <>
      <ul className="findings">
        {shown.map((finding) => (
          <li key={finding.id}>
            <OneFinding finding={finding} title={titleOf(finding.entry)} onAccept={() => onAccept(finding)} />
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button small look="quiet" onClick={() => setAll(true)}>
          {nl.bundles.showAll(findings.length)}
        </Button>
      )}
    </>
  );
  const head = `${nl.bundles.severities[severity]} (${findings.length})`;
  // What is only worth knowing stays folded: it would hide what must be done.
  return severity === 'ter informatie' ? (
    <details>
      <summary>{head}</summary>
      {list}
    </details>
  ) : (
    <>
      <h4 className="label">{head}</h4>
      {list}
    </>
  );
}

function OneFinding({ finding, title, onAccept }: { finding: Finding; title: string; onAccept(): void }): ReactNode {
  const { severity, message, passage, place, entry, rule } = finding;
  const words = passage
    .replace(/["\s]+/g, ' ')
    .trim()
    .slice(0, 80);
  return (
    <Callout tone={tones[severity]}>
      <strong>{message}</strong>
      <p>
        {title}
        {place !== '' && ` · ${place}`}
      </p>
      {words !== '' && <p className="passage">{words}</p>}
      <p className="row act">
        <a
          href={hrefOf({ screen: 'stuk', id: entry, edit: false, q: words === '' ? '' : `"${words}"` })}
          aria-label={nl.bundles.goThere(title, message)}
        >
          {nl.bundles.go}
        </a>
        {fromRegister(finding) && (
          <a
            href={hrefOf({ screen: 'toestemmingen', entry, photo: rule.startsWith('foto') ? place : undefined })}
            aria-label={nl.consent.recordOf(place === '' ? title : place)}
          >
            {nl.consent.record}
          </a>
        )}
        {mayAccept(finding) && (
          <button type="button" className="link" aria-label={nl.bundles.acceptOf(title, message)} onClick={onAccept}>
            {nl.bundles.accept}
          </button>
        )}
      </p>
    </Callout>
  );
}

import { useEffect, useRef, type FocusEvent, type ReactNode } from 'react';
import type { Verdict } from '../../../domain/cards/judgement.ts';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { CriterionBody } from './criterion-body.tsx';
import type { RowProps } from './row-props.ts';
import { VerdictChoice } from './verdict-choice.tsx';

/** One criterion. Closed it is a glance; open it has room for evidence. */
export function CriterionRow(props: RowProps): ReactNode {
  const { criterion, judging, open, locked, onOpen } = props;
  const { id, item, own, others } = criterion;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  // The mouse opens when its button is let go: the rows may not move under it.
  const byKeyboard = (event: FocusEvent): void => {
    if (!open && event.target.matches(':focus-visible')) onOpen();
  };
  const choose = (verdict: Verdict): void => {
    judging.judge(id, verdict);
    onOpen();
  };
  return (
    <li ref={row} className={open ? 'crit is-open' : 'crit'} aria-current={open ? 'true' : undefined} data-item={id} onFocus={byKeyboard}>
      <div className="crit-head">
        <h2>
          <button type="button" className="crit-name" aria-expanded={open} onClick={onOpen}>
            <span className="crit-code">{item.id}</span> {item.name}
          </button>
        </h2>
        <VerdictChoice label={nl.weighing.verdictOn(item.id, item.name)} value={own?.verdict} withKeys={open} disabled={locked} onChoose={choose} />
      </div>
      {others.length > 0 && !open && <OthersLine {...props} />}
      {open ? <CriterionBody {...props} /> : <ClosedLine {...props} />}
    </li>
  );
}

/** What the others say, in one line. */
function OthersLine({ criterion: { others, own, disputed }, when }: RowProps): ReactNode {
  return (
    <p className="crit-others small">
      {others.map((one) => (
        <span key={one.by ?? ''} className="judge-said">
          <VerdictIcon verdict={one.verdict} /> {nl.judges.says(one.by, one.verdict)} {when(one)}
        </span>
      ))}
      {disputed && <span className="badge badge-partly">{own ? nl.judges.differ : nl.judges.differOthers}</span>}
    </p>
  );
}

function ClosedLine({ criterion: { item, current }, place, onOpen, onShowPassage, locked, when }: RowProps): ReactNode {
  if (!current) return <p className="crit-line faint">{nl.weighing.notJudged(item.prompt)}</p>;
  return (
    <div className="crit-line">
      <p>
        {current.evidence}{' '}
        {place && (
          <button type="button" className="link" onClick={onShowPassage}>
            {nl.weighing.passageAt(place.heading, place.paragraph)}
          </button>
        )}
      </p>
      <p className="crit-who">
        <span className="faint">
          {nl.weighing.who(current.by, current.on)} {when(current)}
        </span>
        {!locked && (
          <button type="button" className="link" aria-label={nl.weighing.changeItem(item.id, item.name)} onClick={onOpen}>
            {nl.weighing.change}
          </button>
        )}
      </p>
    </div>
  );
}

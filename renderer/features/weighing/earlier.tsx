import type { ReactNode } from 'react';
import type { Judgement } from '../../../domain/cards/judgement.ts';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';

/** What was judged before; nothing is ever thrown away. */
export function Earlier({ judgements, when }: { judgements: readonly Judgement[]; when(judgement: Judgement): string }): ReactNode {
  if (judgements.length === 0) return null;
  return (
    <details className="crit-earlier">
      <summary>{nl.weighing.history(judgements.length)}</summary>
      <ul className="rows">
        {judgements.map((judgement, index) => (
          <li key={index}>
            <VerdictIcon verdict={judgement.verdict} />
            <span className="small">
              <b>{nl.common.verdicts[judgement.verdict]}</b> {judgement.evidence}
            </span>
            <span className="tiny faint">
              {nl.weighing.who(judgement.by, judgement.on)} {when(judgement)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

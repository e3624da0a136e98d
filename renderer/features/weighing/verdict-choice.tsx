import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { verdicts, type Verdict } from '../../../domain/cards/judgement.ts';
import { Kbd } from '../../kit/kbd.tsx';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';

const looks: Record<Verdict, string> = { ja: 'v-ja', deels: 'v-deels', nee: 'v-nee', 'niet-te-beoordelen': 'v-nb' };

interface VerdictChoiceProps {
  /** What is judged, for who does not see the row. */
  label: string;
  value: Verdict | undefined;
  /** Shows the keys. */
  withKeys: boolean;
  disabled: boolean;
  onChoose(verdict: Verdict): void;
}

/** Four judgements to choose from. The arrows only move the focus: a judgement is never made in passing. */
export function VerdictChoice({ label, value, withKeys, disabled, onChoose }: VerdictChoiceProps): ReactNode {
  const name = useId();
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.target.click();
    if (step === undefined) return;
    const all = [...event.currentTarget.querySelectorAll('input')];
    const now = all.findIndex((input) => input === document.activeElement);
    event.preventDefault();
    all[(now + step + all.length) % all.length]?.focus();
  };
  return (
    <fieldset className="judgement" onKeyDown={keys} disabled={disabled}>
      <legend className="sr">{label}</legend>
      {verdicts.map((verdict, index) => (
        <label key={verdict} className={looks[verdict]}>
          {/* A click on the chosen one counts too: somebody else may have chosen it. */}
          <input
            type="radio"
            name={name}
            value={verdict}
            checked={verdict === value}
            aria-label={nl.common.verdicts[verdict]}
            onChange={() => onChoose(verdict)}
            onClick={() => verdict === value && onChoose(verdict)}
          />
          <span aria-hidden>
            <VerdictIcon verdict={verdict} />
          </span>
          <span aria-hidden>{nl.weighing.short[verdict]}</span>
          {withKeys && <Kbd>{index + 1}</Kbd>}
        </label>
      ))}
    </fieldset>
  );
}

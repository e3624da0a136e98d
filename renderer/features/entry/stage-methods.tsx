import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

interface StageMethodsProps {
  /** Ways the card names. */
  known: readonly string[];
  chosen: readonly string[];
  /** What is being typed; goes along with a save as well. */
  own: string;
  onOwn(own: string): void;
  onChange(methods: readonly string[]): void;
}

/** The ways with one in own words; the words of the card typed again are the card's. */
export function withOwn(chosen: readonly string[], own: string, known: readonly string[]): readonly string[] {
  const word = own.trim();
  const same = [...known, ...chosen].find((method) => method.toLocaleLowerCase('nl') === word.toLocaleLowerCase('nl')) ?? word;
  return word === '' || chosen.includes(same) ? chosen : [...chosen, same];
}

/** In which ways a stage is gone through: those of the card, and own words. */
export function StageMethods({ known, chosen, own, onOwn, onChange }: StageMethodsProps): ReactNode {
  const all = [...known, ...chosen.filter((method) => !known.includes(method))];
  const add = (): void => {
    onChange(withOwn(chosen, own, known));
    onOwn('');
  };
  return (
    <fieldset>
      <legend className="label">{nl.entry.stageMethods}</legend>
      <p className="hint">{nl.entry.stageMethodsHint}</p>
      <div className="stage-methods">
        {all.map((method) => (
          <Checkbox
            key={method}
            checked={chosen.includes(method)}
            onChange={(on) => onChange(on ? [...chosen, method] : chosen.filter((other) => other !== method))}
          >
            {method}
          </Checkbox>
        ))}
      </div>
      <div className="stage-own">
        <TextField
          label={nl.stages.own}
          value={own}
          maxLength={200}
          onChange={(event) => onOwn(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !own.trim()) return;
            event.preventDefault();
            add();
          }}
        />
        <Button small icon={Plus} disabled={!own.trim()} onClick={add}>
          {nl.stages.addOwn}
        </Button>
      </div>
    </fieldset>
  );
}

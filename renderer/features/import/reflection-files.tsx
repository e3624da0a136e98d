import { useState, type ReactNode } from 'react';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { nl } from '../../text/nl.ts';

/** Reflections in the chosen folder: what is new, what came in before, and bringing in what stays ticked. */
export function ReflectionFiles({ folder }: { folder: string }): ReactNode {
  const { data, again } = useCall('reflections.import', { sources: [folder], dryRun: true });
  const [left, setLeft] = useState<readonly string[]>([]);
  const { back } = useUndo();
  const bringing = useAction('reflections.import', {
    said: ({ made, step }) => ({
      text: nl.reflections.brought(made.length),
      ...(step === undefined ? {} : { undo: () => back({ label: 'reflecties', id: step }) }),
    }),
  });
  const files = (data?.files ?? []).filter(({ fault }) => fault === undefined);
  if (files.length === 0) return null;
  const fresh = files.flatMap(({ answers }) => answers.filter(({ state }) => state === 'nieuw').map(({ id }) => id));
  const only = [...new Set(fresh)].filter((id) => !left.includes(id));
  return (
    <section className="form-group" aria-labelledby="reflecties-lezen">
      <h2 id="reflecties-lezen" className="label">
        {nl.reflections.files}
      </h2>
      {files.map(({ path, name, team, answers }) => (
        <fieldset key={path}>
          <legend className="small">{team === undefined ? name : `${team} (${name})`}</legend>
          {answers.map(({ id, title, state, mark, alike }) => (
            <Checkbox
              key={id}
              disabled={state !== 'nieuw'}
              checked={state === 'nieuw' && !left.includes(id)}
              onChange={(on) => setLeft(on ? left.filter((one) => one !== id) : [...left, id])}
            >
              {nl.reflections.line(title, mark)} <small className="faint">{nl.reflections.state[state]}</small>
              {alike !== undefined && <small className="block">{nl.reflections.alike(alike)}</small>}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      <Button disabled={only.length === 0 || bringing.busy} onClick={() => void bringing.run({ sources: [folder], only }).then(again)}>
        {nl.reflections.bring(only.length)}
      </Button>
    </section>
  );
}

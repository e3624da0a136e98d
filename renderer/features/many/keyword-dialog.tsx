import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Keyword } from '../../../domain/entries/keywords.ts';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { ChangeFlow } from './change-flow.tsx';
import { useMany, type ManyInput } from './use-many.ts';

/** What is to happen to which trefwoorden. */
export interface KeywordTask {
  what: 'rename' | 'merge' | 'retire';
  keywords: readonly Keyword[];
}

interface KeywordDialogProps {
  task: KeywordTask;
  all: readonly Keyword[];
  onClose(): void;
  onDone(): void;
}

/** Renames, merges or takes away; always with a look at what that does first. */
export function KeywordDialog({ task: given, all, onClose, onDone }: KeywordDialogProps): ReactNode {
  // The list behind the dialog may be asked again while it is open.
  const [task] = useState(given);
  const values = task.keywords.map(({ value }) => value);
  const [name, setName] = useState(values[0] ?? '');
  const many = useMany(onDone);
  const input = inputFor(task, name.trim());
  const looked = useRef(false);
  useEffect(() => {
    // Taking away asks nothing, so the dialog opens with what it does.
    if (looked.current || task.what !== 'retire' || !input) return;
    looked.current = true;
    many.look(input);
  });
  const titles = { rename: nl.many.renameTitle(values[0] ?? ''), merge: nl.many.mergeTitle(values.length), retire: nl.many.retireTitle(values) };
  const exists = !values.includes(name.trim()) && all.some(({ value }) => value === name.trim());
  return (
    <ChangeFlow title={titles[task.what]} many={many} input={input} onClose={onClose}>
      {task.what !== 'retire' && (
        <>
          {task.what === 'merge' && <p className="soft">{values.join(', ')}</p>}
          <TextField
            label={nl.many.newName}
            value={name}
            hint={exists ? nl.many.exists(name.trim()) : undefined}
            maxLength={200}
            data-autofocus=""
            list="trefwoorden-bekend"
            onChange={(event) => setName(event.target.value)}
          />
          <datalist id="trefwoorden-bekend">
            {all.map(({ value }) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </datalist>
        </>
      )}
    </ChangeFlow>
  );
}

function inputFor({ what, keywords }: KeywordTask, name: string): ManyInput | undefined {
  const from = keywords.map(({ value }) => value);
  const ids = [...new Set(keywords.flatMap((keyword) => keyword.ids))];
  if (ids.length === 0) return undefined;
  if (what === 'retire') return { ids, changes: { trefwoorden: { remove: from } } };
  if (name === '' || from.every((value) => value === name)) return undefined;
  return { ids, changes: { trefwoorden: { replace: { from, by: name } } } };
}

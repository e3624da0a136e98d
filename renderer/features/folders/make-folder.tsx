import { useState, type ReactNode } from 'react';
import { useAction } from '../../data/use-action.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

interface MakeFolderProps {
  dir: string;
  onMade(path: string): void;
  onCancel(): void;
}

const silent = (): boolean => true;

/** Makes a folder here and goes into it. */
export function MakeFolder({ dir, onMade, onCancel }: MakeFolderProps): ReactNode {
  const [name, setName] = useState('');
  const { run, busy, failure } = useAction('folders.make', { onFailure: silent });
  const make = async (): Promise<void> => {
    const made = name.trim() === '' ? undefined : await run({ dir, name: name.trim() });
    if (made) onMade(made.path);
  };
  return (
    <div className="folders-new">
      <TextField
        label={nl.folders.makeLabel}
        value={name}
        maxLength={120}
        wrong={failure?.message}
        ref={focused}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') void make();
          else onCancel();
        }}
      />
      <Button disabled={busy || name.trim() === ''} onClick={() => void make()}>
        {nl.folders.makeNow}
      </Button>
    </div>
  );
}

const focused = (field: HTMLInputElement | null): void => field?.focus();

import { useState, type ReactNode } from 'react';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import type { Failure } from '../../../domain/api/failures.ts';
import type { Sort } from '../../../domain/search/answer.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useAction } from '../../data/use-action.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';

const longestName = 120;

interface KeepDialogProps {
  query: string;
  sort: Sort;
  /** Kept already; one of them can get this query. */
  searches: readonly KeptSearch[];
  onClose(): void;
}

/** Keeps the query that stands, under a new name or in the place of another. */
export function KeepDialog({ query, sort, searches, onClose }: KeepDialogProps): ReactNode {
  const toasts = useToasts();
  const [as, setAs] = useState('');
  const [name, setName] = useState(() => capital(query.trim().replace(/\s+/g, ' ')).slice(0, 60));
  const { wrong, setWrong, keep, busy } = useKeeping();
  const old = searches.find((one) => one.id === as);
  const save = async (): Promise<void> => {
    if (!name.trim()) return setWrong(nl.searches.noName);
    const kept = await keep({ ...(old ? { id: old.id } : {}), name: name.trim(), query, sort });
    if (!kept) return;
    onClose();
    if (!old) return toasts.say({ text: nl.searches.done(kept.name) });
    const before = { id: old.id, name: old.name, query: old.query, sort: old.sort ?? 'relevantie' };
    toasts.say({ text: nl.searches.replaced(kept.name), undo: () => void keep(before), beside: true });
  };
  const choose = (id: string): void => {
    setAs(id);
    const chosen = searches.find((one) => one.id === id);
    if (chosen) setName(chosen.name);
    setWrong(undefined);
  };
  return (
    <Dialog
      title={nl.searches.keepTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<DialogFoot onCancel={onClose} does={nl.searches.keep} disabled={busy} />}
    >
      <NameField name={name} wrong={wrong} hint={nl.searches.keepHint} onName={(text) => (setName(text), setWrong(undefined))} />
      {searches.length > 0 && (
        <Select
          label={nl.searches.as}
          value={as}
          options={[{ value: '', label: nl.searches.asNew }, ...searches.map((one) => ({ value: one.id, label: nl.searches.asOld(one.name) }))]}
          onChange={choose}
        />
      )}
    </Dialog>
  );
}

/** Gives a kept query another name. */
export function RenameDialog({ search, onClose }: { search: KeptSearch; onClose(): void }): ReactNode {
  const [name, setName] = useState(search.name);
  const { wrong, setWrong, keep, busy } = useKeeping();
  const save = async (): Promise<void> => {
    if (!name.trim()) return setWrong(nl.searches.noName);
    if (await keep({ id: search.id, name: name.trim() })) onClose();
  };
  return (
    <Dialog
      title={nl.searches.renameTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={<DialogFoot onCancel={onClose} does={nl.common.save} disabled={busy} />}
    >
      <NameField name={name} wrong={wrong} onName={(text) => (setName(text), setWrong(undefined))} />
    </Dialog>
  );
}

interface NameFieldProps {
  name: string;
  wrong: string | undefined;
  hint?: string;
  onName(name: string): void;
}

function NameField({ name, wrong, hint, onName }: NameFieldProps): ReactNode {
  return (
    <TextField
      label={nl.searches.name}
      hint={hint}
      wrong={wrong}
      value={name}
      maxLength={longestName}
      data-autofocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => onName(event.target.value)}
    />
  );
}

interface Keeping {
  wrong: string | undefined;
  setWrong(text: string | undefined): void;
  keep: ReturnType<typeof useAction<'searches.keep'>>['run'];
  busy: boolean;
}

/** Keeping, with a name that is taken told at the field. */
function useKeeping(): Keeping {
  const [wrong, setWrong] = useState<string>();
  const onFailure = (failure: Failure): boolean => {
    if (failure.code !== 'searches.name-taken') return false;
    setWrong(failure.message);
    return true;
  };
  const { run: keep, busy } = useAction('searches.keep', { onFailure });
  return { wrong, setWrong, keep, busy };
}

import { useDeferredValue, useState, type ReactNode } from 'react';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import type { SearchPage } from '../../../domain/search/answer.ts';
import { useClient } from '../../data/client.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure, useCall } from '../../data/use-call.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';

const shown = 40;

interface AddDialogProps {
  /** Already in the bundle. */
  taken: readonly string[];
  onAdd(ids: readonly string[]): void;
  onClose(): void;
}

/** Looks write-ups up and puts them in the bundle, some or all that was found. */
export function AddDialog({ taken, onAdd, onClose }: AddDialogProps): ReactNode {
  const client = useClient();
  const toasts = useToasts();
  const [query, setQuery] = useState('');
  const [saved, setSaved] = useState<KeptSearch>();
  const { data: kept } = useCall('searches.list', {});
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = useDeferredValue(query);
  const sort = saved?.sort ?? (asked.trim() === '' ? 'titel' : 'relevantie');
  const { data } = useCall('search.query', { query: asked, limit: shown, sort });
  const add = (ids: readonly string[]): void => {
    onAdd(ids);
    onClose();
  };
  const addAll = (): void => {
    const all = client.call('search.query', { query: asked, limit: 5000, sort });
    all.then((page) => add(page.hits.map((hit) => hit.id))).catch((error: unknown) => toasts.fail(asFailure(error).message));
  };
  return (
    <Dialog
      title={nl.bundles.addTitle}
      wide
      onClose={onClose}
      onSubmit={() => chosen.length > 0 && add(chosen)}
      foot={
        <>
          {data && data.total > (saved ? 0 : 1) && (
            <Button look="quiet" className="add-all" onClick={addAll}>
              {nl.bundles.addAll(data.total)}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {nl.common.cancel}
          </Button>
          <Button look="primary" type="submit" disabled={chosen.length === 0}>
            {nl.bundles.addChosen(chosen.length)}
          </Button>
        </>
      }
    >
      <TextField
        label={nl.bundles.addSearch}
        type="search"
        data-autofocus=""
        value={query}
        hint={nl.bundles.addHint}
        onChange={(event) => {
          setQuery(event.target.value);
          setSaved(undefined);
        }}
      />
      {kept && kept.searches.length > 0 && (
        <SavedChoice
          searches={kept.searches}
          chosen={saved}
          onChoose={(search) => {
            setSaved(search);
            setQuery(search?.query ?? '');
          }}
        />
      )}
      <Found page={data} taken={taken} chosen={chosen} onChosen={setChosen} />
    </Dialog>
  );
}

interface SavedChoiceProps {
  searches: readonly KeptSearch[];
  chosen: KeptSearch | undefined;
  onChoose(search: KeptSearch | undefined): void;
}

/** A kept query instead of words: its hits can go in together, in its order. */
function SavedChoice({ searches, chosen, onChoose }: SavedChoiceProps): ReactNode {
  return (
    <Select
      label={nl.bundles.addSaved}
      value={chosen?.id ?? ''}
      options={[{ value: '', label: nl.bundles.addSavedNone }, ...searches.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(id) => onChoose(searches.find((search) => search.id === id))}
    />
  );
}

interface FoundProps {
  page: SearchPage | undefined;
  taken: readonly string[];
  chosen: readonly string[];
  onChosen(ids: readonly string[]): void;
}

function Found({ page, taken, chosen, onChosen }: FoundProps): ReactNode {
  return (
    <>
      <p className="tiny faint" role="status">
        {page && (page.total === 0 ? nl.bundles.addNone : nl.bundles.addFound(page.total, page.hits.length))}
      </p>
      <ul className="add-list rows">
        {page?.hits.map(({ id, entry }) => (
          <li key={id}>
            <AddRow
              title={entry.title}
              kind={entry.kind}
              organisation={entry.organisation}
              taken={taken.includes(id)}
              checked={chosen.includes(id)}
              onCheck={(on) => onChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface AddRowProps {
  title: string;
  kind: string;
  organisation: string | undefined;
  taken: boolean;
  checked: boolean;
  onCheck(on: boolean): void;
}

function AddRow({ title, kind, organisation, taken, checked, onCheck }: AddRowProps): ReactNode {
  const vocabulary = useVocabulary();
  return (
    <label className="check add-row">
      <input type="checkbox" checked={checked || taken} disabled={taken} onChange={(event) => onCheck(event.target.checked)} />
      <span>
        {title}
        <small>{[kindOf(vocabulary, kind).name, organisation, taken && nl.bundles.addIn].filter(Boolean).join(' · ')}</small>
      </span>
    </label>
  );
}

import { useDeferredValue, useState, type ReactNode } from 'react';
import type { SearchPage } from '../../../domain/search/answer.ts';
import { useClient } from '../../data/client.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { asFailure, useCall } from '../../data/use-call.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { AddQuestion, sortOf, type Question } from './add-question.tsx';

const shown = 40;

interface AddDialogProps {
  /** Already in the bundle. */
  taken: readonly string[];
  onAdd(ids: readonly string[]): void;
  /** Puts the query itself in: it is answered when the bundle is made. */
  onQuery(query: string, name: string): void;
  onClose(): void;
}

/** Looks write-ups up and puts them in the bundle, some or all that was found. */
export function AddDialog({ taken, onAdd, onQuery, onClose }: AddDialogProps): ReactNode {
  const client = useClient();
  const toasts = useToasts();
  const [question, setQuestion] = useState<Question>({ query: '' });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = useDeferredValue(question);
  const order = { query: asked.query, sort: sortOf(asked) };
  const { data } = useCall('search.query', { ...order, limit: shown });
  const add = (ids: readonly string[]): void => {
    onAdd(ids);
    onClose();
  };
  const addAll = (): void => {
    const all = client.call('search.query', { ...order, limit: 5000 });
    all.then((page) => add(page.hits.map((hit) => hit.id))).catch((error: unknown) => toasts.fail(asFailure(error).message));
  };
  const addQuery = (): void => {
    onQuery(question.query, question.saved?.name ?? question.query);
    onClose();
  };
  return (
    <Dialog
      title={nl.bundles.addTitle}
      wide
      onClose={onClose}
      onSubmit={() => chosen.length > 0 && add(chosen)}
      foot={
        <AddFoot
          total={data && data.total > (asked.saved ? 0 : 1) ? data.total : 0}
          chosen={chosen.length}
          onAll={addAll}
          onQuery={question.query.trim() === '' ? undefined : addQuery}
          onClose={onClose}
        />
      }
    >
      <AddQuestion question={question} onQuestion={setQuestion} />
      <Found page={data} taken={taken} chosen={chosen} onChosen={setChosen} />
    </Dialog>
  );
}

interface AddFootProps {
  /** How many can go in together; 0 offers nothing. */
  total: number;
  chosen: number;
  onAll(): void;
  onQuery: (() => void) | undefined;
  onClose(): void;
}

function AddFoot({ total, chosen, onAll, onQuery, onClose }: AddFootProps): ReactNode {
  return (
    <>
      {total > 0 && (
        <Button look="quiet" className="add-all" onClick={onAll}>
          {nl.bundles.addAll(total)}
        </Button>
      )}
      {onQuery && (
        <Button look="quiet" onClick={onQuery}>
          {nl.bundles.addQuery}
        </Button>
      )}
      <Button look="quiet" onClick={onClose}>
        {nl.common.cancel}
      </Button>
      <Button look="primary" type="submit" disabled={chosen === 0}>
        {nl.bundles.addChosen(chosen)}
      </Button>
    </>
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

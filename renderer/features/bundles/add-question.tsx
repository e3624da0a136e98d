import type { ReactNode } from 'react';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import type { Sort } from '../../../domain/search/answer.ts';
import { useCall } from '../../data/use-call.ts';
import { TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';

/** What is looked for: words that are typed, or a query that is kept. */
export interface Question {
  query: string;
  saved?: KeptSearch | undefined;
}

/** The order of what is found. */
export const sortOf = ({ query, saved }: Question): Sort => saved?.sort ?? (query.trim() === '' ? 'titel' : 'relevantie');

interface AddQuestionProps {
  question: Question;
  onQuestion(question: Question): void;
}

/** Words to look for, or a kept query instead: its hits can go in together, in its order. */
export function AddQuestion({ question: { query, saved }, onQuestion }: AddQuestionProps): ReactNode {
  const searches = useCall('searches.list', {}).data?.searches ?? [];
  const choose = (id: string): void => {
    const search = searches.find((one) => one.id === id);
    onQuestion({ query: search?.query ?? '', saved: search });
  };
  return (
    <>
      <TextField
        label={nl.bundles.addSearch}
        type="search"
        data-autofocus=""
        value={query}
        hint={nl.bundles.addHint}
        onChange={(event) => onQuestion({ query: event.target.value })}
      />
      {searches.length > 0 && (
        <Select
          label={nl.bundles.addSaved}
          value={saved?.id ?? ''}
          options={[{ value: '', label: nl.bundles.addSavedNone }, ...searches.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={choose}
        />
      )}
    </>
  );
}

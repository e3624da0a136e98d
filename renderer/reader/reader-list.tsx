import { useMemo, useState, type ReactNode } from 'react';
import type { ReaderData, ReaderEntry } from '../../domain/bundle/reader-data.ts';
import { judgedItems, valuesOf, type Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { Hit, SearchAnswer, Sort } from '../../domain/search/answer.ts';
import { readFilters, removeFilter } from '../../domain/search/query-edit.ts';
import { kindOf, stagesOf } from '../../domain/entries/vocabulary-views.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { Highlight } from '../kit/highlight.tsx';
import { StageBadge } from '../kit/seeds.tsx';
import { Select } from '../kit/select.tsx';
import { SevenDots } from '../kit/verdict.tsx';
import { nl } from '../text/nl.ts';
import { capital, dateText } from '../text/nl/format.ts';
import { hashOf } from './place.ts';
import { facetLabel } from './reader-facets.tsx';

/** Rows drawn before somebody asks for more. */
export const rowsAtOnce = 60;

/** Rows drawn while somebody types: more than fit on the screen. The others come when the first are there. */
export const rowsSoon = 15;

const sorts = ['relevantie', 'titel', 'datum'] as const satisfies readonly Sort[];

interface ReaderListProps {
  data: ReaderData;
  answer: SearchAnswer;
  query: string;
  vocabulary: Vocabulary;
  onQuery(query: string): void;
  sort: Sort;
  onSort(sort: Sort): void;
}

/** The write-ups that were found, or all of them in the order of the bundle. */
export function ReaderList({ data, answer, query, vocabulary, onQuery, sort, onSort }: ReaderListProps): ReactNode {
  const byId = useMemo(() => new Map(data.entries.map((entry) => [entry.summary.id, entry])), [data]);
  const [more, setMore] = useState({ query, shown: rowsAtOnce });
  const shown = more.query === query ? more.shown : rowsAtOnce;
  return (
    <>
      <h1 className="sr">{data.title}</h1>
      <div className="lezer-top">
        <p className="lezer-count" role="status">
          {query.trim() === '' ? nl.reader.all(answer.total) : nl.reader.found(answer.total)}
        </p>
        <Select
          label={nl.library.sort}
          hideLabel
          value={sort}
          options={sorts.map((value) => ({
            value,
            label: value === 'relevantie' && query.trim() === '' ? nl.reader.inOrder : nl.library.sorts[value],
          }))}
          onChange={(value) => onSort(sorts.find((one) => one === value) ?? 'relevantie')}
        />
      </div>
      {query.trim() !== '' && <p className="small soft">{answer.uitleg}</p>}
      <Chips query={query} vocabulary={vocabulary} onQuery={onQuery} />
      {answer.hints.map((hint) => (
        <p key={hint} className="small soft">
          {hint}
        </p>
      ))}
      {answer.total === 0 && <p className="lezer-none">{nl.reader.none}</p>}
      <ol className="lezer-hits" aria-label={nl.reader.list}>
        {answer.hits.slice(0, shown).map((hit) => {
          const entry = byId.get(hit.id);
          return entry && <Row key={hit.id} entry={entry} hit={hit} query={query} vocabulary={vocabulary} />;
        })}
      </ol>
      {answer.total > shown && (
        <Button onClick={() => setMore({ query, shown: shown + rowsAtOnce * 4 })}>{nl.reader.more(answer.total - shown)}</Button>
      )}
    </>
  );
}

function Chips({ query, vocabulary, onQuery }: Pick<ReaderListProps, 'query' | 'vocabulary' | 'onQuery'>): ReactNode {
  const filters = readFilters(query);
  if (filters.length === 0) return null;
  const label = (name: string, value: string): string => {
    const field = vocabulary.fields.find((f) => (f.query ?? f.key) === name);
    return (field && valuesOf(vocabulary, field).find((choice) => choice.value === value)?.label) ?? value;
  };
  return (
    <div className="chips">
      {filters.flatMap(({ name, values, negated }) =>
        values.map((value) => {
          const heading = facetLabel(vocabulary, name);
          return (
            <Chip
              key={`${name}:${value}`}
              name={negated ? `${heading} ${nl.library.not}` : heading}
              value={label(name, value)}
              removeLabel={nl.reader.removeChip(`${heading} ${label(name, value)}`)}
              onRemove={() => onQuery(removeFilter(query, name, value))}
            />
          );
        }),
      )}
    </div>
  );
}

function Row({ entry: { summary }, hit, query, vocabulary }: { entry: ReaderEntry; hit: Hit; query: string; vocabulary: Vocabulary }): ReactNode {
  const stage = stagesOf(vocabulary).find((s) => s.value === summary.stage);
  const items = judgedItems(vocabulary, summary.kind).map(({ id }) => id);
  const judged = items.some((id) => summary.verdicts[id] !== undefined);
  const snippet = hit.snippets[0];
  return (
    <li>
      <h2>
        <a href={hashOf({ id: summary.id, query })}>
          <Highlight text={summary.title} marks={hit.titleMarks} />
        </a>
      </h2>
      <p className="lezer-meta">
        {[capital(kindOf(vocabulary, summary.kind).name), summary.organisation, summary.date && dateText(summary.date)].filter(Boolean).join(' · ')}
      </p>
      {hit.reden && <p className="lezer-reason">{hit.reden}</p>}
      {!snippet && summary.summary !== '' && <p className="lezer-snippet">{summary.summary}</p>}
      {snippet && (
        <p className="lezer-snippet">
          {snippet.section && snippet.marks.length > 0 && <b>{snippet.section}: </b>}
          <Highlight text={snippet.text} marks={snippet.marks} />
        </p>
      )}
      <p className="lezer-foot">
        {stage && <StageBadge stage={stage.number} name={stage.item.name} />}
        {judged && <SevenDots verdicts={summary.verdicts} items={items} />}
      </p>
    </li>
  );
}

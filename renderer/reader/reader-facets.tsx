import { useState, type ReactNode } from 'react';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { Facets, FacetValue } from '../../domain/search/answer.ts';
import { foldValue } from '../../domain/search/fold.ts';
import { freeText, readFilters, toggleValue } from '../../domain/search/query-edit.ts';
import { Checkbox } from '../kit/checkbox.tsx';
import { useMedia } from '../kit/media.ts';
import { nl } from '../text/nl.ts';
import { countText } from '../text/nl/format.ts';

interface ReaderFacetsProps {
  query: string;
  facets: Facets;
  vocabulary: Vocabulary;
  onQuery(query: string): void;
}

/** Facets that say nothing in a bundle: everything in it may be shared with its readers. */
const leftOut = new Set(['delen', 'status']);
const first = new Set(['soort', 'fase', 'thema']);
const few = 8;

/** What the list can be narrowed by. */
export function ReaderFacets({ query, facets, vocabulary, onQuery }: ReaderFacetsProps): ReactNode {
  const wide = useMedia('(min-width: 56rem)');
  const groups = Object.entries(facets).filter(([name, values]) => !name.startsWith('criterium:') && !leftOut.has(name) && values.length > 1);
  return (
    <details className="lezer-facets" open={wide || undefined}>
      <summary>{nl.reader.refine}</summary>
      <nav aria-label={nl.reader.refineLabel}>
        {readFilters(query).length > 0 && (
          <button type="button" className="link small" onClick={() => onQuery(freeText(query))}>
            {nl.reader.clearAll}
          </button>
        )}
        {groups.map(([name, values]) => (
          <FacetGroup key={name} name={name} values={values} query={query} label={facetLabel(vocabulary, name)} onQuery={onQuery} />
        ))}
      </nav>
    </details>
  );
}

/** What a filter is called. */
export function facetLabel(vocabulary: Vocabulary, name: string): string {
  const field = vocabulary.fields.find((f) => (f.query ?? f.key) === name);
  return field?.facetLabel ?? field?.label ?? (name === 'jaar' ? nl.reader.year : name);
}

function FacetGroup({
  name,
  values,
  query,
  label,
  onQuery,
}: {
  name: string;
  values: readonly FacetValue[];
  query: string;
  label: string;
  onQuery(query: string): void;
}): ReactNode {
  const [all, setAll] = useState(false);
  const chosen = (value: string): boolean =>
    readFilters(query).some(
      (filter) => !filter.negated && filter.name === name && filter.values.some((other) => foldValue(other) === foldValue(value)),
    );
  const shown = all ? values : values.filter(({ value }, index) => index < few || chosen(value));
  return (
    <details className="lezer-facet" open={first.has(name) || values.some(({ value }) => chosen(value)) || undefined}>
      <summary>{label}</summary>
      {shown.map((value) => (
        <Checkbox
          key={value.value}
          checked={chosen(value.value)}
          count={value.count}
          label={`${label}: ${value.label}, ${countText(value.count, 'stuk', 'stukken')}`}
          onChange={() => onQuery(toggleValue(query, name, value.value))}
        >
          {value.label}
        </Checkbox>
      ))}
      {values.length > few && (
        <button type="button" className="link small" onClick={() => setAll(!all)}>
          {all ? nl.library.showLess : nl.library.showMore(values.length - few)}
        </button>
      )}
    </details>
  );
}

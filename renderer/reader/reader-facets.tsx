import { memo, useState, type ReactNode } from 'react';
import { findItem } from '../../domain/cards/card.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { Facets, FacetValue } from '../../domain/search/answer.ts';
import { foldValue } from '../../domain/search/fold.ts';
import { freeText, toggleValue, type Filter } from '../../domain/search/query-edit.ts';
import { Checkbox } from '../kit/checkbox.tsx';
import { useMedia } from '../kit/media.ts';
import { nl } from '../text/nl.ts';
import { countText } from '../text/nl/format.ts';

interface ReaderFacetsProps {
  /** What narrows the list now. */
  filters: readonly Filter[];
  facets: Facets;
  vocabulary: Vocabulary;
  /** Gets a change of the query, whatever that is by then. */
  onChange(change: (query: string) => string): void;
}

/** Facets that say nothing in a bundle: everything in it may be shared with its readers. */
const leftOut = new Set(['delen', 'status']);
const first = new Set(['soort', 'fase', 'thema']);
const few = 8;

/** What the list can be narrowed by. Drawn after the list: who types looks there. */
export const ReaderFacets = memo(function ReaderFacets({ filters, facets, vocabulary, onChange }: ReaderFacetsProps): ReactNode {
  const wide = useMedia('(min-width: 56rem)');
  const groups = Object.entries(facets).filter(([name, values]) => !leftOut.has(name) && values.length > 1);
  return (
    <details className="lezer-facets" open={wide || undefined}>
      <summary>{nl.reader.refine}</summary>
      <nav aria-label={nl.reader.refineLabel}>
        {filters.length > 0 && (
          <button type="button" className="link small" onClick={() => onChange(freeText)}>
            {nl.reader.clearAll}
          </button>
        )}
        {groups.map(([name, values]) => (
          <FacetGroup
            key={name}
            values={values}
            label={facetLabel(vocabulary, name)}
            openFirst={first.has(name)}
            chosen={chosenIn(filters, ...filterFor(name))}
            onToggle={(value) => {
              const [filter, before] = filterFor(name);
              onChange((query) => toggleValue(query, filter, before + value));
            }}
          />
        ))}
      </nav>
    </details>
  );
});

/** The filter a facet sets, and what stands before its value: how a criterion was judged is asked as `criterium:A4=nee`. */
function filterFor(name: string): [filter: string, before: string] {
  const [filter = '', item] = name.split(':');
  return item === undefined ? [name, ''] : [filter, `${item}=`];
}

/** Folded values of a facet that narrow the list now. */
function chosenIn(filters: readonly Filter[], filter: string, before: string): ReadonlySet<string> {
  const values = filters.flatMap((one) => (!one.negated && one.name === filter ? one.values : []));
  return new Set(values.flatMap((value) => (value.startsWith(before) ? [foldValue(value.slice(before.length))] : [])));
}

/** What a filter is called. */
export function facetLabel(vocabulary: Vocabulary, name: string): string {
  const item = name.startsWith('criterium:') ? findItem(vocabulary.cards, name.slice('criterium:'.length))?.item : undefined;
  if (item) return `${item.id} ${item.name}`;
  const field = vocabulary.fields.find((f) => (f.query ?? f.key) === name);
  return field?.facetLabel ?? field?.label ?? (name === 'jaar' ? nl.reader.year : name);
}

interface FacetGroupProps {
  values: readonly FacetValue[];
  label: string;
  /** Open until somebody closes it. */
  openFirst: boolean;
  chosen: ReadonlySet<string>;
  onToggle(value: string): void;
}

/** One way to narrow; what is closed is not drawn, as the values change with every key. */
function FacetGroup({ values, label, openFirst, chosen, onToggle }: FacetGroupProps): ReactNode {
  const [all, setAll] = useState(false);
  const isChosen = (value: string): boolean => chosen.has(foldValue(value));
  const [toggled, setToggled] = useState<boolean>();
  const open = toggled ?? (openFirst || values.some(({ value }) => isChosen(value)));
  const shown = all ? values : values.filter(({ value }, index) => index < few || isChosen(value));
  return (
    <details className="lezer-facet" open={open} onToggle={(event) => event.currentTarget.open !== open && setToggled(event.currentTarget.open)}>
      <summary>{label}</summary>
      {open &&
        shown.map((value) => (
          <Checkbox
            key={value.value}
            checked={isChosen(value.value)}
            count={value.count}
            label={`${label}: ${value.label}, ${countText(value.count, 'stuk', 'stukken')}`}
            onChange={() => onToggle(value.value)}
          >
            {value.label}
          </Checkbox>
        ))}
      {open && values.length > few && (
        <button type="button" className="link small" onClick={() => setAll(!all)}>
          {all ? nl.library.showLess : nl.library.showMore(values.length - few)}
        </button>
      )}
    </details>
  );
}

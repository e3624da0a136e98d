import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { FacetValue } from '../../../domain/search/answer.ts';
import { toggleValue } from '../../../domain/search/query-edit.ts';
import { hrefOf } from '../../data/routes.ts';
import { stagesOf } from '../../data/vocabulary.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Seeds } from '../../kit/seeds.tsx';
import { nl } from '../../text/nl.ts';
import { capital, countText, numberText } from '../../text/nl/format.ts';
import { chosenIn, filterLabel, type EditQuery } from './filters.ts';

interface FacetGroupProps {
  name: string;
  values: readonly FacetValue[];
  /** The filters of the query, without its words. */
  filters: string;
  vocabulary: Vocabulary;
  onEdit: EditQuery;
  /** Always open: the first questions somebody has. */
  fixed?: boolean;
}

const few = 8;

/** The values of one facet. What is chosen always shows, however long the list. */
export function FacetGroup({ name, values, filters, vocabulary, onEdit, fixed = false }: FacetGroupProps): ReactNode {
  const [all, setAll] = useState(false);
  const label = filterLabel(vocabulary, name);
  const chosen = chosenIn(filters, name);
  const long = values.length > few + 2;
  const shown = all || !long ? values : values.filter(({ value }, index) => index < few || chosen(value));
  const lines = (
    <>
      {shown.map((value) => (
        <Checkbox
          key={value.value}
          checked={chosen(value.value)}
          faint={value.count === 0}
          count={numberText(value.count)}
          label={`${label}: ${value.label}, ${countText(value.count, 'stuk', 'stukken')}`}
          onChange={() => onEdit((query) => toggleValue(query, name, value.value))}
        >
          <Face name={name} value={value} vocabulary={vocabulary} />
        </Checkbox>
      ))}
      {long && (
        <button type="button" className="link more" onClick={() => setAll(!all)}>
          {all ? nl.library.showLess : nl.library.showMore(values.length - few)}
        </button>
      )}
      {name === 'trefwoord' && (
        <a className="link more" href={hrefOf({ screen: 'trefwoorden' })}>
          {nl.many.keywordsTidy}
        </a>
      )}
    </>
  );
  if (fixed)
    return (
      <section className="facet" aria-label={label}>
        <h3>{capital(label)}</h3>
        {lines}
      </section>
    );
  return (
    <details className="facet" open={values.some(({ value }) => chosen(value)) || undefined}>
      <summary>
        {capital(label)}
        <ChevronDown className="icon icon-sm" aria-hidden />
      </summary>
      {lines}
    </details>
  );
}

function Face({ name, value, vocabulary }: { name: string; value: FacetValue; vocabulary: Vocabulary }): ReactNode {
  const stage = name === 'fase' ? stagesOf(vocabulary).find((s) => s.value === value.value) : undefined;
  if (!stage) return value.label;
  return (
    <span className="with-glyph">
      <Seeds stage={stage.number} />
      <span>
        {stage.number} {value.label}
      </span>
    </span>
  );
}

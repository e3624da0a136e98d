import { useState, type ReactNode } from 'react';
import { verdicts, type Verdict } from '../../../domain/cards/judgement.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { Facets } from '../../../domain/search/answer.ts';
import { readFilters, toggleValue } from '../../../domain/search/query-edit.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { Select } from '../../kit/select.tsx';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { countText, numberText } from '../../text/nl/format.ts';
import { chosenIn, criteria, criterion, verdictLabel, type EditQuery } from './filters.ts';

interface CriterionFacetProps {
  facets: Facets;
  /** The filters of the query, without its words. */
  filters: string;
  vocabulary: Vocabulary;
  onEdit: EditQuery;
}

const answers: readonly (Verdict | 'geen')[] = [...verdicts, 'geen'];

/** How one criterion was judged; which one is chosen above it. */
export function CriterionFacet({ facets, filters, vocabulary, onEdit }: CriterionFacetProps): ReactNode {
  const items = criteria(vocabulary).filter((item) => facets[`${criterion}:${item.short}`]);
  const asked = readFilters(filters)
    .find((filter) => filter.name === criterion)
    ?.values[0]?.split('=')[0]
    ?.toUpperCase();
  const [picked, setPicked] = useState<string>();
  const short = picked ?? items.find((item) => item.short.toUpperCase() === asked)?.short ?? items[0]?.short;
  if (short === undefined) return null;
  const counts = facets[`${criterion}:${short}`] ?? [];
  const chosen = chosenIn(filters, criterion);
  return (
    <section className="facet" aria-label={nl.library.criterion}>
      <h3>{nl.library.criterion}</h3>
      <Select
        label={nl.library.criterionChoose}
        hideLabel
        value={short}
        onChange={setPicked}
        options={items.map((item) => ({ value: item.short, label: `${item.short} ${item.name}` }))}
      />
      {answers.map((answer) => {
        const count = counts.find((value) => value.value === answer)?.count ?? 0;
        return (
          <Checkbox
            key={answer}
            checked={chosen(`${short}=${answer}`)}
            faint={count === 0}
            count={numberText(count)}
            label={`${short} ${verdictLabel(answer)}, ${countText(count, 'stuk', 'stukken')}`}
            onChange={() => onEdit((query) => toggleValue(query, criterion, `${short}=${answer}`))}
          >
            <span className="with-glyph">
              <VerdictIcon verdict={answer === 'geen' ? undefined : answer} />
              <span>{verdictLabel(answer)}</span>
            </span>
          </Checkbox>
        );
      })}
    </section>
  );
}

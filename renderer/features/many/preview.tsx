import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldStep, ManyReport } from '../../../domain/entries/many-changes.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';
import { fieldLabel, shownValue } from './shown-value.ts';

/** Refusals that are written out; the rest is a number. */
const most = 10;

/** What would happen: numbers, titles with before and after, and what cannot come along. */
export function Preview({ report }: { report: ManyReport }): ReactNode {
  const vocabulary = useVocabulary();
  const { changed, unchanged, refused, fields, examples } = report;
  return (
    <div className="many-preview">
      <p role="status">
        <b>{nl.many.will(changed)}</b> {unchanged > 0 && nl.many.already(unchanged)}
      </p>
      {fields.length > 1 && (
        <ul className="many-counts" aria-label={nl.many.perField}>
          {fields.map(({ key, count }) => (
            <li key={key}>
              {fieldLabel(vocabulary, key)} <b>{numberText(count)}</b>
            </li>
          ))}
        </ul>
      )}
      {refused.length > 0 && (
        <Callout tone="partly" title={nl.many.refused(refused.length)}>
          <ul className="many-refused">
            {refused.slice(0, most).map(({ id, title, reason }) => (
              <li key={id}>
                <b>{title}</b> {reason}
              </li>
            ))}
            {refused.length > most && <li>{nl.many.refusedMore(refused.length - most)}</li>}
          </ul>
        </Callout>
      )}
      {examples.length > 0 && (
        <section>
          <h3 className="label">{nl.many.examples(examples.length, changed)}</h3>
          {/* Scrolls, so the keyboard must be able to stand in it. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className="many-examples rows" tabIndex={0} aria-label={nl.many.examples(examples.length, changed)}>
            {examples.map(({ id, title, steps }) => (
              <li key={id}>
                <b>{title}</b>
                {steps.map((step) => (
                  <StepLine key={step.key} step={step} vocabulary={vocabulary} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function StepLine({ step: { key, before, after }, vocabulary }: { step: FieldStep; vocabulary: Vocabulary }): ReactNode {
  return (
    <span className="many-step small">
      <span className="soft">{fieldLabel(vocabulary, key)}: </span>
      <span className="faint">{shownValue(vocabulary, key, before)}</span>
      <ArrowRight className="icon icon-sm" aria-hidden />
      <span className="sr">{nl.many.becomes}</span>
      <span>{shownValue(vocabulary, key, after)}</span>
    </span>
  );
}

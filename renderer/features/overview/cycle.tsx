import type { ReactNode } from 'react';
import type { Overview } from '../../../domain/api/contract.ts';
import { Wheel, seedWorth } from '../../kit/wheel.tsx';
import { nl } from '../../text/nl.ts';
import { numberText } from '../../text/nl/format.ts';

interface CycleProps {
  overview: Overview;
  /** Address of the list behind a query. */
  listOf(query: string): string;
}

/** Where the practices stand in the kenniscyclus. */
export function Cycle({ overview: { stages, practices, unstaged }, listOf }: CycleProps): ReactNode {
  return (
    <section className="panel wheel-panel" aria-labelledby="overzicht-cyclus">
      <div className="panel-head">
        <h2 id="overzicht-cyclus">{nl.overview.wheel}</h2>
        <span className="tiny faint">{nl.overview.seedIs(seedWorth(stages.map((stage) => stage.count)))}</span>
      </div>
      <Wheel
        label={nl.overview.wheelLabel}
        hub={{ count: numberText(practices), word: nl.overview.hubWord(practices) }}
        stages={stages.map((stage, index) => ({
          key: stage.stage,
          number: index + 1,
          name: stage.name,
          count: stage.count,
          href: listOf(`fase:${stage.stage}`),
          spoken: nl.overview.sector(index + 1, stage.name, stage.count),
        }))}
      />
      {unstaged > 0 && <p className="tiny faint wheel-note">{nl.overview.unstaged(unstaged)}</p>}
    </section>
  );
}

import { Printer } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { Cycle } from './cycle.tsx';
import { Matrix } from './matrix.tsx';
import { choiceQuery, narrowTo, narrowings, useNarrowing, type Narrowed } from './narrowing.ts';
import './overview.css';
import { Due, Gaps, Questions, Recent } from './panels.tsx';

/** Practices only: what the wheel and the matrix are about. */
const practices = 'soort:praktijk';

const listAt = (query: string): string => hrefOf({ screen: 'bibliotheek', q: query, sort: 'relevantie' });

/** How the whole collection stands: the cycle, the judgements, and what asks for attention. A place to work from. */
export function OverviewScreen(): ReactNode {
  const narrowed = useNarrowing();
  const { data, failure } = useCall('overview.read', {});
  if (failure)
    return (
      <div className="overview">
        <div className="notice-line">
          <Callout tone="no" alert title={nl.overview.failed}>
            {failure.message}
          </Callout>
        </div>
      </div>
    );
  if (!data) return <div className="overview" aria-busy="true" />;
  const overview = narrowTo(data, narrowed.ids);
  const along = choiceQuery(narrowed.choice);
  const anyList = (query: string): string => listAt([query, along].filter(Boolean).join(' '));
  const listOf = (query: string): string => anyList([practices, query].filter(Boolean).join(' '));
  const unanswered = overview.questions.filter((question) => question.answers === 0).length;
  return (
    <div className="overview">
      <header className="screen-head">
        <div>
          <h1>{nl.overview.title}</h1>
          <p className="soft small" role="status">
            {data.reading ? nl.overview.reading : nl.overview.counts(overview.practices, overview.questions.length, unanswered, overview.due.length)}
          </p>
        </div>
        <Controls narrowed={narrowed} />
      </header>
      <div className="board">
        {data.practices === 0 ? (
          !data.reading && <EmptyBoard />
        ) : (
          <>
            <Cycle overview={overview} listOf={listOf} />
            <Matrix overview={overview} listOf={listOf} />
          </>
        )}
        {!data.reading && <Panels overview={overview} anyList={anyList} narrowed={narrowed.ids !== undefined} />}
      </div>
    </div>
  );
}

/** Lists of what asks for attention. */
function Panels({ narrowed, ...listed }: ComponentProps<typeof Gaps>): ReactNode {
  return (
    <>
      <Questions {...listed} />
      <Due {...listed} />
      <Gaps {...listed} narrowed={narrowed} />
      <Recent {...listed} />
    </>
  );
}

function Controls({ narrowed }: { narrowed: Narrowed }): ReactNode {
  const { choice, choose, clear, options } = narrowed;
  return (
    <div className="row push overview-controls">
      <fieldset className="row">
        <legend className="sr">{nl.overview.narrow}</legend>
        {narrowings
          .filter((name) => options[name].length > 0 || choice[name])
          .map((name) => (
            <Select
              key={name}
              label={nl.overview.labels[name]}
              hideLabel
              className="select-small"
              value={choice[name] ?? ''}
              options={[{ value: '', label: nl.overview.all[name] }, ...withChosen(options[name], choice[name])]}
              onChange={(value) => choose(name, value)}
            />
          ))}
      </fieldset>
      {narrowed.ids && (
        <Button small look="quiet" onClick={clear}>
          {nl.overview.showAll}
        </Button>
      )}
      <Button small look="quiet" icon={Printer} onClick={() => window.print()}>
        {nl.overview.print}
      </Button>
    </div>
  );
}

/** A chosen value stays in the list, also when nothing has it any more. */
function withChosen(options: readonly { value: string; label: string }[], chosen: string | undefined): { value: string; label: string }[] {
  const all = options.map(({ value, label }) => ({ value, label }));
  return !chosen || all.some((option) => option.value === chosen) ? all : [...all, { value: chosen, label: chosen }];
}

function EmptyBoard(): ReactNode {
  return (
    <section className="panel board-empty">
      <Empty title={nl.overview.emptyTitle} text={nl.overview.emptyText}>
        <LinkButton href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>{nl.overview.emptyLibrary}</LinkButton>
        <LinkButton href={hrefOf({ screen: 'importeren' })}>{nl.overview.emptyImport}</LinkButton>
      </Empty>
    </section>
  );
}

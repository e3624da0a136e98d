import { CalendarClock, ChevronRight } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import type { Overview } from '../../../domain/api/contract.ts';
import type { EntrySummary } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { momentText } from '../../text/nl/format.ts';
import { daysBetween, stretchText, today } from './elapsed.ts';

const entryAddress = (entry: EntrySummary): string => hrefOf({ screen: 'stuk', id: entry.id, edit: false, q: '' });
/** Lines of a panel before it is asked for all of them. */
const shownAtOnce = 6;

interface PanelProps {
  title: string;
  count?: number;
  note?: string | undefined;
  more?: { href: string; label: string } | undefined;
  /** Said when there is nothing in it. */
  none: string;
  rows: readonly ReactNode[];
}

function Panel({ title, count, note, more, none, rows }: PanelProps): ReactNode {
  const id = useId();
  const [whole, setWhole] = useState(false);
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>
          {title} {count !== undefined && count > 0 && <span>{count}</span>}
        </h2>
        {more ? (
          <a className="tiny" href={more.href}>
            {more.label}
          </a>
        ) : (
          note && <span className="tiny faint">{note}</span>
        )}
      </div>
      {rows.length === 0 ? <p className="small faint">{none}</p> : <ul className="rows">{whole ? rows : rows.slice(0, shownAtOnce)}</ul>}
      {!whole && rows.length > shownAtOnce && (
        <button type="button" className="link tiny panel-more" onClick={() => setWhole(true)}>
          {nl.overview.moreLines(rows.length)}
        </button>
      )}
    </section>
  );
}

interface Listed {
  overview: Overview;
  /** Address of the list behind a query, with nothing added to it. */
  anyList(query: string): string;
}

/** Questions that look for knowledge; the unanswered first. */
export function Questions({ overview: { questions }, anyList }: Listed): ReactNode {
  return (
    <Panel
      title={nl.overview.questions}
      count={questions.length}
      none={nl.overview.noQuestions}
      more={questions.length > 0 ? { href: anyList('soort:vraag'), label: nl.overview.allQuestions } : undefined}
      rows={questions.map(({ entry, answers }) => {
        const days = entry.date ? daysBetween(entry.date, today()) : undefined;
        return (
          <li key={entry.id}>
            <a className="line" href={entryAddress(entry)}>
              <span>
                {entry.title}
                <small>{[entry.organisation, nl.overview.answers(answers)].filter(Boolean).join(' · ')}</small>
              </span>
              {days !== undefined && days >= 0 && <span className="when">{stretchText(days)}</span>}
            </a>
          </li>
        );
      })}
    />
  );
}

/** What must be looked at again, the longest overdue first. */
export function Due({ overview: { due } }: Listed): ReactNode {
  return (
    <Panel
      title={nl.overview.due}
      count={due.length}
      none={nl.overview.noDue}
      rows={due.map(({ entry, reason, date }) => {
        const left = daysBetween(today(), date) ?? 0;
        return (
          <li key={entry.id}>
            <a className="line" href={entryAddress(entry)}>
              <span>
                {entry.title}
                <small>{nl.overview.dueReason(reason, date, left < 0)}</small>
              </span>
              {left >= 0 ? (
                <span className="badge badge-partly">
                  <CalendarClock className="icon icon-sm" aria-hidden />
                  {stretchText(left)}
                </span>
              ) : (
                <span className="when">{stretchText(-left)}</span>
              )}
            </a>
          </li>
        );
      })}
    />
  );
}

/** Where the collection is thin. */
export function Gaps({ overview: { gaps }, anyList, narrowed }: Listed & { narrowed: boolean }): ReactNode {
  return (
    <Panel
      title={nl.overview.gaps}
      none={nl.overview.noGaps}
      note={narrowed ? nl.overview.gapsWhole : undefined}
      rows={gaps.map((gap) => (
        <li key={gap.query}>
          <a className="line" href={anyList(gap.query)}>
            <span>
              {gap.title}
              <small>{gap.detail}</small>
            </span>
            <ChevronRight className="icon icon-sm" aria-hidden />
          </a>
        </li>
      ))}
    />
  );
}

/** What changed last, whoever did it. */
export function Recent({ overview: { recent }, anyList }: Listed): ReactNode {
  const vocabulary = useVocabulary();
  return (
    <Panel
      title={nl.overview.recent}
      none={nl.overview.noRecent}
      more={recent.length > 0 ? { href: anyList(''), label: nl.overview.allRecent } : undefined}
      rows={recent.map((entry) => (
        <li key={entry.id}>
          <a className="line" href={entryAddress(entry)}>
            <span>
              {entry.title}
              <small>{[kindOf(vocabulary, entry.kind).name, entry.organisation].filter(Boolean).join(' · ')}</small>
            </span>
            <span className="when">{momentText(entry.changed, Date.now())}</span>
          </a>
        </li>
      ))}
    />
  );
}

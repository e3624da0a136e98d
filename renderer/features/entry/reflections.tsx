import { useState, type ReactNode } from 'react';
import type { PracticeFigures } from '../../../domain/api/reflection-calls.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { ReflectionDialog } from './reflection-dialog.tsx';

/** What teams did with this practice, or with the practices of this session. */
export function Reflections({ entry }: { entry: EntryDetail }): ReactNode {
  const about = entry.kind === 'praktijk' ? { practice: entry.id } : { session: entry.id };
  const enabled = entry.kind === 'praktijk' || entry.kind === 'sessie';
  const { data, previous } = useCall('reflections.figures', about, { enabled });
  const [asking, setAsking] = useState(false);
  if (!enabled || !data || previous || (entry.kind === 'sessie' && data.length === 0)) return null;
  return (
    <section>
      <h2>{nl.reflections.title}</h2>
      {data.length === 0 && <p className="small faint">{nl.reflections.none}</p>}
      {data.map((figures) => (
        <Figures key={figures.practice} figures={figures} named={entry.kind === 'sessie'} />
      ))}
      {entry.kind === 'praktijk' && (
        <Button small look="quiet" onClick={() => setAsking(true)}>
          {nl.reflections.add}
        </Button>
      )}
      {asking && <ReflectionDialog practice={entry.id} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Figures({ figures, named }: { figures: PracticeFigures; named: boolean }): ReactNode {
  const { practice, title, count, average, taking, elements, steps, records } = figures;
  const address = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });
  return (
    <>
      {named && (
        <h3 className="label">
          <a href={address(practice)}>{title}</a>
        </h3>
      )}
      <p className="small">{nl.reflections.summary(count, average)}</p>
      {taking > 0 && (
        <p className="small">
          {nl.reflections.taken(taking)} <small className="faint block">{nl.reflections.evidence}</small>
        </p>
      )}
      {elements.length > 0 && (
        <details className="small">
          <summary>{nl.reflections.elements}</summary>
          <ul>
            {elements.map((element) => (
              <li key={element.text}>{nl.reflections.element(element)}</li>
            ))}
          </ul>
        </details>
      )}
      {steps.length > 0 && (
        <details className="small">
          <summary>{nl.reflections.steps}</summary>
          <ul>
            {steps.map(({ id, text, team }) => (
              <li key={id}>{team === '' ? text : `${team}: ${text}`}</li>
            ))}
          </ul>
        </details>
      )}
      <details className="small">
        <summary>{nl.reflections.all}</summary>
        <ul>
          {records.map((record) => (
            <li key={record.id}>
              <a href={address(record.id)}>{record.title}</a>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

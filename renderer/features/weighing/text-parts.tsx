import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';
import { LinkButton } from '../../kit/button.tsx';
import { PartMeter } from '../../kit/part-meter.tsx';
import { nl } from '../../text/nl.ts';
import type { WeighPart } from './parts.ts';

/** The structure of the text: which parts are there, with their words and the question they answer. */
export function TextParts({ entry, part }: { entry: EntryDetail; part: WeighPart }): ReactNode {
  if (entry.parts.length === 0) return <p className="weigh-sum small soft">{nl.weighing.noParts}</p>;
  return (
    <div className="text-parts">
      <p className="small soft">{nl.weighing.partsIntro}</p>
      <ol className="rows">
        {entry.parts.map((own) => {
          const item = part.part.items.find((one) => `${part.card.id}.${one.id}` === own.item);
          return (
            <li key={own.id} className={`text-part is-${own.state}`}>
              <span className="crit-code">{item?.id}</span>
              <div>
                <h2>{own.heading}</h2>
                {item && <p className="small soft">{item.prompt}</p>}
              </div>
              <div className="text-part-meter">
                <span aria-hidden>
                  <PartMeter parts={[own]} />
                </span>
                <span className="small">
                  <b>{nl.common.partStates[own.state]}</b> <span className="faint">{own.words > 0 ? nl.weighing.words(own.words) : ''}</span>
                </span>
              </div>
            </li>
          );
        })}
      </ol>
      {!entry.locked && (
        <p className="row">
          <LinkButton small href={hrefOf({ screen: 'stuk', id: entry.id, edit: true, q: '' })}>
            {nl.weighing.write}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

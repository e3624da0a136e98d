import { Printer } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Card, CardItem, CardPart } from '../../../domain/cards/card.ts';
import { judgedItems, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';

/** One card to read: where it comes from, what it goes with, and all that stands on it. */
export function CardPage({ card, vocabulary }: { card: Card; vocabulary: Vocabulary }): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), [card.id]);
  const kinds = vocabulary.kinds.filter((kind) => kind.cards.some((reference) => reference.split('.')[0] === card.id));
  const { source } = card;
  return (
    <article aria-labelledby="kaart-titel">
      <header className="card-head">
        <div>
          <h2 id="kaart-titel" ref={title} tabIndex={-1}>
            {card.title}
          </h2>
          <p className="soft">{card.description}</p>
          <p className="small faint">{nl.cards.source(source.title, source.makers)}</p>
          {source.authority === 'lager' && <p className="small">{nl.cards.lower}</p>}
          {kinds.length > 0 && <p className="small faint">{nl.cards.used(kinds.map((kind) => kind.name))}</p>}
        </div>
        <Button small icon={Printer} onClick={() => window.print()}>
          {nl.cards.print}
        </Button>
      </header>
      {card.parts.map((part) => (
        <Part key={part.id} card={card} part={part} vocabulary={vocabulary} />
      ))}
      {card.circular && <p className="small soft">{nl.cards.circular}</p>}
    </article>
  );
}

function Part({ card, part, vocabulary }: { card: Card; part: CardPart; vocabulary: Vocabulary }): ReactNode {
  return (
    <section>
      <h3>
        {part.title || card.title} <small>{nl.cards.instruments[part.instrument]}</small>
      </h3>
      {part.description && <p className="small soft">{part.description}</p>}
      <ol className="card-items">
        {part.items.map((item, at) => (
          <li key={item.id}>
            <span className="card-no">{/^[A-Z]?\d+$/.test(item.id) ? item.id : at + 1}</span>
            <Item card={card} item={item} vocabulary={vocabulary} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Item({ card, item, vocabulary }: { card: Card; item: CardItem; vocabulary: Vocabulary }): ReactNode {
  const query = queryFor(card, item, vocabulary);
  const rows = [
    [nl.cards.goal, item.goal],
    [nl.cards.materials, item.materials?.join(', ')],
    [nl.cards.methods, item.methods?.join(' · ')],
    [nl.cards.tips, item.tips?.join(' ')],
  ] as const;
  const shown = rows.filter(([, text]) => text !== undefined && text !== '');
  return (
    <div>
      <p>
        <b>{item.name}</b> {item.minutes !== undefined && <span className="small faint">{nl.cards.minutes(item.minutes)} </span>}
        {query !== undefined && (
          <a className="link small" href={hrefOf({ screen: 'bibliotheek', q: query, sort: 'relevantie' })} aria-label={nl.cards.find(item.name)}>
            {nl.cards.findShort}
          </a>
        )}
      </p>
      <p className="soft">{item.prompt}</p>
      {item.points && (
        <ul className="card-points">
          {item.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <dl>
          {shown.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The query for write-ups at an item: of a field it is the value of, or judged with yes. */
function queryFor(card: Card, item: CardItem, vocabulary: Vocabulary): string | undefined {
  const field = vocabulary.fields.find((one) => one.card === card.id);
  if (field && item.value !== undefined) return `${field.query ?? field.key}:${item.value}`;
  const id = `${card.id}.${item.id}`;
  const judged = vocabulary.kinds.some((kind) => judgedItems(vocabulary, kind.id).some((one) => one.id === id));
  return judged ? `criterium:${id.replace(/^checklist\./, '')}=ja` : undefined;
}

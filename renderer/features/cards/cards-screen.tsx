import type { ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { nl } from '../../text/nl.ts';
import { CardPage } from './card-page.tsx';
import './cards.css';

/** All cards, those of the kennismap too; the one to judge with is open until another is chosen. */
export function CardsScreen({ id }: { id?: string | undefined }): ReactNode {
  const vocabulary = useVocabulary();
  const cards = vocabulary.cards.toSorted((a, b) => a.title.localeCompare(b.title, 'nl'));
  const card = cards.find((one) => one.id === (id ?? 'checklist')) ?? (id === undefined ? cards[0] : undefined);
  return (
    <div className="cards">
      <header className="screen-head">
        <h1>{nl.cards.title}</h1>
        <p className="soft small">{nl.cards.intro}</p>
      </header>
      <div className="cards-cols">
        <nav className="cards-list" aria-label={nl.cards.list}>
          <ul>
            {cards.map((one) => (
              <li key={one.id}>
                <a href={hrefOf({ screen: 'kaarten', id: one.id })} aria-current={one === card ? 'page' : undefined}>
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="card-page" tabIndex={0} role="region" aria-label={nl.cards.title}>
          {card ? <CardPage card={card} vocabulary={vocabulary} /> : cards.length > 0 && <p>{nl.cards.missing}</p>}
        </div>
      </div>
    </div>
  );
}

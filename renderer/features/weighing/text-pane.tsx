import { useState, type ReactNode } from 'react';
import type { RenderedText } from '../../../domain/api/contract.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { hrefOf } from '../../data/routes.ts';
import { shortItem } from '../../data/vocabulary.ts';
import { SafeText } from '../../kit/safe-text.tsx';
import { nl } from '../../text/nl.ts';
import { usePointing } from './pointing.ts';
import { useMarkedPassages, useTops } from './use-places.ts';
import type { Rows } from './use-rows.ts';

interface TextPaneProps {
  entry: EntryDetail;
  text: RenderedText;
  /** The drawn text, for who looks passages up in it. */
  page: HTMLElement | null;
  onPage(element: HTMLElement | null): void;
  rows: Rows;
}

const address = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });

/** The text beside the judgements, with the passages they point at. */
export function TextPane({ entry, text, page, onPage, rows }: TextPaneProps): ReactNode {
  const { places, open: now, pointing } = rows;
  const [passing, setPassing] = useState('');
  const tops = useTops(page, places);
  useMarkedPassages(places, now);
  usePointing(page, { active: pointing, onPassing: setPassing, onPointed: rows.pointed, onStop: rows.stopPointing });
  return (
    <aside className="weigh-text" aria-label={nl.weighing.text}>
      <div className="reader-bar toolbar">
        <h2 className="pane-title">{nl.weighing.text}</h2>
        {places.size > 0 && <span className="push tiny faint">{nl.weighing.textNote}</span>}
      </div>
      <div className="page-scroll">
        <div
          ref={onPage}
          className={pointing ? 'page small-page is-pointing' : 'page small-page'}
          tabIndex={0}
          role="region"
          aria-label={nl.weighing.textLabel}
          lang="nl"
        >
          <p className="page-title" data-no-passage="">
            {entry.title}
          </p>
          <Chapters text={text} />
          {[...tops].map(([item, top]) => (
            <button
              key={item}
              type="button"
              className={item === now ? 'ref is-now' : 'ref'}
              data-no-passage=""
              style={{ top }}
              aria-label={nl.weighing.passageOf(shortItem(item))}
              onClick={() => rows.goTo(item)}
            >
              {shortItem(item)}
            </button>
          ))}
        </div>
      </div>
      {pointing && (
        <p className="sr" role="status">
          {passing}
        </p>
      )}
    </aside>
  );
}

function Chapters({ text }: { text: RenderedText }): ReactNode {
  const sections = text.sections.filter((section) => section.heading !== '' || section.nodes.length > 0);
  return (
    <>
      {text.plain !== undefined && (
        <section className="part" data-chapter="">
          <pre className="plain-text">{text.plain}</pre>
        </section>
      )}
      {sections.length === 0 && text.plain === undefined && <p className="faint">{nl.weighing.noText}</p>}
      {sections.map((section, index) => (
        <section key={index} className="part" data-chapter={section.heading}>
          {section.heading && (
            <h2 data-no-passage="">
              {section.item?.startsWith('checklist.') && <span>{shortItem(section.item)}</span>} {section.heading}
            </h2>
          )}
          <SafeText nodes={section.nodes} hrefOf={address} />
        </section>
      ))}
    </>
  );
}

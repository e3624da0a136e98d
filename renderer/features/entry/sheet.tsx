import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { ElementNode, RenderedSection, RenderedText, TextNode } from '../../../domain/api/contract.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import type { TextMark } from '../../../domain/search/text-marks.ts';
import { hrefOf } from '../../data/routes.ts';
import { kindOf, shortItem } from '../../data/vocabulary.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Highlight } from '../../kit/highlight.tsx';
import { SafeText } from '../../kit/safe-text.tsx';
import { nl } from '../../text/nl.ts';
import { capital, dateText } from '../../text/nl/format.ts';
import { InAttachment } from './in-attachment.tsx';
import { Margin } from './margin.tsx';
import type { Asking } from './reader-bar.tsx';

type MarksIn = ((text: string) => TextMark[]) | undefined;

interface SheetProps {
  entry: EntryDetail;
  text: RenderedText;
  vocabulary: Vocabulary;
  marksIn: MarksIn;
  /** The file in which the words stand, when they stand only there. */
  attachment: string | undefined;
  onAsk(what: Asking): void;
  onEdit(): void;
}

/** The page itself: head, chapters, margin. */
export function Sheet({ entry, text, vocabulary, marksIn, attachment, onAsk, onEdit }: SheetProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [entry.id]);
  const kicker = [
    capital(kindOf(vocabulary, entry.kind).name),
    entry.organisation,
    entry.date && dateText(entry.date),
    entry.example && nl.entry.exampleBadge,
  ].filter(Boolean);
  const sections = text.sections.filter((section) => section.heading !== '' || section.nodes.length > 0);
  return (
    <div className="sheet" ref={scroller}>
      <header className="sheet-head">
        <p className="kicker">{kicker.join(' · ')}</p>
        <h1 id="titel">
          <Highlight text={entry.title} marks={marksIn?.(entry.title) ?? []} />
        </h1>
        {entry.summary && (
          <p className="lead">
            <Highlight text={entry.summary} marks={marksIn?.(entry.summary) ?? []} />
          </p>
        )}
        {sections.length > 1 ? <PartTabs key={entry.id} sections={sections} scroller={scroller} marksIn={marksIn} /> : <div className="part-tabs" />}
      </header>
      <div className="page">
        <Notes entry={entry} text={text} />
        {attachment !== undefined && <InAttachment entry={entry} name={attachment} />}
        {text.plain !== undefined && <pre className="plain-text">{text.plain}</pre>}
        {sections.map((section, index) => (
          <Part key={index} section={section} index={index} marksIn={marksIn} />
        ))}
        {sections.length === 0 && text.plain === undefined && <NoText entry={entry} onEdit={onEdit} />}
      </div>
      <Margin entry={entry} vocabulary={vocabulary} onAsk={onAsk} />
    </div>
  );
}

function Notes({ entry, text }: { entry: EntryDetail; text: RenderedText }): ReactNode {
  const notes = [entry.locked && nl.entry.locked(entry.locked), text.note].filter((note) => typeof note === 'string');
  const copy = entry.copyOf !== undefined ? entry.id : entry.copies[0]?.id;
  return (
    <>
      {copy !== undefined && (
        <div className="sheet-note">
          <Callout
            tone="advice"
            title={entry.copyOf !== undefined ? nl.history.copyOf : nl.history.hasCopies(entry.copies.length)}
            action={
              <LinkButton small href={hrefOf({ screen: 'samenvoegen', id: copy })}>
                {nl.history.compare}
              </LinkButton>
            }
          >
            {nl.history.copyText}
          </Callout>
        </div>
      )}
      {notes.map((note) => (
        <div key={note} className="sheet-note">
          <Callout>{note}</Callout>
        </div>
      ))}
    </>
  );
}

function NoText({ entry, onEdit }: { entry: EntryDetail; onEdit(): void }): ReactNode {
  return (
    <Empty title={nl.entry.emptyTitle} text={nl.entry.emptyText}>
      {!entry.locked && <Button onClick={onEdit}>{nl.entry.emptyWrite}</Button>}
    </Empty>
  );
}

const address = (id: string): string => hrefOf({ screen: 'stuk', id, edit: false, q: '' });
const partId = (index: number): string => `deel-${index}`;

function Part({ section, index, marksIn }: { section: RenderedSection; index: number; marksIn: MarksIn }): ReactNode {
  return (
    <section className="part" id={partId(index)} aria-label={section.heading || undefined}>
      {section.heading && (
        <h2>
          {section.item?.startsWith('checklist.') && <span>{shortItem(section.item)}</span>} {section.heading}
        </h2>
      )}
      {section.nodes.length === 0 ? (
        <p className="part-empty">{nl.entry.partEmpty}</p>
      ) : (
        <SafeText nodes={section.nodes} hrefOf={address} marksIn={marksIn} />
      )}
    </section>
  );
}

/** The chapters in a row, each with how many found words it holds. */
function PartTabs({
  sections,
  scroller,
  marksIn,
}: {
  sections: readonly RenderedSection[];
  scroller: RefObject<HTMLElement | null>;
  marksIn: MarksIn;
}): ReactNode {
  const here = useChapter(scroller, sections.length);
  return (
    <nav className="tabs part-tabs" aria-label={nl.entry.parts}>
      {sections.map((section, index) => {
        const count = marksIn ? countMarks(section.nodes, marksIn) : 0;
        return (
          <button
            key={index}
            type="button"
            className="tab"
            aria-current={index === here ? 'true' : undefined}
            onClick={() => document.getElementById(partId(index))?.scrollIntoView({ block: 'start' })}
          >
            {section.heading || nl.entry.intro}
            {count > 0 && (
              <span className="count" title={nl.entry.partFound(count)}>
                {count}
                <span className="sr"> {nl.entry.partFound(count)}</span>
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}

const countMarks = (nodes: readonly (ElementNode | TextNode)[], marksIn: NonNullable<MarksIn>): number =>
  nodes.reduce((sum, node) => sum + (node.type === 'text' ? marksIn(node.value).length : countMarks(node.children, marksIn)), 0);

/** Which chapter is being read: the last one whose heading has passed the upper third of the page. */
function useChapter(scroller: RefObject<HTMLElement | null>, count: number): number {
  const [here, setHere] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const line = element.getBoundingClientRect().top + element.clientHeight / 3;
      let at = 0;
      for (let index = 0; index < count; index++) {
        const top = document.getElementById(partId(index))?.getBoundingClientRect().top;
        if (top !== undefined && top <= line) at = index;
      }
      setHere(element.scrollTop + element.clientHeight >= element.scrollHeight - 2 && element.scrollTop > 0 ? count - 1 : at);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [scroller, count]);
  return here;
}

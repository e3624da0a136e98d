import { ArrowLeft, ArrowRight, Printer } from 'lucide-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { ReaderEntry } from '../../domain/bundle/reader-data.ts';
import type { EntryLink } from '../../domain/entries/entry.ts';
import { judgedItems, type Vocabulary } from '../../domain/entries/vocabulary.ts';
import { kindOf, shortItem, stagesOf } from '../../domain/entries/vocabulary-views.ts';
import { Button } from '../kit/button.tsx';
import { FindBar } from '../kit/find-bar.tsx';
import { useFoundWords, useMarksIn } from '../kit/found-words.ts';
import { Highlight } from '../kit/highlight.tsx';
import { useKeys } from '../kit/keys.ts';
import { SafeText } from '../kit/safe-text.tsx';
import { StagePill } from '../kit/seeds.tsx';
import { VerdictIcon } from '../kit/verdict.tsx';
import { nl } from '../text/nl.ts';
import { capital, dateText } from '../text/nl/format.ts';
import { hashOf } from './place.ts';
import { LongFacts, ProgrammeTable, ShortFacts, Sources } from './reader-facts.tsx';

interface ReaderSheetProps {
  entry: ReaderEntry;
  vocabulary: Vocabulary;
  /** Folded words that were looked for. */
  words: readonly string[];
  query: string;
  neighbours?: { previous: ReaderEntry | undefined; next: ReaderEntry | undefined };
  /** What resembles it, and by which words. */
  similar?: readonly { entry: ReaderEntry; woorden: string[] }[];
  /** Heading of the part the found piece stands in. */
  from?: string | undefined;
  /** Questions to the reader, under the text. */
  form?: ReactNode;
  /** Move the focus to the title: somebody just came here. */
  focus?: boolean;
}

/** One write-up as a page. */
export function ReaderSheet({ entry, vocabulary, words, query, neighbours, similar = [], from, form, focus = false }: ReaderSheetProps): ReactNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) title.current?.focus({ preventScroll: true });
  }, [focus]);
  const page = useRef<HTMLElement>(null);
  const marksIn = useMarksIn(words, query);
  const drawn = useMemo(() => ({ entry, marksIn }), [entry, marksIn]);
  const found = useFoundWords(page, { selector: 'h1 mark, .lezer-lead mark, .page mark', drawn, from });
  useKeys(focus ? { F3: found.next, 'Shift+F3': found.previous } : {});
  const { summary, text } = entry;
  const kicker = [capital(kindOf(vocabulary, summary.kind).name), summary.organisation, summary.date && dateText(summary.date)].filter(Boolean);
  return (
    <article ref={page} className="lezer-sheet" data-entry={summary.id}>
      <div className="lezer-text">
        {focus && found.total > 0 && (
          <div className="lezer-find">
            <FindBar found={found} />
          </div>
        )}
        <p className="kicker faint small">{kicker.join(' · ')}</p>
        <h1 ref={title} tabIndex={-1}>
          <Highlight text={summary.title} marks={marksIn?.(summary.title) ?? []} />
        </h1>
        <Lead entry={entry} marksIn={marksIn} />
        <div className="page">
          {text.plain !== undefined && <pre className="lezer-plain">{text.plain}</pre>}
          {text.sections.map((section, index) => (
            <section key={index} className="part" aria-label={section.heading || undefined}>
              {section.heading && (
                <h2>
                  {section.item?.startsWith('checklist.') && <span>{shortItem(section.item)}</span>} {section.heading}
                </h2>
              )}
              <SafeText nodes={section.nodes} hrefOf={(id) => hashOf({ id, query: '' })} marksIn={marksIn} inlinePictures />
            </section>
          ))}
          <Sources {...entry} />
        </div>
        {form}
        {neighbours && <Turning {...neighbours} query={query} />}
      </div>
      <About entry={entry} vocabulary={vocabulary} similar={similar} />
    </article>
  );
}

/** What it comes down to: the summary and what the fields say. */
function Lead({ entry, marksIn }: { entry: ReaderEntry; marksIn: ReturnType<typeof useMarksIn> }): ReactNode {
  const { summary } = entry.summary;
  return (
    <>
      {summary && (
        <p className="lezer-lead">
          <Highlight text={summary} marks={marksIn?.(summary) ?? []} />
        </p>
      )}
      <LongFacts {...entry} />
      <ProgrammeTable programme={entry.programme} />
    </>
  );
}

function Turning({ previous, next, query }: { previous: ReaderEntry | undefined; next: ReaderEntry | undefined; query: string }): ReactNode {
  return (
    <nav className="lezer-turning" aria-label={nl.reader.turning}>
      {previous && (
        <a href={hashOf({ id: previous.summary.id, query })}>
          <ArrowLeft className="icon icon-sm" aria-hidden />
          <span>
            {nl.reader.previous}: {previous.summary.title}
          </span>
        </a>
      )}
      {next && (
        <a className="push" href={hashOf({ id: next.summary.id, query })}>
          <span>
            {nl.reader.next}: {next.summary.title}
          </span>
          <ArrowRight className="icon icon-sm" aria-hidden />
        </a>
      )}
    </nav>
  );
}

/** What a reader may know beside the text. Evidence with a judgement stays in the house; the judgement itself shows. */
function About({ entry, vocabulary, similar }: Pick<ReaderSheetProps, 'entry' | 'vocabulary' | 'similar'>): ReactNode {
  const { summary } = entry;
  const stage = stagesOf(vocabulary).find((s) => s.value === summary.stage);
  const items = judgedItems(vocabulary, summary.kind).filter(({ id }) => summary.verdicts[id] !== undefined);
  const all = judgedItems(vocabulary, summary.kind).length;
  return (
    <aside className="lezer-about" aria-label={`${nl.reader.about}: ${summary.title}`}>
      {stage && (
        <Block title={nl.reader.stage}>
          <StagePill stage={stage.number} name={stage.item.name} />
        </Block>
      )}
      {items.length > 0 && (
        <Block title={nl.reader.judgement}>
          <p className="small soft">{nl.reader.yes(items.filter(({ id }) => summary.verdicts[id] === 'ja').length, all)}</p>
          <ul className="lezer-verdicts">
            {items.map(({ id, item }) => (
              <li key={id}>
                <VerdictIcon verdict={summary.verdicts[id]} /> <b>{item.id}</b> {item.name}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <ShortFacts {...entry} />
      {summary.keywords.length > 0 && (
        <Block title={nl.reader.keywords}>
          <p className="row">
            {summary.keywords.map((word) => (
              <a key={word} className="tag" href={hashOf({ id: undefined, query: `trefwoord:"${word.replace(/["“”„]/g, '')}"` })}>
                {word}
              </a>
            ))}
          </p>
        </Block>
      )}
      <Links title={nl.reader.links} links={entry.links} />
      <Links title={nl.reader.backlinks} links={entry.backlinks} />
      <Similar similar={similar ?? []} />
      <Button small icon={Printer} className="lezer-printone" onClick={() => window.print()}>
        {nl.reader.printOne}
      </Button>
    </aside>
  );
}

function Similar({ similar }: { similar: NonNullable<ReaderSheetProps['similar']> }): ReactNode {
  if (similar.length === 0) return null;
  return (
    <Block title={nl.entry.similar}>
      <ul className="lezer-links">
        {similar.map(({ entry: other, woorden }) => (
          <li key={other.summary.id}>
            <a href={hashOf({ id: other.summary.id, query: '' })}>{other.summary.title}</a>
            <small className="faint block">{nl.entry.similarWords(woorden)}</small>
          </li>
        ))}
      </ul>
    </Block>
  );
}

const Block = ({ title, children }: { title: string; children: ReactNode }): ReactNode => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

function Links({ title, links }: { title: string; links: readonly EntryLink[] }): ReactNode {
  const each = [...new Map(links.map((link) => [link.id, link])).values()];
  if (each.length === 0) return null;
  return (
    <Block title={title}>
      <ul className="lezer-links">
        {each.map((link) => (
          <li key={link.id}>
            <a href={hashOf({ id: link.id, query: '' })}>{link.title}</a>
          </li>
        ))}
      </ul>
    </Block>
  );
}

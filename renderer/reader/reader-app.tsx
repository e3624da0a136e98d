import { Printer, Search, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ReaderData } from '../../domain/bundle/reader-data.ts';
import type { Vocabulary } from '../../domain/entries/vocabulary.ts';
import type { Facets, SearchAnswer, Sort } from '../../domain/search/answer.ts';
import { facetPlans, valueLabels } from '../../domain/search/document.ts';
import { readFilters, type Filter } from '../../domain/search/query-edit.ts';
import type { SearchEngine, SearchOptions } from '../../domain/search/engine.ts';
import { createSearchEngine } from '../../domain/search/inverted-index.ts';
import { BrandMark } from '../kit/brand.tsx';
import { Button, IconButton } from '../kit/button.tsx';
import { useRested } from '../kit/rested.ts';
import { nl } from '../text/nl.ts';
import { dateText } from '../text/nl/format.ts';
import { hashOf, usePlace } from './place.ts';
import { ReaderContents } from './reader-contents.tsx';
import { ReaderFacets } from './reader-facets.tsx';
import { ReaderList, rowsAtOnce, rowsSoon } from './reader-list.tsx';
import { ReaderSheet } from './reader-sheet.tsx';
import { asksReader, ReflectionForm } from './reflection-form.tsx';
import { useAnswers } from './reflection.ts';
import { ThemeSwitch } from './theme-switch.tsx';

/** The reader of a bundle: a list to search in, and pages to read. Everything it needs came with it. */
export function ReaderApp({ data }: { data: ReaderData }): ReactNode {
  const [place, ask] = usePlace();
  const [printing, setPrinting] = useState(false);
  const vocabulary = useMemo<Vocabulary>(() => ({ cards: data.cards, kinds: data.kinds, fields: data.fields }), [data]);
  const engine = useMemo(() => engineOf(data), [data]);
  const [sort, setSort] = useState<Sort>('relevantie');
  const { answer, facets } = useAnswer(engine, data, vocabulary, { query: place.query, sort });
  const filters = useFilters(place.query);
  const narrow = useLatest((change: (query: string) => string) => ask(change(place.query)));
  const open = data.entries.find((entry) => entry.summary.id === place.id);
  useEffect(() => {
    document.title = open ? `${open.summary.title} – ${data.title}` : data.title;
    window.scrollTo(0, 0);
  }, [open, data.title]);
  const printAll = (): void => {
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  if (printing) return <Everything data={data} vocabulary={vocabulary} />;
  return (
    <>
      <Head data={data} query={place.query} onQuery={ask} onPrint={printAll} />
      {place.id === undefined ? (
        <div className="lezer-list">
          <ReaderFacets filters={filters} facets={facets} vocabulary={vocabulary} onChange={narrow} />
          <main id="inhoud" tabIndex={-1}>
            <ReaderList data={data} answer={answer} query={place.query} vocabulary={vocabulary} onQuery={ask} sort={sort} onSort={setSort} />
          </main>
        </div>
      ) : (
        <Page id={place.id} query={place.query} data={data} vocabulary={vocabulary} engine={engine} answer={answer} />
      )}
    </>
  );
}

interface PageProps {
  id: string;
  query: string;
  data: ReaderData;
  vocabulary: Vocabulary;
  engine: SearchEngine;
  answer: SearchAnswer;
}

/** One opened write-up, with the contents beside it and the questions under it. */
function Page({ id, query, data, vocabulary, engine, answer }: PageProps): ReactNode {
  const { answers, change } = useAnswers(data);
  const open = data.entries.find((entry) => entry.summary.id === id);
  return (
    <div className="lezer-page">
      <ReaderContents entries={data.entries} current={id} query={query} />
      <main id="inhoud" tabIndex={-1}>
        {open ? (
          <ReaderSheet
            key={id}
            entry={open}
            vocabulary={vocabulary}
            words={answer.words}
            query={query}
            {...surroundings(engine, data, answer, id)}
            form={asksReader(data, open) && <ReflectionForm data={data} entry={open} answers={answers} onChange={change} />}
            focus
          />
        ) : (
          <p>{nl.reader.missing}</p>
        )}
      </main>
    </div>
  );
}

function engineOf(data: ReaderData): SearchEngine {
  const made = createSearchEngine({ synonyms: data.synonyms, labels: valueLabels({ cards: data.cards, kinds: data.kinds, fields: data.fields }) });
  for (const entry of data.entries) made.put(entry.search);
  return made;
}

/** What stands around an opened write-up. */
const surroundings = (engine: SearchEngine, data: ReaderData, answer: SearchAnswer, id: string) => ({
  neighbours: neighbours(data, id),
  similar: similarTo(engine, data, id),
  from: answer.hits.find((hit) => hit.id === id)?.snippets[0]?.section,
});

/** What resembles a write-up, with the words that say so. */
function similarTo(engine: SearchEngine, data: ReaderData, id: string): { entry: ReaderData['entries'][number]; woorden: string[] }[] {
  return engine.similar(id).flatMap(({ id: other, woorden }) => {
    const entry = data.entries.find(({ summary }) => summary.id === other);
    return entry ? [{ entry, woorden }] : [];
  });
}

/**
 * What the query finds; without words the order of the bundle is the best there is. While somebody types only what the screen shows at once; the
 * sentences of the rows below it and the facets follow.
 */
function useAnswer(
  engine: SearchEngine,
  data: ReaderData,
  vocabulary: Vocabulary,
  { query, sort }: { query: string; sort: Sort },
): { answer: SearchAnswer; facets: Facets } {
  const order = useMemo(() => new Map(data.entries.map((entry, index) => [entry.summary.id, index])), [data]);
  const ask = useCallback(
    (asked: string, options: SearchOptions): SearchAnswer => {
      const found = engine.search(asked, { limit: data.entries.length, sort, ...options });
      if (found.words.length > 0 || sort !== 'relevantie') return found;
      const all = options.limit === undefined ? found : engine.search(asked, { ...options, limit: data.entries.length, sort });
      const hits = all.hits.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
      return { ...all, hits: hits.slice(0, options.limit) };
    },
    [engine, data.entries.length, sort, order],
  );
  const rested = useRested(query, quiet);
  const whole = useMemo(() => ask(rested, { facets: facetPlans(vocabulary), bare: rowsAtOnce }), [ask, rested, vocabulary]);
  const answer = useMemo(() => (rested === query ? whole : ask(query, { limit: rowsSoon, bare: rowsSoon })), [ask, rested, query, whole]);
  return { answer, facets: whole.facets };
}

/** Nobody types any more, milliseconds. */
const quiet = 250;

/** The same function all the time, so that who gets it is not drawn again for it. */
function useLatest<T>(act: (given: T) => void): (given: T) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((given: T) => latest.current(given), []);
}

/** The filters of a query; the same ones as long as only words are typed. */
function useFilters(query: string): readonly Filter[] {
  const written = JSON.stringify(readFilters(query));
  return useMemo(() => JSON.parse(written) as Filter[], [written]);
}

/** Every write-up under each other, for the printer. */
const Everything = ({ data, vocabulary }: { data: ReaderData; vocabulary: Vocabulary }): ReactNode => (
  <main className="lezer-print">
    <h1>{data.title}</h1>
    {data.entries.map((entry) => (
      <ReaderSheet key={entry.summary.id} entry={entry} vocabulary={vocabulary} words={[]} query="" />
    ))}
  </main>
);

function Head({ data, query, onQuery, onPrint }: { data: ReaderData; query: string; onQuery(query: string): void; onPrint(): void }): ReactNode {
  return (
    <>
      <a className="lezer-skip" href="#inhoud" onClick={toMain}>
        {nl.reader.skip}
      </a>
      <header className="lezer-head">
        {data.house?.logo === undefined ? <BrandMark /> : <img className="lezer-logo" src={data.house.logo} alt={data.house.name} />}
        <div>
          <p className="lezer-title">
            <a href={hashOf({ id: undefined, query: '' })}>{data.title}</a>
          </p>
          <p className="faint small">
            {data.house && `${data.house.name} · `}
            {nl.reader.made(dateText(data.made.slice(0, 10)), data.entries.length)}
          </p>
        </div>
        <SearchField query={query} onQuery={onQuery} />
        <div className="lezer-tools">
          <ThemeSwitch />
          <Button small icon={Printer} onClick={onPrint}>
            {nl.reader.printAll}
          </Button>
        </div>
      </header>
    </>
  );
}

/** The address of the page is taken by where the reader is, so the skip link moves the focus itself. */
function toMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('inhoud')?.focus();
}

function neighbours(
  data: ReaderData,
  id: string,
): { previous: ReaderData['entries'][number] | undefined; next: ReaderData['entries'][number] | undefined } {
  const at = data.entries.findIndex((entry) => entry.summary.id === id);
  return { previous: data.entries[at - 1], next: data.entries[at + 1] };
}

function SearchField({ query, onQuery }: { query: string; onQuery(query: string): void }): ReactNode {
  return (
    <search className="search lezer-search">
      <Search className="icon" aria-hidden />
      <input
        type="search"
        value={query}
        placeholder={nl.reader.search}
        aria-label={nl.reader.search}
        onChange={(event) => onQuery(event.target.value)}
      />
      {query !== '' && <IconButton icon={X} label={nl.reader.clear} onClick={() => onQuery('')} />}
    </search>
  );
}

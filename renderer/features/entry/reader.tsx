import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RenderedText } from '../../../domain/api/contract.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { onlyInAttachment } from '../../../domain/search/text-marks.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useCall, type CallState } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { useFoundWords, useMarksIn } from '../../kit/found-words.ts';
import { useKeys } from '../../kit/keys.ts';
import { nl } from '../../text/nl.ts';
import { back } from './back.ts';
import './entry.css';
import { MergeWithDialog } from './merge-with-dialog.tsx';
import { ReaderBar, type Asking } from './reader-bar.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { Sheet } from './sheet.tsx';
import { openFields } from './side-pane.tsx';
import { StageDialog } from './stage-dialog.tsx';
import { fetchEditorSoon } from './writing-place.tsx';

interface ReaderProps {
  id: string;
  query: string;
  /** Folded words to mark; asked for here when the list did not give them. */
  words?: readonly string[];
  /** On a page of its own instead of beside the list. */
  whole?: boolean;
}

/** A write-up to read: the text as chapters, what is known about it in the margin. */
export function Reader({ id, query, words, whole = false }: ReaderProps): ReactNode {
  const page = useRef<HTMLElement>(null);
  const vocabulary = useVocabulary();
  const read = useCall('entries.read', { id });
  const { failure } = read;
  const rendered = useCall('entries.render', { id });
  const shown = useTogether(read, rendered);
  const hit = useHit(id, query);
  // Who reads may write next.
  useEffect(() => fetchEditorSoon(400), []);
  const marksIn = useMarksIn(query === '' ? [] : (words ?? hit.words), query);
  const drawn = useMemo(() => ({ shown, marksIn }), [shown, marksIn]);
  const found = useFoundWords(page, { selector: '.sheet-head mark, .page mark', drawn, from: hit.section });
  const [asking, setAsking] = useState<Asking>();
  const ask = (what: Asking): void => (what === 'kenmerken' ? openFields(id, query) : setAsking(what));
  const edit = (): void => go({ screen: 'stuk', id, edit: true, q: query });
  useKeys({ F2: edit, F3: found.next, 'Shift+F3': found.previous, Escape: whole ? back : undefined });
  if (failure && !read.previous) return <Missing code={failure.code} text={failure.message} />;
  if (!shown) return <article className="reader" aria-busy="true" />;
  const { entry, text } = shown;
  return (
    <article ref={page} className="reader" aria-labelledby="titel" lang="nl" data-entry={entry.id}>
      <ReaderBar entry={entry} vocabulary={vocabulary} query={query} whole={whole} found={found} onEdit={edit} onAsk={ask} />
      <Sheet entry={entry} text={text} vocabulary={vocabulary} marksIn={marksIn} attachment={hit.attachment} onAsk={ask} onEdit={edit} />
      {asking === 'fase' && <StageDialog entry={entry} onClose={() => setAsking(undefined)} />}
      {asking === 'titel' && <RenameDialog entry={entry} onClose={() => setAsking(undefined)} />}
      {asking === 'samen' && <MergeWithDialog entry={entry} vocabulary={vocabulary} onClose={() => setAsking(undefined)} />}
    </article>
  );
}

/** How this write-up answers the query: the words, the part its best piece stands in, and the file when it is only in a file. */
function useHit(id: string, query: string): { words: readonly string[]; section: string | undefined; attachment: string | undefined } {
  const own = useCall('search.query', { query: `(${query}) id:"${id.replace(/["“”„]/g, ' ')}"`, limit: 5 }, { enabled: query.trim() !== '' });
  const asked = useCall('search.query', { query, limit: 0 }, { enabled: query.trim() !== '' });
  const hit = own.previous || query.trim() === '' ? undefined : own.data?.hits.find((one) => one.id === id);
  const attachment = hit && hit.titleMarks.length === 0 ? onlyInAttachment(hit.snippets) : undefined;
  // Marks come together with the part to begin at, so that the first step never goes elsewhere.
  return { words: own.data ? (asked.data?.words ?? none) : none, section: hit?.snippets[0]?.section, attachment };
}

const none: readonly string[] = [];

interface Together {
  entry: EntryDetail;
  text: RenderedText;
}

/** The write-up and its text always belong together: until both of the next one are there, the one before stays. */
function useTogether(read: CallState<EntryDetail>, rendered: CallState<RenderedText>): Together | undefined {
  const entry = read.data;
  const text = rendered.data;
  const whole = entry !== undefined && text !== undefined && !read.previous && !rendered.previous;
  const last = useRef<Together>(undefined);
  if (whole && (last.current?.entry !== entry || last.current.text !== text)) last.current = { entry, text };
  return last.current;
}

function Missing({ code, text }: { code: string; text: string }): ReactNode {
  if (code === 'entry.missing')
    return (
      <div className="reader">
        <Empty title={nl.entry.missing} text={nl.entry.missingText}>
          <LinkButton href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>{nl.frame.toLibrary}</LinkButton>
        </Empty>
      </div>
    );
  return (
    <div className="reader">
      <div className="notice-line">
        <Callout tone="no" alert title={`${nl.entry.failed}.`}>
          {text}
        </Callout>
      </div>
    </div>
  );
}

import { CircleAlert, Copy, Lock, Share2 } from 'lucide-react';
import { memo, useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import { judgedItems, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { kindOf, stagesOf } from '../../data/vocabulary.ts';
import { Highlight } from '../../kit/highlight.tsx';
import { PartMeter } from '../../kit/part-meter.tsx';
import { StageBadge } from '../../kit/seeds.tsx';
import { SevenDots } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';

export type HitOf = Output<'search.query'>['hits'][number];

interface HitRowProps {
  hit: HitOf;
  vocabulary: Vocabulary;
  href: string;
  current?: boolean;
  /** One row of the list is reached with Tab; arrows do the rest. */
  tabStop?: boolean;
  /** The row the arrows went to: it takes the focus when it is drawn. */
  wanted?: { current: string | undefined };
  /** Double-click: on a page of its own. */
  onOpen?: () => void;
  /** A click with Ctrl or Shift picks instead of opening. */
  onPick?: (event: MouseEvent) => void;
}

/** One hit: what it is, how good it is, may it be shared, and where the words stand. */
export function HitRow({ hit, vocabulary, href, current = false, tabStop = true, wanted, onOpen, onPick }: HitRowProps): ReactNode {
  const row = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (wanted?.current !== hit.id) return;
    wanted.current = undefined;
    row.current?.focus({ preventScroll: true });
  });
  return (
    <a
      ref={row}
      className="hit"
      href={href}
      aria-current={current ? 'true' : undefined}
      tabIndex={tabStop ? 0 : -1}
      onClick={onPick}
      onDoubleClick={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onOpen?.();
      }}
      draggable={false}
    >
      <HitText hit={hit} vocabulary={vocabulary} />
    </a>
  );
}

/** All that is to be read of it: stays as it is while a new question is under way. */
const HitText = memo(function HitText({ hit, vocabulary }: { hit: HitOf; vocabulary: Vocabulary }): ReactNode {
  const { entry } = hit;
  const meta = [kindOf(vocabulary, entry.kind).name, entry.organisation, entry.date && dateText(entry.date)].filter(Boolean);
  return (
    <>
      <span className="hit-title">
        <Highlight text={entry.title} marks={hit.titleMarks} />
      </span>
      <span className="hit-meta">
        {meta.map((part, index) => (
          <span key={index}>{part}</span>
        ))}
      </span>
      {hit.reden && <span className="hit-reason">{hit.reden}</span>}
      <HitSnippet hit={hit} />
      <HitFoot hit={hit} vocabulary={vocabulary} />
    </>
  );
});

function HitSnippet({ hit }: { hit: HitOf }): ReactNode {
  const snippet = hit.snippets[0];
  if (!snippet) return hit.entry.summary ? <span className="hit-snippet">{hit.entry.summary}</span> : null;
  return (
    <span className="hit-snippet">
      {snippet.section && snippet.marks.length > 0 && <b>{snippet.section}: </b>}
      <Highlight text={snippet.text} marks={snippet.marks} />
    </span>
  );
}

function HitFoot({ hit: { entry }, vocabulary }: { hit: HitOf; vocabulary: Vocabulary }): ReactNode {
  const stage = stagesOf(vocabulary).find((s) => s.value === entry.stage);
  const items = judgedItems(vocabulary, entry.kind).map(({ id }) => id);
  const yes = items.filter((id) => entry.verdicts[id] === 'ja').length;
  return (
    <span className="hit-foot">
      {stage && <StageBadge stage={stage.number} name={stage.item.name} />}
      {items.length > 0 && (
        <span>
          <SevenDots verdicts={entry.verdicts} items={items} />
          <span>
            <b>{yes}</b> van {items.length}
          </span>
        </span>
      )}
      {items.length > 0 && <PartMeter parts={entry.parts} />}
      <span className="push">
        {entry.copyOf !== undefined && <Sign icon={Copy} text={nl.history.copyBadge} className="is-problem" />}
        {entry.problems > 0 && <Sign icon={CircleAlert} text={nl.library.problems(entry.problems)} className="is-problem" />}
        {entry.confidential ? (
          <Sign icon={Lock} text={nl.library.confidential} />
        ) : entry.sharing === 'intern' ? null : (
          <Sign icon={Share2} text={nl.library.shared[entry.sharing]} />
        )}
      </span>
    </span>
  );
}

function Sign({ icon: Icon, text, className = '' }: { icon: typeof Lock; text: string; className?: string }): ReactNode {
  return (
    <span className={`sign ${className}`} title={text}>
      <Icon className="icon icon-sm" aria-hidden />
      <span className="sr">{text}</span>
    </span>
  );
}

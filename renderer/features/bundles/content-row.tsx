import { ArrowDown, ArrowUp, CircleAlert, GripVertical, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LeftOut } from '../../../domain/bundle/manifest.ts';
import type { EntrySummary } from '../../../domain/entries/entry.ts';
import { judgedItems } from '../../../domain/entries/vocabulary.ts';
import { hrefOf } from '../../data/routes.ts';
import { kindOf, stagesOf, useVocabulary } from '../../data/vocabulary.ts';
import { IconButton } from '../../kit/button.tsx';
import { KindIcon } from '../../kit/kind-icon.tsx';
import { Seeds } from '../../kit/seeds.tsx';
import { SevenDots } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import type { Dragging } from './dragging.ts';
import { keyOf, type Row } from './draft.ts';

interface ContentRowProps {
  row: Row;
  /** Just added: it takes the focus. */
  fresh: boolean;
  name: string;
  entry: EntrySummary | undefined;
  leftOut: LeftOut | undefined;
  /** How many write-ups a query stands for now. */
  found: number | undefined;
  index: number;
  total: number;
  drag: Dragging;
  onName(chapter: string): void;
  onMove(to: number): void;
  onRemove(): void;
}

/** One line of the contents: drag it, push it with the arrows, or take it out. */
export function ContentRow(props: ContentRowProps): ReactNode {
  const { row, name, index, total, drag, onMove, onRemove } = props;
  const key = keyOf(row);
  const drop = drag.id !== undefined && drag.id !== key && drag.to !== undefined ? drag.to : undefined;
  return (
    <li
      className={['drag', 'chapter' in row && 'drag-chapter', drag.id === key && 'is-held'].filter(Boolean).join(' ')}
      data-id={key}
      data-drop={drop === index ? 'before' : drop === total - 1 && index === total - 1 ? 'after' : undefined}
    >
      <button
        type="button"
        className="grip"
        aria-label={nl.bundles.move(name)}
        {...drag.grip(key)}
        onKeyDown={(event) => {
          const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: total - 1 }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          onMove(to);
        }}
      >
        <GripVertical className="icon" aria-hidden />
      </button>
      <RowFace {...props} />
      <span className="drag-steps">
        <IconButton icon={ArrowUp} label={nl.bundles.up(name)} disabled={index === 0} onClick={() => onMove(index - 1)} />
        <IconButton icon={ArrowDown} label={nl.bundles.down(name)} disabled={index === total - 1} onClick={() => onMove(index + 1)} />
      </span>
      <IconButton icon={X} label={nl.bundles.remove(name)} onClick={onRemove} />
    </li>
  );
}

function RowFace({ row, fresh, name, entry, leftOut, found, onName }: ContentRowProps): ReactNode {
  if ('chapter' in row)
    return (
      <input
        className="input chapter-name"
        aria-label={nl.bundles.chapterName}
        placeholder={nl.bundles.chapterName}
        value={row.chapter}
        maxLength={200}
        autoFocus={fresh}
        onChange={(event) => onName(event.target.value)}
      />
    );
  if ('query' in row)
    return (
      <>
        <Search className="icon" aria-hidden />
        <span className="drag-name">
          <a href={hrefOf({ screen: 'bibliotheek', q: row.query, sort: 'relevantie' })}>{name}</a>
          <small>{found === undefined ? nl.bundles.query : nl.bundles.queryFinds(found)}</small>
        </span>
      </>
    );
  return (
    <>
      <RowSign entry={entry} />
      <span className="drag-name">
        <a href={hrefOf({ screen: 'stuk', id: row.entry, edit: false, q: '' })}>{name}</a>
        <RowMeta entry={entry} />
      </span>
      {leftOut && (
        <span className="badge badge-no">
          <CircleAlert className="icon icon-sm" aria-hidden />
          {nl.bundles.badges[leftOut.reason]}
        </span>
      )}
      {entry && <RowSeven entry={entry} />}
    </>
  );
}

function RowSign({ entry }: { entry: EntrySummary | undefined }): ReactNode {
  const vocabulary = useVocabulary();
  const stage = stagesOf(vocabulary).find((one) => one.value === entry?.stage);
  if (stage) return <Seeds stage={stage.number} />;
  return <KindIcon name={entry ? kindOf(vocabulary, entry.kind).icon : 'file-text'} />;
}

function RowMeta({ entry }: { entry: EntrySummary | undefined }): ReactNode {
  const vocabulary = useVocabulary();
  if (!entry) return null;
  const stage = stagesOf(vocabulary).find((one) => one.value === entry.stage);
  return (
    <small>
      {[kindOf(vocabulary, entry.kind).name, entry.organisation].filter(Boolean).join(' · ')}
      {stage && <span className="sr">{` · ${stage.number} ${stage.item.name}`}</span>}
    </small>
  );
}

function RowSeven({ entry }: { entry: EntrySummary }): ReactNode {
  const items = judgedItems(useVocabulary(), entry.kind).map((item) => item.id);
  if (items.length === 0) return null;
  const [yes, total] = nl.bundles.ofSeven(items.filter((item) => entry.verdicts[item] === 'ja').length, items.length);
  return (
    <span className="drag-seven tiny">
      <SevenDots verdicts={entry.verdicts} items={items} />
      <span aria-hidden>
        <b>{yes}</b> {total}
      </span>
    </span>
  );
}

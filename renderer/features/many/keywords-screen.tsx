import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { alikeKeywords, keywordsOf, type Keyword } from '../../../domain/entries/keywords.ts';
import { fold } from '../../../domain/search/fold.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { KeywordDialog, type KeywordTask } from './keyword-dialog.tsx';
import { KeywordRow } from './keyword-row.tsx';
import './many.css';

const most = 300;

/** All trefwoorden of the kennismap, to rename, merge and take away. */
export function KeywordsScreen(): ReactNode {
  const titles = useCall('entries.titles', {}).data;
  const all = useMemo(() => keywordsOf(titles ?? []), [titles]);
  const [task, setTask] = useState<KeywordTask>();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const chosen = all.filter(({ value }) => picked.includes(value));
  return (
    <div className="keywords">
      <header className="screen-head">
        <h1>{nl.many.keywords}</h1>
        <p className="soft small">{nl.many.keywordsIntro}</p>
      </header>
      {titles && all.length === 0 && <Empty title={nl.many.keywordsEmpty} text={nl.many.keywordsEmptyText} />}
      <Alike groups={alikeKeywords(all)} onMerge={(keywords) => setTask({ what: 'merge', keywords })} />
      {all.length > 0 && <AllKeywords all={all} picked={picked} chosen={chosen} onPicked={setPicked} onTask={setTask} />}
      {task && (
        <KeywordDialog
          task={task}
          all={all}
          onClose={() => setTask(undefined)}
          onDone={() => {
            setTask(undefined);
            setPicked([]);
          }}
        />
      )}
    </div>
  );
}

function Alike({ groups, onMerge }: { groups: readonly Keyword[][]; onMerge(keywords: Keyword[]): void }): ReactNode {
  if (groups.length === 0) return null;
  return (
    <section className="keywords-alike">
      <h2>{nl.many.alike}</h2>
      <p className="soft small">{nl.many.alikeText}</p>
      <ul>
        {groups.map((group) => (
          <li key={group[0]?.value}>
            {group.map(({ value, ids }) => (
              <span key={value}>
                <b>{value}</b> <span className="faint small">{ids.length}</span>
              </span>
            ))}
            <Button small aria-label={nl.many.alikeLabel(group.map(({ value }) => value).join(', '))} onClick={() => onMerge(group)}>
              {nl.many.alikeMerge}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AllKeywordsProps {
  all: readonly Keyword[];
  picked: readonly string[];
  chosen: Keyword[];
  onPicked(picked: readonly string[]): void;
  onTask(task: KeywordTask): void;
}

function AllKeywords({ all, picked, chosen, onPicked, onTask }: AllKeywordsProps): ReactNode {
  const [filter, setFilter] = useState('');
  const asked = fold(useDeferredValue(filter).trim());
  const found = all.filter(({ value }) => fold(value).includes(asked));
  return (
    <section className="keywords-all" aria-label={nl.many.keywordsList}>
      <TextField label={nl.many.keywordsFilter} type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      <p className="small soft" role="status">
        {found.length === 0 ? nl.many.keywordsNothing : nl.many.keywordsCount(found.length)}
      </p>
      <div className={chosen.length > 0 ? 'keywords-bar' : 'sr'} role="group" aria-label={nl.many.keywords}>
        <b role="status">{chosen.length > 0 ? nl.many.chosen(chosen.length) : ''}</b>
        {chosen.length > 0 && (
          <>
            <Button small disabled={chosen.length < 2} onClick={() => onTask({ what: 'merge', keywords: mostUsedFirst(chosen) })}>
              {nl.many.merge}
            </Button>
            <Button small onClick={() => onTask({ what: 'retire', keywords: chosen })}>
              {nl.many.retire}
            </Button>
            <Button small look="quiet" onClick={() => onPicked([])}>
              {nl.many.done}
            </Button>
          </>
        )}
      </div>
      <ul>
        {found.slice(0, most).map((keyword) => (
          <KeywordRow
            key={keyword.value}
            keyword={keyword}
            picked={picked.includes(keyword.value)}
            onPick={(on) => onPicked(on ? [...picked, keyword.value] : picked.filter((other) => other !== keyword.value))}
            onTask={onTask}
          />
        ))}
      </ul>
      {found.length > most && <p className="small faint">{nl.many.nowMore(found.length - most)}</p>}
    </section>
  );
}

const mostUsedFirst = (keywords: readonly Keyword[]): Keyword[] => keywords.toSorted((a, b) => b.ids.length - a.ids.length);

import { RotateCcw, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Trashed } from '../../../domain/api/contract.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useTask } from '../../data/use-task.ts';
import { useToasts } from '../../data/toasts.tsx';
import { kindOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import './history.css';
import { RemoveDialog } from './remove-dialog.tsx';

/** What was thrown away and what vanished outside Oogst; both can be brought back. */
export function TrashScreen(): ReactNode {
  const { data: items } = useCall('trash.list', {});
  const { data: vanished } = useCall('history.vanished', {});
  if (!items || !vanished) return <div aria-busy="true" />;
  return (
    <div className="history">
      <header className="screen-head">
        <h1>{nl.history.trash}</h1>
      </header>
      <div className="history-body">
        {items.length === 0 ? <Empty title={nl.history.trashEmpty} text={nl.history.trashEmptyText} /> : <Items items={items} />}
        {vanished.length > 0 && <Vanished items={vanished} />}
      </div>
    </div>
  );
}

function Items({ items }: { items: readonly Trashed[] }): ReactNode {
  const vocabulary = useVocabulary();
  const [removing, setRemoving] = useState<Trashed>();
  const restore = useAction('trash.restore');
  const toasts = useToasts();
  const bringBack = async ({ key, title }: Trashed): Promise<void> => {
    if (await restore.run({ key })) toasts.say({ text: nl.history.broughtBack(title) });
  };
  return (
    <ul className="bin-list" aria-label={nl.history.trash}>
      {items.map((item) => (
        <li key={item.key}>
          <span>
            <b>{item.title}</b>
            <small>
              {[
                capital(kindOf(vocabulary, item.kind).name),
                item.path,
                nl.history.thrownAt(Date.parse(item.at)),
                item.attachments ? nl.history.withAttachments : '',
                item.into ? nl.merging.into(item.into.title) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
          <span className="row">
            <Button
              small
              icon={RotateCcw}
              disabled={restore.busy}
              aria-label={`${nl.history.bringBack}: ${item.title}`}
              onClick={() => void bringBack(item)}
            >
              {nl.history.bringBack}
            </Button>
            <Button small look="quiet" icon={Trash2} aria-label={`${nl.history.removeForGood}: ${item.title}`} onClick={() => setRemoving(item)}>
              {nl.history.removeForGood}
            </Button>
          </span>
        </li>
      ))}
      {removing && <RemoveDialog item={removing} onClose={() => setRemoving(undefined)} />}
    </ul>
  );
}

interface VanishedItem {
  id: string;
  title: string;
  path: string;
  at: string;
}

function Vanished({ items }: { items: readonly VanishedItem[] }): ReactNode {
  const task = useTask('history.recover');
  const toasts = useToasts();
  const recover = async (ids: string[]): Promise<void> => {
    const result = await task.run({ ids });
    if (result) toasts.say({ text: nl.history.recovered(result.done.length) });
    for (const path of result?.failed ?? []) toasts.fail(`${path}: ${nl.history.gone}`);
  };
  return (
    <section>
      <h2>{nl.history.vanished}</h2>
      <p className="soft small">{nl.history.vanishedText}</p>
      {task.state === 'running' ? (
        <Progress label={nl.history.restoring} done={task.progress?.done ?? 0} total={task.progress?.total ?? 0} onCancel={task.cancel} />
      ) : (
        items.length > 1 && <Button onClick={() => void recover(items.map(({ id }) => id))}>{nl.history.recoverAll}</Button>
      )}
      <ul className="bin-list" aria-label={nl.history.vanished}>
        {items.map((item) => (
          <li key={item.id}>
            <span>
              <b>{item.title}</b>
              <small>{[item.path, nl.history.lastSeen(Date.parse(item.at))].join(' · ')}</small>
            </span>
            <Button
              small
              icon={RotateCcw}
              disabled={task.state === 'running'}
              aria-label={`${nl.history.bringBack}: ${item.title}`}
              onClick={() => void recover([item.id])}
            >
              {nl.history.bringBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Plus } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useCall } from '../../data/use-call.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Empty } from '../../kit/empty.tsx';
import { nl } from '../../text/nl.ts';
import { AddDialog } from './add-dialog.tsx';
import { ContentRow } from './content-row.tsx';
import { useDragging } from './dragging.ts';
import type { PartProps } from './part-props.ts';

/** The write-ups of the bundle in their order. */
export function Contents({ draft, checked, onChange }: PartProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const toasts = useToasts();
  const undo = (): void => onChange({ do: 'put', draft });
  const add = (ids: readonly string[]): void => {
    onChange({ do: 'add', ids });
    setSaid(nl.bundles.added(ids.filter((id) => !draft.ids.includes(id)).length));
  };
  return (
    <section className="bundle-in" aria-labelledby="bundel-inhoud">
      <div className="panel-head">
        <h2 id="bundel-inhoud">
          {nl.bundles.contents} {draft.ids.length > 0 && <span>{draft.ids.length}</span>}
        </h2>
        <div className="row">
          {draft.ids.length > 1 && (
            <Button
              small
              look="quiet"
              onClick={() => {
                onChange({ do: 'remove', ids: draft.ids });
                toasts.say({ text: nl.bundles.cleared(draft.ids.length), undo });
              }}
            >
              {nl.bundles.clear}
            </Button>
          )}
          <Button small icon={Plus} onClick={() => setAdding(true)}>
            {nl.bundles.add}
          </Button>
        </div>
      </div>
      {draft.ids.length === 0 ? (
        <Empty title={nl.bundles.emptyTitle} text={nl.bundles.emptyText} level={3}>
          <LinkButton href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>{nl.bundles.toLibrary}</LinkButton>
        </Empty>
      ) : (
        <Rows draft={draft} checked={checked} onChange={onChange} onSay={setSaid} />
      )}
      <p className="sr" role="status">
        {said}
      </p>
      {adding && <AddDialog taken={draft.ids} onAdd={add} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Rows({ draft, checked, onChange, onSay }: PartProps & { onSay(text: string): void }): ReactNode {
  const { data: titles } = useCall('entries.titles', {});
  const toasts = useToasts();
  const list = useRef<HTMLOListElement>(null);
  const keepFocus = useKeptFocus(draft.ids);
  const titleOf = (id: string): string =>
    checked?.ready.find((entry) => entry.id === id)?.title ??
    checked?.leftOut.find((one) => one.id === id)?.title ??
    titles?.find((one) => one.id === id)?.title ??
    id;
  const move = (id: string, to: number): void => {
    const at = Math.min(draft.ids.length - 1, Math.max(0, to));
    if (at === draft.ids.indexOf(id)) return;
    keepFocus();
    onChange({ do: 'move', id, to: at });
    onSay(nl.bundles.place(titleOf(id), at + 1, draft.ids.length));
  };
  const drag = useDragging(list, move);
  return (
    <ol ref={list} className="drags" aria-label={nl.bundles.list}>
      {draft.ids.map((id, index) => (
        <ContentRow
          key={id}
          id={id}
          title={titleOf(id)}
          entry={checked?.ready.find((entry) => entry.id === id)}
          leftOut={checked?.leftOut.find((one) => one.id === id)}
          index={index}
          total={draft.ids.length}
          drag={drag}
          onMove={(to) => move(id, to)}
          onRemove={() => {
            onChange({ do: 'remove', ids: [id] });
            toasts.say({ text: nl.bundles.removed(titleOf(id)), undo: () => onChange({ do: 'put', draft }) });
          }}
        />
      ))}
    </ol>
  );
}

/** A row that moves takes the focus along: the browser drops it when an element is put elsewhere. */
function useKeptFocus(order: readonly string[]): () => void {
  const held = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const element = held.current;
    held.current = null;
    element?.focus();
    // A button that has become useless at the end of the list gives it to the grip of its row.
    if (element && document.activeElement !== element) element.closest('li')?.querySelector<HTMLElement>('.grip')?.focus();
  }, [order]);
  return () => {
    held.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  };
}

import { Heading, Plus } from 'lucide-react';
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
import { idsIn, keyOf, type Row } from './draft.ts';
import type { Check, PartProps } from './part-props.ts';

/** The write-ups of the bundle in their order. */
export function Contents({ draft, checked, onChange }: PartProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const [fresh, setFresh] = useState('');
  const taken = idsIn(draft);
  const add = (ids: readonly string[]): void => {
    onChange({ do: 'add', ids });
    setSaid(nl.bundles.added(ids.filter((id) => !taken.includes(id)).length));
  };
  const addChapter = (): void => {
    const key = freshKey();
    setFresh(key);
    onChange({ do: 'insert', row: { key, chapter: '' } });
  };
  const addQuery = (query: string, name: string): void => {
    onChange({ do: 'insert', row: { key: freshKey(), query, name } });
    setSaid(nl.bundles.queryAdded(name));
  };
  return (
    <section className="bundle-in" aria-labelledby="bundel-inhoud">
      <div className="panel-head">
        <h2 id="bundel-inhoud">
          {nl.bundles.contents} {taken.length > 0 && <span>{taken.length}</span>}
        </h2>
        <div className="row">
          {draft.rows.length > 1 && <Clear draft={draft} onChange={onChange} />}
          {draft.rows.length > 0 && (
            <Button small icon={Heading} onClick={addChapter}>
              {nl.bundles.addChapter}
            </Button>
          )}
          <Button small icon={Plus} onClick={() => setAdding(true)}>
            {nl.bundles.add}
          </Button>
        </div>
      </div>
      {draft.rows.length === 0 ? <NothingYet /> : <Rows draft={draft} checked={checked} fresh={fresh} onChange={onChange} onSay={setSaid} />}
      <p className="sr" role="status">
        {said}
      </p>
      {adding && <AddDialog taken={taken} onAdd={add} onQuery={addQuery} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Clear({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): ReactNode {
  const toasts = useToasts();
  const clear = (): void => {
    onChange({ do: 'remove', keys: draft.rows.map(keyOf) });
    toasts.say({ text: nl.bundles.cleared(idsIn(draft).length), undo: () => onChange({ do: 'put', draft }) });
  };
  return (
    <Button small look="quiet" onClick={clear}>
      {nl.bundles.clear}
    </Button>
  );
}

function NothingYet(): ReactNode {
  return (
    <Empty title={nl.bundles.emptyTitle} text={nl.bundles.emptyText} level={3}>
      <LinkButton href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>{nl.bundles.toLibrary}</LinkButton>
    </Empty>
  );
}

const freshKey = (): string => `rij-${crypto.randomUUID()}`;

function Rows({ draft, checked, fresh, onChange, onSay }: PartProps & { fresh: string; onSay(text: string): void }): ReactNode {
  const nameOf = useNames(checked);
  const toasts = useToasts();
  const list = useRef<HTMLOListElement>(null);
  const keys = draft.rows.map(keyOf);
  const keepFocus = useKeptFocus(keys.join('\n'));
  const found = foundByRow(draft.rows, checked);
  const move = (key: string, to: number): void => {
    const at = Math.min(keys.length - 1, Math.max(0, to));
    const row = draft.rows.find((one) => keyOf(one) === key);
    if (at === keys.indexOf(key) || !row) return;
    keepFocus();
    onChange({ do: 'move', key, to: at });
    onSay(nl.bundles.place(nameOf(row), at + 1, keys.length));
  };
  const drag = useDragging(list, move);
  return (
    <ol ref={list} className="drags" aria-label={nl.bundles.list}>
      {draft.rows.map((row, index) => (
        <ContentRow
          key={keyOf(row)}
          row={row}
          fresh={keyOf(row) === fresh}
          name={nameOf(row)}
          entry={'entry' in row ? checked?.ready.find((entry) => entry.id === row.entry) : undefined}
          leftOut={'entry' in row ? checked?.leftOut.find((one) => one.id === row.entry) : undefined}
          found={found.get(keyOf(row))}
          index={index}
          total={keys.length}
          drag={drag}
          onName={(chapter) => onChange({ do: 'name', key: keyOf(row), chapter })}
          onMove={(to) => move(keyOf(row), to)}
          onRemove={() => {
            onChange({ do: 'remove', keys: [keyOf(row)] });
            toasts.say({ text: nl.bundles.removed(nameOf(row)), undo: () => onChange({ do: 'put', draft }) });
          }}
        />
      ))}
    </ol>
  );
}

/** How many write-ups each query in the list stands for now, by the key of its row. */
function foundByRow(rows: readonly Row[], checked: Check | undefined): Map<string, number> {
  const items = checked?.found.flat() ?? [];
  const out = new Map<string, number>();
  const asking = rows.filter((row) => !('chapter' in row));
  asking.forEach((row, at) => {
    const found = items[at];
    if ('query' in row && found) out.set(row.key, found.length);
  });
  return out;
}

/** What a row is called. */
function useNames(checked: Check | undefined): (row: Row) => string {
  const { data: titles } = useCall('entries.titles', {});
  return (row) => {
    if ('chapter' in row) return row.chapter.trim() || nl.bundles.chapterNone;
    if ('query' in row) return row.name;
    const { entry: id } = row;
    return (
      checked?.ready.find((entry) => entry.id === id)?.title ??
      checked?.leftOut.find((one) => one.id === id)?.title ??
      titles?.find((one) => one.id === id)?.title ??
      id
    );
  };
}

/** A row that moves takes the focus along: the browser drops it when an element is put elsewhere. */
function useKeptFocus(order: string): () => void {
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

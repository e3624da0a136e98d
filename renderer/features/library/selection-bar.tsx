import { Merge, Package, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import type { Selection } from './selection.ts';

/** What the dialog that changes many needs; it is another feature. */
export interface ManySlot {
  ids: readonly string[];
  onClose(): void;
}

interface SelectionBarProps {
  selection: Selection;
  total: number;
  renderMany(slot: ManySlot): ReactNode;
}

/** How many are picked, and what can be done with them. */
export function SelectionBar({ selection, total, renderMany }: SelectionBarProps): ReactNode {
  const [changing, setChanging] = useState(false);
  const count = selection.ids.size;
  const done = (): void => {
    selection.clear();
    // The bar goes and takes the focus along; it belongs in the list.
    document.querySelector<HTMLElement>('.hits .hit[tabindex="0"]')?.focus();
  };
  return (
    <div
      className={count > 0 ? 'selection-bar' : 'sr'}
      role="group"
      aria-label={nl.many.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || changing) return;
        event.preventDefault();
        done();
      }}
    >
      <b role="status">{count > 0 ? nl.many.chosen(count) : ''}</b>
      {count > 0 && count < Math.min(total, 5000) && (
        <button type="button" className="link small" aria-label={nl.many.allLabel(total)} onClick={selection.all}>
          {nl.many.all(total)}
        </button>
      )}
      {count > 0 && <Deeds ids={[...selection.ids]} onChange={() => setChanging(true)} onDone={done} />}
      {changing && renderMany({ ids: [...selection.ids], onClose: () => setChanging(false) })}
    </div>
  );
}

function Deeds({ ids, onChange, onDone }: { ids: string[]; onChange(): void; onDone(): void }): ReactNode {
  const state = useLibraryState();
  const { back } = useUndo();
  const trash = useAction('trash.put', {
    said: (away) => ({ text: nl.many.thrown(away.length), undo: () => back({ label: 'weggegooid', id: away[0]?.id ?? '' }) }),
  });
  const throwAway = async (): Promise<void> => {
    if (await trash.run({ ids })) onDone();
  };
  const writable = state?.state === 'ready' && !state.readOnly;
  return (
    <span className="selection-does">
      {writable && (
        <Button small icon={Pencil} onClick={onChange}>
          {nl.many.change}
        </Button>
      )}
      {writable && ids.length === 2 && (
        <Button small icon={Merge} onClick={() => go({ screen: 'samen', id: ids[0] ?? '', other: ids[1] ?? '' })}>
          {nl.merging.two}
        </Button>
      )}
      <Button small icon={Package} onClick={() => go({ screen: 'bundels', ids, q: '' })}>
        {nl.many.toBundle}
      </Button>
      {writable && (
        <Button small icon={Trash2} disabled={trash.busy} onClick={() => void throwAway()}>
          {nl.many.throwAway}
        </Button>
      )}
      <Button small look="quiet" keys="Esc" onClick={onDone}>
        {nl.many.done}
      </Button>
    </span>
  );
}

import { Bookmark, BookmarkCheck, Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { LibraryRoute } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { nl } from '../../text/nl.ts';
import { KeepDialog, RenameDialog } from './keep-dialog.tsx';
import { useRemoval, useSearches } from './use-searches.ts';

/** Beside a list that answers a query: keep it, or what can be done with it when it is kept. */
export function KeepSearch({ route: { q, sort } }: { route: LibraryRoute }): ReactNode {
  const { searches, closed } = useSearches();
  const remove = useRemoval();
  const [asking, setAsking] = useState<'keep' | 'rename'>();
  const close = (): void => setAsking(undefined);
  if (q.trim() === '') return null;
  const kept = searches.find((one) => one.query.trim() === q.trim());
  return (
    <>
      {kept && !closed ? (
        <Menu
          label={nl.searches.keptMenu(kept.name)}
          align="end"
          items={[
            { id: 'naam', label: nl.searches.rename, icon: Pencil, run: () => setAsking('rename') },
            { id: 'weg', label: nl.searches.remove, icon: Trash2, run: () => remove(kept) },
          ]}
          button={(props) => (
            <button type="button" className="button button-quiet button-small" title={nl.searches.keptMenu(kept.name)} {...props}>
              <BookmarkCheck className="icon icon-sm" aria-hidden />
              {nl.searches.kept}
            </button>
          )}
        />
      ) : (
        <Button small look="quiet" icon={Bookmark} disabled={closed !== undefined} title={closed} onClick={() => setAsking('keep')}>
          {nl.searches.keep}
          {closed && <span className="sr">: {closed}</span>}
        </Button>
      )}
      {asking === 'keep' && <KeepDialog query={q} sort={sort} searches={searches} onClose={close} />}
      {asking === 'rename' && kept && <RenameDialog search={kept} onClose={close} />}
    </>
  );
}

import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KeptSearch } from '../../../domain/api/contract.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { routeOf, useRemoval, useSearches } from './use-searches.ts';

interface AllSearchesProps {
  onRename(search: KeptSearch): void;
  onClose(): void;
}

/** Every kept query: open it, give it another name, take it away. */
export function AllSearches({ onRename, onClose }: AllSearchesProps): ReactNode {
  const { searches, fault, closed } = useSearches();
  const remove = useRemoval();
  return (
    <Dialog title={nl.searches.group} wide onClose={onClose} foot={<Button onClick={onClose}>{nl.common.close}</Button>}>
      {closed && <Callout tone={fault ? 'no' : 'info'}>{closed}</Callout>}
      {!closed && searches.length === 0 && <p className="soft">{nl.searches.none}</p>}
      <ul className="rows">
        {searches.map((search) => (
          <li key={search.id} className="search-row">
            <a href={hrefOf(routeOf(search))} onClick={onClose}>
              <b>{search.name}</b>
              <small>{search.query.trim() || nl.searches.everything}</small>
              <small className="faint">
                {nl.searches.total(search.total)} · {nl.searches.made(search.by, search.made)}
              </small>
            </a>
            {search.fresh > 0 && <span className="badge badge-info">{nl.searches.fresh(search.fresh)}</span>}
            <IconButton label={nl.searches.renameOf(search.name)} icon={Pencil} disabled={closed !== undefined} onClick={() => onRename(search)} />
            <IconButton
              label={nl.searches.removeOf(search.name)}
              icon={Trash2}
              disabled={closed !== undefined}
              onClick={() => {
                // The message with the way back lies under an open dialog.
                onClose();
                remove(search);
              }}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

import { ArrowLeft, Copy, Ellipsis, Expand, History, ListChecks, Merge, Package, Pencil, Printer, Scale, Sprout, Trash2, Type } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { judgedItems, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { currentRoute, go, hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { useUndo } from '../../data/use-undo.ts';
import { useToasts } from '../../data/toasts.tsx';
import { kindOf } from '../../data/vocabulary.ts';
import { Button, IconButton, LinkButton } from '../../kit/button.tsx';
import { FindBar } from '../../kit/find-bar.tsx';
import type { FoundWords } from '../../kit/found-words.ts';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { nl } from '../../text/nl.ts';
import { back } from './back.ts';

/** Which dialog is asked for. */
export type Asking = 'fase' | 'titel' | 'kenmerken' | 'samen';

interface ReaderBarProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
  query: string;
  whole: boolean;
  found: FoundWords;
  onEdit(): void;
  onAsk(what: Asking): void;
}

/** What can be done with this write-up. */
export function ReaderBar({ entry, vocabulary, query, whole, found, onEdit, onAsk }: ReaderBarProps): ReactNode {
  const judged = judgedItems(vocabulary, entry.kind).length > 0;
  return (
    <div className="reader-bar toolbar" role="group" aria-label={nl.entry.toolbar(kindOf(vocabulary, entry.kind).name)}>
      {whole && <IconButton icon={ArrowLeft} label={`${nl.entry.backTo} (Esc)`} onClick={back} />}
      {!entry.locked && (
        <Button look="quiet" small icon={Pencil} keys="F2" aria-keyshortcuts="F2" onClick={onEdit}>
          {nl.entry.edit}
        </Button>
      )}
      {judged && (
        <LinkButton look="quiet" small icon={Scale} href={hrefOf({ screen: 'weging', id: entry.id })}>
          {nl.entry.weigh}
        </LinkButton>
      )}
      <LinkButton look="quiet" small icon={Package} href={hrefOf({ screen: 'bundels', ids: [entry.id], q: '' })}>
        {nl.entry.inBundle}
      </LinkButton>
      <MoreMenu entry={entry} query={query} whole={whole} onAsk={onAsk} />
      {found.total > 0 && <FindBar found={found} />}
    </div>
  );
}

function MoreMenu({ entry, query, whole, onAsk }: Pick<ReaderBarProps, 'entry' | 'query' | 'whole' | 'onAsk'>): ReactNode {
  const toasts = useToasts();
  const state = useLibraryState();
  const { back } = useUndo();
  const trash = useAction('trash.put', {
    said: ([item]) => {
      if (!item) return undefined;
      leave(entry.id);
      return { text: nl.history.thrown(item.title), undo: () => back({ label: 'weggegooid', id: entry.id }) };
    },
  });
  const copy = (): void => {
    void navigator.clipboard?.writeText(`[[${entry.title}]]`).then(
      () => toasts.say({ text: nl.entry.copied }),
      () => undefined,
    );
  };
  const change: MenuItem[] = [
    { id: 'fase', label: nl.entry.stage, icon: Sprout, run: () => onAsk('fase') },
    { id: 'kenmerken', label: nl.entry.fields, icon: ListChecks, run: () => onAsk('kenmerken') },
    { id: 'titel', label: nl.entry.rename, icon: Type, run: () => onAsk('titel') },
    { id: 'samen', label: nl.merging.open, icon: Merge, run: () => onAsk('samen') },
  ];
  const throwAway: MenuItem = { id: 'weg', label: nl.history.throwAway, icon: Trash2, run: () => void trash.run({ ids: [entry.id] }) };
  const items: MenuItem[] = [
    ...(whole
      ? []
      : [{ id: 'heel', label: nl.entry.open, icon: Expand, keys: 'Enter', run: () => go({ screen: 'stuk', id: entry.id, edit: false, q: query }) }]),
    ...(entry.locked ? [] : change),
    { id: 'versies', label: nl.history.versions, icon: History, run: () => go({ screen: 'versies', id: entry.id }) },
    { id: 'koppeling', label: nl.entry.copyLink, icon: Copy, run: copy },
    { id: 'afdrukken', label: nl.entry.print, icon: Printer, keys: 'Ctrl P', run: () => window.print() },
    ...(state?.state === 'ready' && !state.readOnly ? [throwAway] : []),
  ];
  return (
    <Menu
      label={nl.common.more}
      items={items}
      button={(props) => (
        <button type="button" className="button button-quiet button-small button-icon" aria-label={nl.common.more} title={nl.common.more} {...props}>
          <Ellipsis className="icon icon-sm" aria-hidden />
        </button>
      )}
    />
  );
}

/** The place where the write-up stood shows the list again. */
function leave(id: string): void {
  const at = currentRoute();
  if (at.screen === 'bibliotheek' && at.id === id) go({ screen: 'bibliotheek', q: at.q, sort: at.sort }, { replace: true });
  else if (at.screen === 'stuk') go({ screen: 'bibliotheek', q: at.q, sort: 'relevantie' }, { returning: true });
}

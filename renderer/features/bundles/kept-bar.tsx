import { ChevronDown, FilePlus2, FolderOpen, Save, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { KeptBundle } from '../../../domain/bundle/kept-bundle.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';
import { draftOf, keptOf } from './draft.ts';
import type { PartProps } from './part-props.ts';
import { emptyDraft } from './use-draft.ts';

/** Keeping the bundle in the kennismap, and opening one of before. */
export function KeptBar({ draft, onChange }: Pick<PartProps, 'draft' | 'onChange'>): ReactNode {
  const { data } = useCall('bundles.list', {});
  const toasts = useToasts();
  const bundles = data?.bundles ?? [];
  const keeping = useAction('bundles.keep', { said: ({ title }) => ({ text: nl.bundles.kept(title) }) });
  const removing = useAction('bundles.remove', {
    said: (bundle) => ({ text: nl.bundles.keptRemoved(bundle.title), undo: () => void keeping.run({ bundle: bare(bundle) }), beside: true }),
  });
  const swap = (next: PartProps['draft'], text: string): void => {
    onChange({ do: 'put', draft: next });
    toasts.say({ text, undo: () => onChange({ do: 'put', draft }) });
  };
  const keep = async (): Promise<void> => {
    const saved = await keeping.run({ bundle: keptOf(draft), ...(draft.kept ? { since: draft.kept.since } : {}) });
    if (saved) onChange({ do: 'set', part: { kept: { id: saved.id, since: saved.changed } } });
  };
  const known = bundles.find(({ id }) => id === draft.kept?.id);
  const opening = (bundle: KeptBundle): MenuItem => ({
    id: bundle.id,
    label: bundle.title,
    hint: nl.bundles.keptHint(dateText(bundle.changed.slice(0, 10))),
    icon: FolderOpen,
    run: () => swap(draftOf(bundle, draft), nl.bundles.opened(bundle.title)),
  });
  const fresh: MenuItem = {
    id: 'nieuw',
    label: nl.bundles.fresh,
    icon: FilePlus2,
    run: () => swap(emptyDraft(draft.folder), nl.bundles.freshSaid),
  };
  const forgetting = ({ id, title }: KeptBundle): MenuItem => ({
    id: 'weg',
    label: nl.bundles.keptRemove(title),
    icon: Trash2,
    run: () => void removing.run({ id }).then((gone) => gone && onChange({ do: 'set', part: { kept: undefined } })),
  });
  return (
    <div className="row">
      <KeptMenu items={[...bundles.map(opening), fresh, ...(known ? [forgetting(known)] : [])]} />
      <Button small icon={Save} disabled={draft.rows.length === 0 || draft.title.trim() === '' || keeping.busy} onClick={() => void keep()}>
        {draft.kept ? nl.bundles.keepAgain : nl.bundles.keep}
      </Button>
    </div>
  );
}

const bare = ({ changed: _changed, ...rest }: KeptBundle): Omit<KeptBundle, 'changed'> => rest;

const KeptMenu = ({ items }: { items: readonly MenuItem[] }): ReactNode => (
  <Menu
    label={nl.bundles.keptList}
    align="end"
    items={items}
    button={(props) => (
      <Button small icon={ChevronDown} {...props}>
        {nl.bundles.keptList}
      </Button>
    )}
  />
);

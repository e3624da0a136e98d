import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import type { Route } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { nl } from '../../text/nl.ts';
import './bundles.css';
import { Contents } from './contents.tsx';
import { Findings } from './findings.tsx';
import { Making } from './making.tsx';
import { useDraft } from './use-draft.ts';

type BundleRoute = Extract<Route, { screen: 'bundels' }>;

/** What may go along and what stays, for the draft as it is now. */
export type Check = Output<'bundles.check'>;

/** One page to make a bundle: pick and order at the left, what is handed out in the middle, what to look at first at the right. */
export function BundlesScreen({ route }: { route: BundleRoute }): ReactNode {
  const state = useLibraryState();
  const dir = state && 'dir' in state ? state.dir : '';
  // Another kennismap has a bundle of its own.
  return <Bundle key={dir} dir={dir} route={route} />;
}

function Bundle({ dir, route }: { dir: string; route: BundleRoute }): ReactNode {
  const { draft, change } = useDraft(dir, route);
  const { data, previous, failure } = useCall('bundles.check', { ids: draft.ids, audience: draft.audience });
  const checked = draft.ids.length === 0 ? { ready: [], leftOut: [], warnings: [] } : data;
  return (
    <div className="bundle">
      <header className="screen-head">
        <div>
          <h1>{nl.bundles.title}</h1>
          <p className="soft small">{nl.bundles.intro}</p>
        </div>
      </header>
      <div className="bundle-cols">
        <Contents draft={draft} checked={checked} onChange={change} />
        <Making draft={draft} checked={checked} onChange={change} />
        <Findings draft={draft} checked={checked} busy={previous} failure={failure?.message} onChange={change} />
      </div>
    </div>
  );
}

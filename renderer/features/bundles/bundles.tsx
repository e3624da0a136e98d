import { ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ProductId } from '../../../domain/bundle/products.ts';
import { hrefOf, type Route } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { LinkButton } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import './bundles.css';
import { Contents } from './contents.tsx';
import { Findings } from './findings.tsx';
import { chaptersOf } from './draft.ts';
import { useGate } from './gate-state.ts';
import { KeptBar } from './kept-bar.tsx';
import { Making } from './making.tsx';
import type { Check } from './part-props.ts';
import { PreviewPane } from './preview-pane.tsx';
import { useDraft } from './use-draft.ts';

type BundleRoute = Extract<Route, { screen: 'bundels' }>;

/** One page to make a bundle: pick and order at the left, what is handed out in the middle, what to look at first at the right. */
export function BundlesScreen({ route }: { route: BundleRoute }): ReactNode {
  const state = useLibraryState();
  const dir = state && 'dir' in state ? state.dir : '';
  // Another kennismap has a bundle of its own.
  return <Bundle key={dir} dir={dir} route={route} />;
}

function Bundle({ dir, route }: { dir: string; route: BundleRoute }): ReactNode {
  const { draft, change } = useDraft(dir, route);
  const chapters = chaptersOf(draft.rows);
  const { data, previous, failure } = useCall('bundles.check', { ids: [], chapters, audience: draft.audience });
  const checked = draft.rows.length === 0 ? nothing : data;
  const gate = useGate(draft, checked);
  const [looking, setLooking] = useState<ProductId>();
  return (
    <div className="bundle">
      <header className="screen-head">
        <div>
          <h1>{nl.bundles.title}</h1>
          <p className="soft small">{nl.bundles.intro}</p>
        </div>
        <div className="row">
          <LinkButton small look="quiet" icon={ShieldCheck} href={hrefOf({ screen: 'toestemmingen' })}>
            {nl.consent.title}
          </LinkButton>
          <KeptBar draft={draft} onChange={change} />
        </div>
      </header>
      <div className="bundle-cols">
        <div className="bundle-left" data-preview={looking !== undefined || undefined}>
          <Contents draft={draft} checked={checked} onChange={change} />
          {looking && draft.rows.length > 0 && (
            <PreviewPane draft={draft} product={looking} onProduct={setLooking} onClose={() => setLooking(undefined)} />
          )}
        </div>
        <Making draft={draft} checked={checked} gate={gate} onChange={change} onPreview={setLooking} />
        <Findings draft={draft} checked={checked} gate={gate} busy={previous} failure={failure?.message} onChange={change} />
      </div>
    </div>
  );
}

const nothing: Check = { ready: [], leftOut: [], warnings: [], found: [] };

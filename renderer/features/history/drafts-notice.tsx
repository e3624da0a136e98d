import { useEffect, useRef, type ReactNode } from 'react';
import type { Draft } from '../../../domain/api/contract.ts';
import { useClient } from '../../data/client.tsx';
import { hrefOf, useRoute } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useCall } from '../../data/use-call.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

/** What was typed and never saved, found when the kennismap was opened. While writing the editor deals with its own. */
export function DraftsNotice(): ReactNode {
  const route = useRoute();
  const { data: drafts, again } = useCall('drafts.list', {});
  // What was kept while writing is gone once it was saved; leaving the editor is the moment to look again.
  const look = useRef(again);
  look.current = again;
  useEffect(() => look.current(), [route]);
  const { data: titles } = useCall('entries.titles', {});
  if (!drafts || !titles || drafts.length === 0 || (route.screen === 'stuk' && route.edit)) return null;
  const known = new Set(titles.map(({ id }) => id));
  return (
    <div className="notice-line">
      <Callout tone="advice" title={nl.history.draftsTitle}>
        <ul className="drafts">
          {drafts.map((draft) => (
            <li key={draft.id}>
              {known.has(draft.id) ? (
                <>
                  <span>{nl.history.draft(draft.title, draft.at)}</span>
                  <LinkButton small href={hrefOf({ screen: 'stuk', id: draft.id, edit: true, q: '' })}>
                    {nl.history.draftOpen}
                  </LinkButton>
                </>
              ) : (
                <Lost draft={draft} onDone={again} />
              )}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}

/** The write-up is gone; what was typed is still there to be taken along. */
function Lost({ draft, onDone }: { draft: Draft; onDone(): void }): ReactNode {
  const client = useClient();
  const toasts = useToasts();
  const copy = (): void => {
    void navigator.clipboard?.writeText(draft.body).then(
      () => toasts.say({ text: nl.history.draftCopied }),
      () => undefined,
    );
  };
  return (
    <>
      <span>{nl.history.draftGone(draft.title)}</span>
      <Button small onClick={copy}>
        {nl.history.draftCopy}
      </Button>
      <Button small look="quiet" onClick={() => void client.call('drafts.drop', { id: draft.id }).then(onDone, onDone)}>
        {nl.history.draftDrop}
      </Button>
    </>
  );
}

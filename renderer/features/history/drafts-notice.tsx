import { useEffect, useRef, type ReactNode } from 'react';
import type { Draft } from '../../../domain/api/contract.ts';
import { useClient } from '../../data/client.tsx';
import { hrefOf, useRoute, type Route } from '../../data/routes.ts';
import { useToasts } from '../../data/toasts.tsx';
import { useCall } from '../../data/use-call.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

/** What was typed and never saved, found when the kennismap was opened. While writing the editor deals with its own. */
export function DraftsNotice(): ReactNode {
  const route = useRoute();
  const { data: drafts, again } = useCall('drafts.list', {});
  // What was kept while writing is gone once it was saved; leaving the editor is the moment to look again, and not what is typed in the search field.
  const look = useRef(again);
  look.current = again;
  const place = hrefOf('q' in route ? { ...route, q: '' } : route);
  useEffect(() => look.current(), [place]);
  const { data: titles } = useCall('entries.titles', {});
  if (!drafts || !titles || drafts.length === 0 || route.screen === 'weging' || (route.screen === 'stuk' && route.edit)) return null;
  const known = new Set(titles.map(({ id }) => id));
  return (
    <div className="notice-line">
      <Callout tone="advice" title={nl.history.draftsTitle}>
        <ul className="drafts">
          {drafts.map((draft) => (
            <li key={`${draft.id} ${draft.part}`}>
              {known.has(draft.id) ? (
                <>
                  <span>{nl.history.draft(draft.title, draft.part, draft.at)}</span>
                  <LinkButton small href={hrefOf(placeOf(draft))}>
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

/** Where what was typed is shown again. */
const placeOf = ({ id, part }: Draft): Route =>
  part === 'weging' ? { screen: 'weging', id } : { screen: 'stuk', id, edit: part !== 'reflectie', q: '' };

/** The typed words alone; the parts beside the text are kept as JSON. */
const wordsOf = ({ part, body }: Draft): string => {
  if (part === 'tekst') return body;
  const words = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
  try {
    return words(JSON.parse(body)).filter(Boolean).join('\n\n');
  } catch {
    return body;
  }
};

/** The write-up is gone; what was typed is still there to be taken along. */
function Lost({ draft, onDone }: { draft: Draft; onDone(): void }): ReactNode {
  const client = useClient();
  const toasts = useToasts();
  const copy = (): void => {
    void navigator.clipboard?.writeText(wordsOf(draft)).then(
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
      <Button small look="quiet" onClick={() => void client.call('drafts.drop', { id: draft.id, part: draft.part }).then(onDone, onDone)}>
        {nl.history.draftDrop}
      </Button>
    </>
  );
}

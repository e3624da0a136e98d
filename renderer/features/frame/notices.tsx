import type { ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

/** A thin line while the folder is read: the rest of the window works already. */
export function Reading({ done, total }: { done: number; total: number }): ReactNode {
  return (
    <div className="reading" title={nl.frame.reading(done, total)}>
      <progress aria-label={nl.frame.readingLong} {...(total > 0 ? { value: done, max: total } : {})} />
    </div>
  );
}

/** The disk or the network is away; what is on the screen stays to be read. */
export function Unreachable({ reason }: { reason: string }): ReactNode {
  const rescan = useAction('library.rescan');
  return (
    <div className="notice-line">
      <Callout
        tone="no"
        alert
        title={nl.frame.unreachableTitle}
        action={
          <span className="row">
            <Button small disabled={rescan.busy} onClick={() => void rescan.run({})}>
              {nl.common.again}
            </Button>
            <LinkButton small href={hrefOf({ screen: 'instellingen' })}>
              {nl.frame.otherFolder}
            </LinkButton>
          </span>
        }
      >
        {reason || nl.frame.unreachableText}
      </Callout>
    </div>
  );
}

/** The line to the library is gone; only loading the page again brings it back. */
export function LostLine(): ReactNode {
  return (
    <div className="notice-line">
      <Callout
        tone="no"
        alert
        title={nl.frame.lostTitle}
        action={
          <Button small onClick={() => window.location.reload()}>
            {nl.frame.reload}
          </Button>
        }
      >
        {nl.frame.lostText}
      </Callout>
    </div>
  );
}

/** So many write-ups went at once that the folder is doubted, not the write-ups; the user decides. */
export function Missing({ count }: { count: number }): ReactNode {
  const rescan = useAction('library.rescan');
  const confirm = useAction('library.confirmMissing');
  const busy = rescan.busy || confirm.busy;
  return (
    <div className="notice-line">
      <Callout
        tone="no"
        alert
        title={nl.history.missingTitle(count)}
        action={
          <span className="row">
            <Button small disabled={busy} onClick={() => void rescan.run({})}>
              {nl.history.missingLook}
            </Button>
            <LinkButton small href={hrefOf({ screen: 'prullenbak' })}>
              {nl.history.bringBack}
            </LinkButton>
            <Button small look="quiet" disabled={busy} onClick={() => void confirm.run({})}>
              {nl.history.missingGone}
            </Button>
          </span>
        }
      >
        {nl.history.missingText}
      </Callout>
    </div>
  );
}

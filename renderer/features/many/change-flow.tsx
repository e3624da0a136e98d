import type { ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import './many.css';
import { Preview } from './preview.tsx';
import type { Many, ManyInput } from './use-many.ts';

interface ChangeFlowProps {
  title: string;
  many: Many;
  /** What is asked so far; undefined as long as there is nothing to do. */
  input: ManyInput | undefined;
  onClose(): void;
  /** The question; absent when there is nothing left to ask. */
  children?: ReactNode;
}

/** A dialog in two steps: what should happen, then what that does, and one button to do it. */
export function ChangeFlow({ title, many, input, onClose, children }: ChangeFlowProps): ReactNode {
  const { preview, looking, applying } = many;
  const busy = applying.state === 'running' ? applying : looking.state === 'running' ? looking : undefined;
  const failure = applying.failure ?? looking.failure;
  const submit = (): void => {
    if (busy) return;
    if (preview) {
      if (preview.changed > 0) many.apply();
    } else if (input) many.look(input);
  };
  const close = busy === applying ? applying.cancel : onClose;
  return (
    <Dialog
      title={title}
      wide
      onClose={close}
      onSubmit={submit}
      foot={!busy && <Foot many={many} ready={input !== undefined} asks={children !== undefined} onClose={onClose} />}
    >
      {failure && (
        <Callout tone="no" alert>
          {failure.message}
        </Callout>
      )}
      {busy && (
        <Progress
          label={busy === applying ? nl.many.applying : nl.many.looking}
          done={busy.progress?.done ?? 0}
          total={busy.progress?.total ?? 0}
          onCancel={busy.cancel}
        />
      )}
      {!busy && preview && <Preview report={preview} />}
      <div hidden={busy !== undefined || preview !== undefined} className="many-asks">
        {children}
      </div>
    </Dialog>
  );
}

function Foot({ many: { preview, again }, ready, asks, onClose }: { many: Many; ready: boolean; asks: boolean; onClose(): void }): ReactNode {
  return (
    <>
      <Button look="quiet" onClick={onClose}>
        {nl.common.cancel}
      </Button>
      {preview && asks && <Button onClick={again}>{nl.many.back}</Button>}
      {preview ? (
        <Button key="doen" look="primary" type="submit" disabled={preview.changed === 0} ref={focused}>
          {nl.many.apply(preview.changed)}
        </Button>
      ) : (
        <Button key="bekijken" look="primary" type="submit" disabled={!ready}>
          {nl.many.look}
        </Button>
      )}
    </>
  );
}

/** The step before took away what had the focus. */
const focused = (element: HTMLButtonElement | null): void => element?.focus();

import { useState, type ReactNode } from 'react';
import type { Acceptance, Finding } from '../../../domain/bundle/gate-finding.ts';
import { useSettings } from '../../data/use-settings.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';

interface AcceptDialogProps {
  finding: Finding;
  title: string;
  onClose(): void;
  onAccept(acceptance: Acceptance): void;
}

/** Asks why something may pass; without a reason it may not. */
export function AcceptDialog({ finding, title, onClose, onAccept }: AcceptDialogProps): ReactNode {
  const { settings } = useSettings();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (reason.trim() === '') return;
    onAccept({ reason: reason.trim(), by: settings.judge, at: new Date().toISOString() });
    onClose();
  };
  return (
    <Dialog title={nl.bundles.acceptTitle} onClose={onClose} onSubmit={submit} foot={<DialogFoot onCancel={onClose} does={nl.bundles.acceptGo} />}>
      <p>
        {title}: {finding.message}
      </p>
      {finding.passage !== '' && <p className="passage">{finding.passage.slice(0, 200)}</p>}
      <TextArea
        label={nl.bundles.acceptReason}
        hint={nl.bundles.acceptHint}
        data-autofocus=""
        maxLength={500}
        value={reason}
        wrong={tried && reason.trim() === '' ? nl.bundles.acceptWrong : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

import { useState, type ReactNode } from 'react';
import { consentFault } from '../../../domain/bundle/consent.ts';
import { Callout } from '../../kit/callout.tsx';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { capital } from '../../text/nl/format.ts';
import { DetailFields, SubjectFields, TermFields } from './consent-form.tsx';
import { useConsents, type GivenConsent } from './use-consents.ts';

interface ConsentDialogProps {
  /** What stands in the form at first. */
  start: GivenConsent;
  onClose(): void;
}

/** Writes a consent down, or changes one. */
export function ConsentDialog({ start, onClose }: ConsentDialogProps): ReactNode {
  const [consent, setConsent] = useState(start);
  const [tried, setTried] = useState(false);
  const { saving } = useConsents();
  const whole = { ...consent, who: consent.who.trim() };
  const fault = consentFault(whole);
  const change = (part: Partial<GivenConsent>): void => setConsent((before) => ({ ...before, ...part }));
  const submit = (): void => {
    setTried(true);
    if (fault === undefined) void saving.run({ consent: whole }).then((saved) => saved && onClose());
  };
  const nobody = consent.about === 'foto' && consent.nobody === true;
  return (
    <Dialog
      title={start.id === undefined ? nl.consent.dialogNew : nl.consent.dialogChange}
      wide
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot onCancel={onClose} does={nl.consent.save} disabled={saving.busy} />}
    >
      <div className="consent-form">
        <SubjectFields consent={consent} onChange={change} />
        {!nobody && <TermFields consent={consent} onChange={change} />}
        {!nobody && <DetailFields consent={consent} onChange={change} />}
        {tried && fault !== undefined && (
          <Callout tone="no" alert>
            {capital(fault)}.
          </Callout>
        )}
      </div>
    </Dialog>
  );
}

import type { Input } from '../../../domain/api/contract.ts';
import type { Consent } from '../../../domain/bundle/consent.ts';
import { useAction } from '../../data/use-action.ts';
import { nl } from '../../text/nl.ts';

/** A consent as the form sends it. */
export type GivenConsent = Input<'consent.save'>['consent'];

/** What can be done with the register; taking back and away can be undone. */
export function useConsents() {
  const putting = useAction('consent.save');
  const putBack = (consent: Consent) => () => void putting.run({ consent: bare(consent) });
  const saving = useAction('consent.save', { said: () => ({ text: nl.consent.saved }) });
  const withdrawing = useAction('consent.withdraw', {
    said: ({ line, before }) => ({
      text: nl.consent.withdrawn(line.holders.filter(({ at }) => at !== undefined).length),
      undo: putBack(before),
      beside: true,
    }),
  });
  const removing = useAction('consent.remove', { said: (consent) => ({ text: nl.consent.removed, undo: putBack(consent), beside: true }) });
  return { saving, withdrawing, removing };
}

/** Only what the form may set: who keeps it and when, the service adds. */
export function bare({
  id,
  about,
  who,
  nobody,
  attachment,
  entry,
  passage,
  audience,
  purpose,
  by,
  given,
  until,
  withdrawn,
  form,
  note,
}: Consent): GivenConsent {
  return { id, about, who, nobody, attachment, entry, passage, audience, purpose, by, given, until, withdrawn, form, note };
}

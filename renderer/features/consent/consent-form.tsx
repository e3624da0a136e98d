import type { ReactNode } from 'react';
import { consentGivers, consentSubjects } from '../../../domain/bundle/consent.ts';
import { useCall } from '../../data/use-call.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { fileName } from './groups.ts';
import type { GivenConsent } from './use-consents.ts';

export interface FormProps {
  consent: GivenConsent;
  onChange(part: Partial<GivenConsent>): void;
}

const orNone = (text: string): string | undefined => (text === '' ? undefined : text);

/** What the consent is about: a person, a picture or a quote, and where that stands. */
export function SubjectFields({ consent, onChange }: FormProps): ReactNode {
  const titles = (useCall('entries.titles', {}).data ?? []).toSorted((a, b) => a.title.localeCompare(b.title, 'nl'));
  return (
    <>
      <div className="consent-pair">
        <Select
          label={nl.consent.about}
          value={consent.about}
          options={consentSubjects.map((value) => ({ value, label: nl.consent.abouts[value] }))}
          onChange={(value) => {
            const about = consentSubjects.find((one) => one === value);
            if (about) onChange({ about });
          }}
        />
        <Select
          label={nl.consent.entry}
          value={consent.entry ?? ''}
          options={[{ value: '', label: nl.consent.entryNone }, ...titles.map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(value) => onChange({ entry: orNone(value) })}
        />
      </div>
      {consent.about === 'foto' && <PhotoFields consent={consent} onChange={onChange} />}
      {consent.about === 'citaat' && (
        <TextArea
          label={nl.consent.passage}
          hint={nl.consent.passageHint}
          maxLength={2000}
          value={consent.passage ?? ''}
          onChange={(event) => onChange({ passage: orNone(event.target.value) })}
        />
      )}
    </>
  );
}

function PhotoFields({ consent, onChange }: FormProps): ReactNode {
  const { data } = useCall('consent.pictures', { entry: consent.entry ?? '-' }, { enabled: consent.entry !== undefined });
  const listed = consent.entry === undefined ? [] : (data ?? []);
  const chosen = consent.attachment;
  const pictures = chosen === undefined || listed.includes(chosen) ? listed : [chosen, ...listed];
  return (
    <>
      <Select
        label={nl.consent.photo}
        hint={pictures.length === 0 ? nl.consent.photoHint : undefined}
        value={chosen ?? ''}
        options={[{ value: '', label: nl.consent.photoNone }, ...pictures.map((path) => ({ value: path, label: fileName(path) }))]}
        onChange={(value) => onChange({ attachment: orNone(value) })}
      />
      <Checkbox checked={consent.nobody === true} onChange={(on) => onChange({ nobody: on ? true : undefined })}>
        {nl.consent.nobody}
      </Checkbox>
    </>
  );
}

/** Who gave it, for whom, and for how long. */
export function TermFields({ consent, onChange }: FormProps): ReactNode {
  const day = (key: 'given' | 'until' | 'withdrawn', label: string, hint?: string): ReactNode => (
    <TextField
      type="date"
      label={label}
      hint={hint}
      value={consent[key] ?? ''}
      onChange={(event) => onChange({ [key]: orNone(event.target.value) })}
    />
  );
  return (
    <>
      <TextField
        label={nl.consent.who}
        hint={nl.consent.whoHint}
        maxLength={300}
        value={consent.who}
        onChange={(event) => onChange({ who: event.target.value })}
      />
      <div className="consent-pair">
        <Select
          label={nl.consent.audience}
          value={consent.audience}
          options={(['intern', 'partners', 'openbaar'] as const).map((value) => ({ value, label: nl.consent.audiences[value] }))}
          onChange={(value) => (value === 'intern' || value === 'partners' || value === 'openbaar') && onChange({ audience: value })}
        />
        <Select
          label={nl.consent.by}
          hint={nl.consent.byHint}
          value={consent.by ?? ''}
          options={[{ value: '', label: nl.consent.byNone }, ...consentGivers.map((value) => ({ value, label: nl.consent.givers[value] }))]}
          onChange={(value) => onChange({ by: consentGivers.find((one) => one === value) })}
        />
        {day('given', nl.consent.givenOn, nl.consent.givenHint)}
        {day('until', nl.consent.untilDay)}
        {consent.id !== undefined && day('withdrawn', nl.consent.withdrawnDay)}
      </div>
    </>
  );
}

/** What the form says beside that. */
export function DetailFields({ consent, onChange }: FormProps): ReactNode {
  return (
    <>
      <div className="consent-pair">
        <TextField
          label={nl.consent.purpose}
          hint={nl.consent.purposeHint}
          maxLength={300}
          value={consent.purpose ?? ''}
          onChange={(event) => onChange({ purpose: orNone(event.target.value) })}
        />
        <TextField
          label={nl.consent.formLies}
          maxLength={300}
          value={consent.form ?? ''}
          onChange={(event) => onChange({ form: orNone(event.target.value) })}
        />
      </div>
      <TextArea
        label={nl.consent.note}
        maxLength={1000}
        rows={2}
        value={consent.note ?? ''}
        onChange={(event) => onChange({ note: orNone(event.target.value) })}
      />
    </>
  );
}

import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FieldChange } from '../../../domain/entries/many-changes.ts';
import { useCall } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Callout } from '../../kit/callout.tsx';
import { TextField } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { inputOf, nothingAsked, withField, type Asked } from './asked.ts';
import { ChangeFlow } from './change-flow.tsx';
import { KeywordsField } from './keywords-field.tsx';
import { ChoiceField, ChoiceForMany, TextForMany, type Present } from './many-fields.tsx';
import { fieldLabel } from './shown-value.ts';
import { useMany } from './use-many.ts';

const keys = ['status', 'fase', 'trefwoorden', 'eigenaar', 'herzien_voor', 'delen'];

/** Changes the same fields of many write-ups: what is not touched stays in each as it is. */
export function ManyDialog({ ids: given, onClose }: { ids: readonly string[]; onClose(): void }): ReactNode {
  // What is picked may change behind the dialog; it is about what was picked when it opened.
  const [ids] = useState(() => given.slice(0, 5000));
  const [asked, setAsked] = useState<Asked>(nothingAsked);
  const present = useCall('entries.valuesIn', { ids: [...ids], keys });
  const many = useMany(onClose);
  return (
    <ChangeFlow title={nl.many.title(ids.length)} many={many} input={inputOf(asked, ids)} onClose={onClose}>
      <p className="soft small">{nl.many.intro}</p>
      {present.failure && (
        <Callout tone="no" alert>
          {present.failure.message}
        </Callout>
      )}
      {present.data && <ManyForm asked={asked} present={present.data} total={ids.length} onChange={setAsked} />}
    </ChangeFlow>
  );
}

interface ManyFormProps {
  asked: Asked;
  present: Readonly<Record<string, Present>>;
  total: number;
  onChange(asked: Asked): void;
}

const nowhere: Present = { values: [], empty: 0 };

function ManyForm({ asked, present, total, onChange }: ManyFormProps): ReactNode {
  const vocabulary = useVocabulary();
  const props = (name: string) => ({
    name,
    present: present[name] ?? nowhere,
    vocabulary,
    change: asked.fields[name],
    onChange: (change: FieldChange | undefined) => onChange(withField(asked, name, change)),
  });
  const form = useRef<HTMLDivElement>(null);
  // The fields come after the dialog, which then has the focus itself.
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  return (
    <>
      <div ref={form} className="many-pair">
        <ChoiceField {...props('status')} />
        <ChoiceForMany
          {...props('fase')}
          value={asked.stage ?? ''}
          canEmpty={false}
          onPick={(stage) => onChange({ ...asked, stage: stage === '' ? undefined : stage })}
        />
        <TextForMany {...props('eigenaar')} />
        <TextForMany {...props('herzien_voor')} />
        <ChoiceField {...props('delen')} />
        {asked.stage && (
          <TextField
            label={nl.many.stageNote}
            value={asked.note}
            maxLength={2000}
            onChange={(event) => onChange({ ...asked, note: event.target.value })}
          />
        )}
      </div>
      <KeywordsField {...props('trefwoorden')} label={fieldLabel(vocabulary, 'trefwoorden')} total={total} />
    </>
  );
}

import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { stagesInOrder } from '../../../domain/entries/stage-order.ts';
import { useAction } from '../../data/use-action.ts';
import { stagesOf, useVocabulary, type StageInfo } from '../../data/vocabulary.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Seeds, StageBadge } from '../../kit/seeds.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';
import { NextStage } from './next-stage.tsx';
import { StageEvidence } from './stage-evidence.tsx';
import { StageMethods, withOwn } from './stage-methods.tsx';

type Staged = Pick<EntryDetail, 'id' | 'stage' | 'stages'>;

/** Moves a write-up to a stage of the kenniscyclus; what was before stays in its history. */
export function StageDialog({ entry, onClose }: { entry: Staged; onClose(): void }): ReactNode {
  const vocabulary = useVocabulary();
  const stages = stagesOf(vocabulary);
  const [chosen, setChosen] = useState(entry.stage ?? stages[0]?.value ?? '');
  const [since, setSince] = useState(() => new Date().toLocaleDateString('sv-SE'));
  const [methods, setMethods] = useState<readonly string[]>([]);
  const [own, setOwn] = useState('');
  const [note, setNote] = useState('');
  const stage = stages.find((s) => s.value === chosen);
  const move = useAction('entries.stage', { said: () => ({ text: nl.entry.staged(stage?.item.name ?? chosen) }) });
  const wrong = /^\d{4}-\d{2}-\d{2}$/.test(since) ? undefined : nl.entry.stageDateWrong;
  const save = async (): Promise<void> => {
    if (wrong || !stage) return;
    const ways = withOwn(methods, own, stage.item.methods ?? []);
    const saved = await move.run({
      id: entry.id,
      stage: chosen,
      since,
      ...(ways.length > 0 ? { methods: [...ways] } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (saved) onClose();
  };
  return (
    <Dialog
      title={nl.entry.stageTitle}
      onClose={onClose}
      onSubmit={() => void save()}
      wide
      foot={<DialogFoot onCancel={onClose} does={nl.entry.stageSave} disabled={move.busy || !stage || wrong !== undefined} />}
    >
      <StageChoice
        stages={stages}
        chosen={chosen}
        onChoose={(value) => {
          setChosen(value);
          setMethods([]);
        }}
      />
      {stage && <p className="soft small">{stage.item.prompt}</p>}
      {stage && <StageMethods known={stage.item.methods ?? []} chosen={methods} own={own} onOwn={setOwn} onChange={setMethods} />}
      <StageEvidence id={entry.id} stage={chosen} onTake={(sentence) => setNote((said) => joined(said, sentence))} />
      <StageWhen since={since} wrong={wrong} note={note} onSince={setSince} onNote={setNote} />
      <NextStage entry={entry} vocabulary={vocabulary} after={chosen} onClose={onClose} />
      <History entry={entry} stages={stages} />
    </Dialog>
  );
}

/** A sentence behind what somebody wrote, once. */
const joined = (said: string, sentence: string): string => (said.includes(sentence) ? said : [said.trim(), sentence].filter(Boolean).join(' '));

interface StageWhenProps {
  since: string;
  wrong: string | undefined;
  note: string;
  onSince(since: string): void;
  onNote(note: string): void;
}

const StageWhen = ({ since, wrong, note, onSince, onNote }: StageWhenProps): ReactNode => (
  <>
    <div className="stage-when">
      <TextField label={nl.entry.stageDate} type="date" value={since} wrong={wrong} required onChange={(event) => onSince(event.target.value)} />
    </div>
    <TextArea label={nl.entry.stageNote} value={note} rows={2} maxLength={2000} onChange={(event) => onNote(event.target.value)} />
  </>
);

function StageChoice({ stages, chosen, onChoose }: { stages: readonly StageInfo[]; chosen: string; onChoose(value: string): void }): ReactNode {
  return (
    <fieldset className="stage-choice">
      <legend className="sr">{nl.entry.stageLabel}</legend>
      {stages.map(({ value, number, item }) => (
        <label key={value} className={`stage-option s${number}`}>
          <input
            type="radio"
            name="fase"
            value={value}
            checked={value === chosen}
            data-autofocus={value === chosen ? '' : undefined}
            onChange={() => onChoose(value)}
          />
          <Seeds stage={number} />
          <span>
            <b>{number}</b> {item.name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function History({ entry, stages }: { entry: Staged; stages: readonly StageInfo[] }): ReactNode {
  if (entry.stages.length === 0) return null;
  return (
    <section>
      <h3 className="label">{nl.entry.stageHistory}</h3>
      <ol className="rows stage-history">
        {stagesInOrder(entry.stages)
          .toReversed()
          .map((step, index) => {
            const stage = stages.find((s) => s.value === step.stage);
            return (
              <li key={index}>
                {stage ? <StageBadge stage={stage.number} name={stage.item.name} /> : step.stage}
                <span className="small soft">{[step.methods.join(', '), step.note].filter(Boolean).join('. ')}</span>
                <span className="tiny faint">{step.since ? dateText(step.since) : ''}</span>
              </li>
            );
          })}
      </ol>
    </section>
  );
}

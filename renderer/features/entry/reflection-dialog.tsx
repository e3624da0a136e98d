import { useState, type ReactNode } from 'react';
import { z } from 'zod';
import type { Input } from '../../../domain/api/contract.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useKept } from '../../data/use-kept.ts';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextArea, TextField } from '../../kit/field.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';

const questions = ['strong', 'develop', 'appeals', 'takeAlong', 'leave', 'translate', 'needs', 'step'] as const;

const KeptReflection = z.object({ given: z.record(z.string(), z.string()), session: z.string() });

/** What was typed, also that of a time that was broken off. */
function useTyped(practice: string) {
  const [given, setGiven] = useState<Record<string, string>>({});
  const [session, setSession] = useState('');
  const some = session !== '' || Object.values(given).some((text) => text.trim() !== '');
  const done = useKept(practice, 'reflectie', KeptReflection, some ? { given, session } : undefined, (left) => {
    setGiven((now) => ({ ...left.given, ...now }));
    setSession((now) => now || left.session);
  });
  const set = (key: string, value: string): void => setGiven((before) => ({ ...before, [key]: value }));
  return { given, session, set, setSession, done };
}

/** Types a reflection in that came back on paper. */
export function ReflectionDialog({ practice, onClose }: { practice: string; onClose(): void }): ReactNode {
  const sessions = (useCall('entries.titles', {}).data ?? []).filter(({ kind }) => kind === 'sessie');
  const { given, session, set, setSession, done } = useTyped(practice);
  const [tried, setTried] = useState(false);
  const adding = useAction('reflections.add', { said: () => ({ text: nl.reflections.saved }) });
  const mark = markIn(given['mark'] ?? '');
  const finish = (): void => {
    done();
    onClose();
  };
  const submit = (): void => {
    setTried(true);
    if (Number.isNaN(mark)) return;
    void adding.run({ ...orderOf(practice, given, mark), ...(session === '' ? {} : { session }) }).then((made) => made && finish());
  };
  return (
    <Dialog
      title={nl.reflections.add}
      wide
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot onCancel={finish} does={nl.reflections.save} disabled={adding.busy} />}
    >
      <TextField
        label={nl.reflections.team}
        data-autofocus=""
        maxLength={300}
        value={given['team'] ?? ''}
        onChange={(e) => set('team', e.target.value)}
      />
      <TextField label={nl.reflections.role} maxLength={300} value={given['role'] ?? ''} onChange={(e) => set('role', e.target.value)} />
      <Select
        label={nl.reflections.session}
        value={session}
        options={[{ value: '', label: nl.reflections.noSession }, ...sessions.map(({ id, title }) => ({ value: id, label: title }))]}
        onChange={setSession}
      />
      <TextField
        label={nl.reflections.mark}
        inputMode="decimal"
        value={given['mark'] ?? ''}
        wrong={tried && Number.isNaN(mark) ? nl.reflections.markWrong : undefined}
        onChange={(e) => set('mark', e.target.value)}
      />
      <Answers given={given} onGiven={set} />
    </Dialog>
  );
}

function Answers({ given, onGiven }: { given: Readonly<Record<string, string>>; onGiven(key: string, value: string): void }): ReactNode {
  return questions.map((key) => (
    <TextArea
      key={key}
      label={nl.reflections[key]}
      hint={key === 'takeAlong' || key === 'leave' ? nl.reflections.perLine : undefined}
      rows={2}
      maxLength={5000}
      value={given[key] ?? ''}
      onChange={(e) => onGiven(key, e.target.value)}
    />
  ));
}

/** Nothing, a mark, or NaN for what is none. */
function markIn(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const mark = Number(text.trim().replace(',', '.'));
  return mark >= 0 && mark <= 10 ? mark : Number.NaN;
}

function orderOf(practice: string, given: Readonly<Record<string, string>>, mark: number | undefined): Input<'reflections.add'> {
  const lines = (key: string): string[] =>
    (given[key] ?? '')
      .split('\n')
      .map((line) => line.trim().slice(0, 300))
      .filter(Boolean)
      .slice(0, 50);
  return {
    team: given['team'],
    role: given['role'],
    answer: {
      practice,
      mark,
      strong: given['strong'],
      develop: given['develop'],
      appeals: given['appeals'],
      translate: given['translate'],
      needs: given['needs'],
      steps: given['step'],
      elements: [
        ...lines('takeAlong').map((text) => ({ text, take: 'ja' as const })),
        ...lines('leave').map((text) => ({ text, take: 'nee' as const })),
      ],
    },
  };
}

import { RefreshCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { go } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { nextStage } from '../../data/vocabulary.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Seeds } from '../../kit/seeds.tsx';
import { nl } from '../../text/nl.ts';

interface NextStageProps {
  entry: Pick<EntryDetail, 'id'>;
  vocabulary: Vocabulary;
  /** The stage it would come after. */
  after: string;
  /** The dialog is left for the new question. */
  onClose(): void;
}

/** What the next step would be: its question and its ways, and after the last one the question that begins the circle again. */
export function NextStage({ entry, vocabulary, after, onClose }: NextStageProps): ReactNode {
  const next = nextStage(vocabulary, after);
  if (!next) return null;
  const { number, item, value } = next.stage;
  const begins = next.closes && vocabulary.kinds.some((kind) => kind.id === value);
  return (
    <section className="stage-next">
      <h3 className="label">{next.closes ? nl.stages.round : nl.stages.next}</h3>
      <p className="row">
        <Seeds stage={number} />
        <b>
          {number} {item.name}
        </b>
        <span className="soft">{item.prompt}</span>
      </p>
      {(item.methods?.length ?? 0) > 0 && <p className="small soft">{nl.stages.ways(item.methods ?? [])}</p>}
      {begins && <BeginAgain entry={entry} stage={value} onClose={onClose} />}
    </section>
  );
}

/** The first stage has a kind of its own by the same name. */
function BeginAgain({ entry, stage, onClose }: { entry: Pick<EntryDetail, 'id'>; stage: string; onClose(): void }): ReactNode {
  const [title, setTitle] = useState('');
  const [wrong, setWrong] = useState<string>();
  const create = useAction('entries.create');
  const make = async (): Promise<void> => {
    if (!title.trim()) return setWrong(nl.stages.questionMissing);
    const saved = await create.run({ kind: stage, title: title.trim(), fields: { vervolg_op: [entry.id], fase: stage } });
    if (!saved) return;
    onClose();
    go({ screen: 'stuk', id: saved.id, edit: true, q: '' });
  };
  return (
    <div className="stage-again">
      <TextField
        label={nl.stages.question}
        wrong={wrong}
        value={title}
        maxLength={200}
        onChange={(event) => {
          setTitle(event.target.value);
          setWrong(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter is about this question, not about the stage of the dialog around it.
          event.preventDefault();
          void make();
        }}
      />
      <Button icon={RefreshCw} disabled={create.busy} onClick={() => void make()}>
        {nl.stages.makeQuestion}
      </Button>
    </div>
  );
}

import { Columns2, ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { judgesIn } from '../../../domain/cards/judges.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { JudgeField } from './judge-field.tsx';
import { canCompare, type WeighPart } from './parts.ts';
import type { Judging } from './use-judging.ts';

interface JudgesProps {
  part: WeighPart;
  entry: EntryDetail;
  judging: Judging;
  beside: boolean;
  onBeside(on: boolean): void;
}

/** Who judges, and the way to what the judges say beside each other. */
export function Judges({ part, entry, judging, beside, onBeside }: JudgesProps): ReactNode {
  if (!part.judged) return null;
  return (
    <span className="judges push">
      {!entry.locked && <JudgeField by={judging.by} known={judgesIn(judging.judgements)} onJudgeAs={judging.judgeAs} />}
      {canCompare(part, judging) && (
        <Button small icon={beside ? ListChecks : Columns2} onClick={() => onBeside(!beside)}>
          {beside ? nl.judges.criteria : nl.judges.beside}
        </Button>
      )}
    </span>
  );
}

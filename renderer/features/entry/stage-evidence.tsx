import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCall } from '../../data/use-call.ts';
import { Button } from '../../kit/button.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';

interface StageEvidenceProps {
  /** Id of the practice. */
  id: string;
  stage: string;
  /** Somebody takes the sentence over in the note. */
  onTake(sentence: string): void;
}

/** So many lines say enough. */
const most = 4;

/** What speaks for a stage: bundles it went along in for Verspreid, what teams answered for Implementeer and Actief gebruiken. */
export function StageEvidence({ id, stage, onTake }: StageEvidenceProps): ReactNode {
  const lines = useEvidence(id, stage);
  if (!lines || lines.all.length === 0) return null;
  return (
    <section className="stage-evidence">
      <h3 className="label">{nl.stages.evidence}</h3>
      <p className="small">{lines.sentence}</p>
      <ul className="small soft">
        {lines.all.slice(0, most).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.all.length > most && <li>{nl.stages.evidenceMore(lines.all.length - most)}</li>}
      </ul>
      <Button small look="quiet" icon={Plus} onClick={() => onTake(lines.sentence)}>
        {nl.stages.evidenceTake}
      </Button>
    </section>
  );
}

function useEvidence(id: string, stage: string): { sentence: string; all: string[] } | undefined {
  const asksTeams = stage === 'implementeer' || stage === 'actief-gebruiken';
  const { data: bundles = [] } = useCall('bundles.handedOut', { entry: id }, { enabled: stage === 'verspreid' });
  const { data: [figures] = [] } = useCall('reflections.figures', { practice: id }, { enabled: asksTeams });
  if (stage === 'verspreid')
    return {
      sentence: nl.stages.handedOut(bundles.length),
      all: bundles.map(({ at, title, audience }) => `${dateText(at.slice(0, 10))}: ${title} (${nl.bundles.audiences[audience].name.toLowerCase()})`),
    };
  if (!asksTeams || !figures) return undefined;
  const dates = new Map(figures.records.map((record) => [record.id, record.date]));
  if (stage === 'implementeer')
    return {
      sentence: nl.stages.firstSteps(figures.steps.length),
      all: figures.steps.map((step) => nl.stages.firstStep(step.team, step.text, dates.get(step.id) ?? '')),
    };
  const taken = figures.elements.filter(({ ja }) => ja > 0);
  return { sentence: nl.stages.taken(figures.taking, figures.average), all: taken.map(({ text, ja }) => nl.stages.takenElement(text, ja)) };
}

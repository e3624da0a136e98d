import { Plus, Quote, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button, IconButton } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { nl } from '../../text/nl.ts';
import { Earlier } from './earlier.tsx';
import type { RowProps } from './row-props.ts';

/** The open criterion: its question, choices, evidence and passage, and what was judged before. */
export function CriterionBody(props: RowProps): ReactNode {
  const { criterion, judging, locked, choices } = props;
  const { id, item, current, earlier } = criterion;
  const draft = judging.draftOf(id);
  const area = useRef<HTMLDivElement>(null);
  const save = (): void => {
    if (current && judging.unsaved(id)) judging.judge(id, current.verdict);
  };
  const foreign = current && (current.by ?? '') !== judging.by;
  return (
    <div className="crit-body" ref={area}>
      <p className="small soft">{item.prompt}</p>
      {item.points && (
        <ul className="crit-points small soft">
          {item.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {choices}
      {foreign && current.evidence && (
        <p className="crit-foreign small">
          {current.evidence} <span className="tiny faint">{nl.weighing.who(current.by, current.on)}</span>
        </p>
      )}
      {!locked && (
        <TextArea
          label={nl.weighing.evidence}
          value={draft.evidence}
          rows={2}
          maxLength={4000}
          hint={draft.evidence && !current ? nl.weighing.evidenceHint : undefined}
          onChange={(event) => judging.write(id, { evidence: event.target.value })}
          onBlur={save}
          onKeyDown={(event) => {
            if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's')) {
              event.preventDefault();
              save();
            }
          }}
        />
      )}
      <BodyFoot {...props} draftPassage={draft.passage} onSave={save} />
      <Earlier judgements={earlier} />
    </div>
  );
}

function BodyFoot({
  criterion: { id, current },
  judging,
  locked,
  place,
  pointing,
  draftPassage,
  onSave,
  onPoint,
  onUnpoint,
  onShowPassage,
}: RowProps & { draftPassage: string; onSave(): void }): ReactNode {
  const passage = draftPassage || current?.passage;
  return (
    <>
      {pointing && (
        <p className="crit-pointing small" role="status">
          {nl.weighing.pointing}
        </p>
      )}
      {passage && !place && (
        <p className="crit-quote small faint">
          “{passage}” {nl.weighing.passageGone}
        </p>
      )}
      <div className="row">
        {passage && place && (
          <span className="crit-passage">
            <Button small icon={Quote} onClick={onShowPassage}>
              {nl.weighing.passageAt(place.heading, place.paragraph)}
            </Button>
            {!locked && draftPassage && <IconButton icon={X} label={nl.weighing.unpoint} onClick={onUnpoint} />}
          </span>
        )}
        {!locked && (
          <Button small look="quiet" icon={pointing ? X : Plus} aria-pressed={pointing} onClick={onPoint}>
            {pointing ? nl.weighing.pointingStop : passage ? nl.weighing.pointAgain : nl.weighing.point}
          </Button>
        )}
        {!locked && current && judging.unsaved(id) && (
          <Button small onClick={onSave}>
            {nl.weighing.evidenceSave}
          </Button>
        )}
        {current && <span className="push tiny faint">{nl.weighing.who(current.by, current.on)}</span>}
      </div>
    </>
  );
}

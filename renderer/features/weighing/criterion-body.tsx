import { Plus, Quote, X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import type { Judgement } from '../../../domain/cards/judgement.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { TextArea } from '../../kit/field.tsx';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { Earlier } from './earlier.tsx';
import type { RowProps } from './row-props.ts';

/** The open criterion: its question, choices, evidence and passage, and what was judged before. */
export function CriterionBody(props: RowProps): ReactNode {
  const { criterion, judging, locked, choices, when } = props;
  const { id, item, own, earlier } = criterion;
  const draft = judging.draftOf(id);
  const area = useRef<HTMLDivElement>(null);
  const save = (): void => {
    if (own && judging.unsaved(id)) judging.judge(id, own.verdict);
  };
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
      <Others {...props} />
      {!locked && (
        <TextArea
          label={nl.weighing.evidence}
          value={draft.evidence}
          rows={2}
          maxLength={4000}
          hint={draft.evidence && !own ? nl.weighing.evidenceHint : undefined}
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
      <Earlier judgements={earlier} when={when} />
    </div>
  );
}

/** What the other judges said, with why. */
function Others({ criterion: { own, others, disputed }, when }: RowProps): ReactNode {
  return (
    <>
      {others.map((one) => (
        <p key={one.by ?? ''} className="crit-foreign small">
          <span className="judge-said">
            <VerdictIcon verdict={one.verdict} /> <b>{nl.common.verdicts[one.verdict]}</b>
          </span>{' '}
          {one.evidence}{' '}
          <span className="tiny faint">
            {nl.weighing.who(one.by, one.on)} {when(one)}
          </span>
        </p>
      ))}
      {disputed && own && <p className="small">{nl.judges.differ}</p>}
    </>
  );
}

function BodyFoot({
  criterion: { id, current, own },
  judging,
  when,
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
        {!locked && own && judging.unsaved(id) && (
          <Button small onClick={onSave}>
            {nl.weighing.evidenceSave}
          </Button>
        )}
        {own && <Who said={own} when={when} />}
      </div>
    </>
  );
}

function Who({ said, when }: { said: Judgement; when: RowProps['when'] }): ReactNode {
  return (
    <span className="push tiny faint">
      {nl.weighing.who(said.by, said.on)} {when(said)}
    </span>
  );
}

import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { productIds, type ProductId } from '../../../domain/bundle/products.ts';
import type { Sharing } from '../../../domain/entries/entry.ts';
import { zipIn, soundName } from '../../data/paths.ts';
import { usePickFolder } from '../../data/pick-folder.tsx';
import { useSettings } from '../../data/use-settings.ts';
import { useTask, type Task } from '../../data/use-task.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { TextField } from '../../kit/field.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { chaptersOf, nameFor } from './draft.ts';
import type { GateState } from './gate-state.ts';
import type { PartProps } from './part-props.ts';
import { Products } from './products.tsx';
import { Report } from './report.tsx';
import { SessionChoice, WorksheetChoice } from './session-choice.tsx';
import { StyleChoice } from './style-choice.tsx';

const audiences = ['intern', 'partners', 'openbaar'] as const satisfies readonly Sharing[];
const day = (): string => new Date().toLocaleDateString('sv-SE');

interface MakingProps extends PartProps {
  gate: GateState;
  onPreview(product: ProductId): void;
}

/** What is handed out, to whom and where to; and making it. */
export function Making({ draft, checked, gate, onChange, onPreview }: MakingProps): ReactNode {
  const task = useTask('bundles.export');
  const { change: keep } = useSettings();
  const [tried, setTried] = useState(false);
  const name = draft.file ?? nameFor(draft.title, day());
  const ready = checked?.ready.length ?? 0;
  const going = Math.max(0, ready - gate.stopped.length);
  const make = (): void => {
    setTried(true);
    if (draft.title.trim() === '' || draft.folder === '' || !soundName(name)) return;
    keep({ exportDir: draft.folder });
    void task.run(orderOf(draft, zipIn(draft.folder, name), gate));
  };
  return (
    <section className="bundle-make" aria-labelledby="bundel-uitdelen">
      <div className="panel-head">
        <h2 id="bundel-uitdelen">{nl.bundles.settings}</h2>
        <span className="tiny faint" role="status">
          {checked && draft.rows.length > 0 ? nl.bundles.goAlong(going) : ''}
        </span>
      </div>
      <form
        className="bundle-form"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <Titles draft={draft} checked={checked} onChange={onChange} />
        <Audience value={draft.audience} onChange={(audience) => onChange({ do: 'set', part: { audience } })} />
        <Products draft={draft} onChange={onChange} onPreview={onPreview} />
        {draft.products.includes('werkblad') && <WorksheetChoice draft={draft} onChange={onChange} />}
        <div className="field-row">
          <SessionChoice draft={draft} checked={checked} onChange={onChange} />
          <StyleChoice draft={draft} onChange={onChange} />
        </div>
        <Place draft={draft} name={name} tried={tried} onChange={onChange} />
        {gate.stopped.length > 0 && ready > 0 && <p className="small">{nl.bundles.stopped(gate.stopped.length)}</p>}
        {task.state !== 'running' && (
          <Button look={task.state === 'done' ? 'plain' : 'primary'} type="submit" className="bundle-go" disabled={going === 0}>
            {task.state === 'done' ? nl.bundles.makeAgain : gate.stopped.length > 0 ? nl.bundles.makeWithout(gate.stopped.length) : nl.bundles.make}
          </Button>
        )}
        {checked && draft.rows.length > 0 && going === 0 && <p className="small faint">{nl.bundles.nothing}</p>}
      </form>
      <Outcome task={task} draft={draft} checked={checked} />
    </section>
  );
}

/** The button to begin goes while it works: the focus goes along, to the button that stops it and then to what came of it. */
function useFocusOnOutcome(state: Task<'bundles.export'>['state']): RefObject<HTMLDivElement | null> {
  const outcome = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const element = outcome.current;
    const { activeElement } = document;
    if (before.current === state || !element) return;
    before.current = state;
    if (activeElement !== document.body && activeElement !== null && !element.contains(activeElement)) return;
    (state === 'running' ? (element.querySelector('button') ?? element) : element).focus();
    if (typeof element.scrollIntoView === 'function') element.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return outcome;
}

/** What the service is asked for a draft. */
function orderOf(draft: PartProps['draft'], out: string, { names, stopped }: GateState): Parameters<Task<'bundles.export'>['run']>[0] {
  const { title, subtitle, rows, audience, products, worksheet, style, session, accepted, kept } = draft;
  const made: ProductId[] = productIds.filter((id) => products.includes(id));
  return {
    title: title.trim(),
    ids: [],
    chapters: chaptersOf(rows),
    audience,
    products: made,
    worksheet,
    accepted,
    out,
    // Only what somebody saw being held back may be left out without a word beforehand.
    blocked: stopped.length > 0 ? 'leave-out' : 'refuse',
    ...(subtitle.trim() === '' ? {} : { subtitle: subtitle.trim() }),
    ...(style === undefined ? {} : { style }),
    ...(session === undefined ? {} : { session }),
    ...(kept === undefined ? {} : { bundle: kept.id }),
    ...(names.length === 0 ? {} : { names: [...names] }),
  };
}

function Titles({ draft, onChange }: PartProps): ReactNode {
  return (
    <div className="field-row">
      <TextField
        label={nl.bundles.titleLabel}
        value={draft.title}
        maxLength={200}
        wrong={draft.title.trim() === '' ? nl.bundles.titleWrong : undefined}
        onChange={(event) => onChange({ do: 'set', part: { title: event.target.value } })}
      />
      <TextField
        label={nl.bundles.subtitleLabel}
        value={draft.subtitle}
        maxLength={300}
        onChange={(event) => onChange({ do: 'set', part: { subtitle: event.target.value } })}
      />
    </div>
  );
}

type OutcomeProps = Omit<PartProps, 'onChange'> & { task: Task<'bundles.export'> };

function Outcome(props: OutcomeProps): ReactNode {
  const outcome = useFocusOnOutcome(props.task.state);
  return (
    <div ref={outcome} className="bundle-outcome" tabIndex={-1}>
      <OutcomeText {...props} />
    </div>
  );
}

function OutcomeText({ task, draft, checked }: OutcomeProps): ReactNode {
  const { state, progress, failure, result } = task;
  if (state === 'running')
    return (
      <div className="making">
        <Progress label={nl.bundles.making} done={progress?.done ?? 0} total={progress?.total ?? 0} detail={progress?.label} onCancel={task.cancel} />
      </div>
    );
  if (state === 'cancelled') return <Callout alert>{nl.bundles.cancelled}</Callout>;
  if (failure)
    return (
      <Callout tone="no" alert title={nl.bundles.failed}>
        {failure.message}
      </Callout>
    );
  return result ? <Report report={result} title={draft.title} titles={checked?.ready.map((entry) => entry.title) ?? []} /> : null;
}

function Audience({ value, onChange }: { value: Sharing; onChange(audience: Sharing): void }): ReactNode {
  return (
    <fieldset className="audiences">
      <legend className="label">{nl.bundles.audience}</legend>
      {audiences.map((audience) => (
        <label key={audience} className="product">
          <input type="radio" className="tick" name="voor-wie" checked={audience === value} onChange={() => onChange(audience)} />
          <b>{nl.bundles.audiences[audience].name}</b>
          <span className="small soft">{nl.bundles.audiences[audience].text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Place({ draft, name, tried, onChange }: Omit<PartProps, 'checked'> & { name: string; tried: boolean }): ReactNode {
  const pickFolder = usePickFolder();
  const choose = async (): Promise<void> => {
    const folder = await pickFolder(nl.bundles.pickTitle);
    if (folder !== undefined) onChange({ do: 'set', part: { folder } });
  };
  return (
    <div className="field-row">
      <div className="with-button">
        <TextField
          label={nl.bundles.folder}
          value={draft.folder}
          readOnly
          placeholder={nl.bundles.folderNone}
          title={draft.folder}
          wrong={tried && draft.folder === '' ? nl.bundles.folderWrong : undefined}
        />
        <Button onClick={() => void choose()}>{nl.bundles.choose}</Button>
      </div>
      <TextField
        label={nl.bundles.fileName}
        value={name}
        maxLength={150}
        wrong={soundName(name) ? undefined : nl.bundles.fileWrong}
        onChange={(event) => onChange({ do: 'set', part: { file: event.target.value || undefined } })}
      />
    </div>
  );
}

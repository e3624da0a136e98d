import { CircleAlert, Info, Lock, Share2, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { disputedItems } from '../../../domain/cards/judges.ts';
import type { EntryDetail, Json, Level } from '../../../domain/entries/entry.ts';
import type { Field } from '../../../domain/entries/kind.ts';
import { stagesInOrder } from '../../../domain/entries/stage-order.ts';
import { judgedItems, valuesOf, type Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { hrefOf } from '../../data/routes.ts';
import { nextStage, shortItem, stagesOf } from '../../data/vocabulary.ts';
import { StagePill } from '../../kit/seeds.tsx';
import { VerdictIcon } from '../../kit/verdict.tsx';
import { nl } from '../../text/nl.ts';
import { capital, dateText, monthText } from '../../text/nl/format.ts';
import { HandedOut } from './handed-out.tsx';
import { Kin } from './kin.tsx';
import { Backlinks, Links } from './links.tsx';
import { Reflections } from './reflections.tsx';
import type { Asking } from './reader-bar.tsx';

interface MarginProps {
  entry: EntryDetail;
  vocabulary: Vocabulary;
  onAsk(what: Asking): void;
}

/** What is known about the write-up, beside its text. */
export function Margin({ entry, vocabulary, onAsk }: MarginProps): ReactNode {
  const items = judgedItems(vocabulary, entry.kind);
  const choices = [...new Set(items.flatMap(({ item }) => item.choices ?? []))];
  return (
    <aside className="margin" aria-label={nl.entry.margin}>
      <StageSection entry={entry} vocabulary={vocabulary} onAsk={onAsk} />
      {items.length > 0 && <WeighingSection entry={entry} items={items} />}
      {choices.map((key) => (
        <TagSection key={key} entry={entry} field={vocabulary.fields.find((f) => f.key === key)} vocabulary={vocabulary} />
      ))}
      <HandedOut id={entry.id} />
      <Reflections entry={entry} />
      <SharingSection entry={entry} vocabulary={vocabulary} />
      <DetailSection entry={entry} vocabulary={vocabulary} shown={choices} onAsk={onAsk} />
      <Links entry={entry} vocabulary={vocabulary} />
      <Backlinks entry={entry} vocabulary={vocabulary} />
      <Kin entry={entry} />
      <Problems entry={entry} />
    </aside>
  );
}

function StageSection({ entry, vocabulary, onAsk }: MarginProps): ReactNode {
  const stages = stagesOf(vocabulary);
  const stage = stages.find((s) => s.value === entry.stage);
  const next = entry.stage === undefined ? undefined : nextStage(vocabulary, entry.stage);
  const nameOf = (value: string): string => stages.find((s) => s.value === value)?.item.name ?? value;
  const steps = stagesInOrder(entry.stages);
  const now = steps.findLast((step) => step.stage === entry.stage);
  const earlier = steps.filter((step) => step !== now).toReversed();
  const history = [
    now?.since ? nl.entry.since(now.since) : '',
    earlier.length > 0 ? nl.entry.earlier(earlier.map((step) => nameOf(step.stage) + (step.since ? ` (${monthText(step.since)})` : ''))) : '',
  ].filter(Boolean);
  return (
    <section>
      <h2>
        {nl.entry.marginStage}
        {!entry.locked && (
          <button type="button" className="link push" aria-label={nl.entry.stage} onClick={() => onAsk('fase')}>
            {nl.common.change}
          </button>
        )}
      </h2>
      {stage ? <StagePill stage={stage.number} name={stage.item.name} /> : <p className="small faint">{nl.entry.noStage}</p>}
      {next && !next.closes && <p className="tiny faint">{nl.stages.nextShort(next.stage.item.name)}</p>}
      {history.length > 0 && <p className="tiny faint">{history.join(' ')}</p>}
    </section>
  );
}

function WeighingSection({ entry, items }: { entry: EntryDetail; items: ReturnType<typeof judgedItems> }): ReactNode {
  const disputed = disputedItems(entry.judgements);
  const yes = items.filter(({ id }) => entry.verdicts[id] === 'ja').length;
  return (
    <section>
      <h2>
        {nl.entry.weighing}
        <a className="push" href={hrefOf({ screen: 'weging', id: entry.id })}>
          {nl.entry.ofSeven(yes, items.length)}
        </a>
      </h2>
      <ul className="mini">
        {items.map(({ id, item }) => (
          <li key={id}>
            <VerdictIcon verdict={entry.verdicts[id]} />
            <span>
              <b>{shortItem(id)}</b> {item.name}
              {disputed.has(id) && <small className="faint block">{nl.judges.marked}</small>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const plain = (value: Json): string => (value === null ? '' : typeof value === 'object' ? Object.values(value).map(plain).join(', ') : String(value));
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value : [value ?? null]).map(plain).filter((text) => text !== '');

/** The values of a field in words. */
function words(field: Field, entry: EntryDetail, vocabulary: Vocabulary): string[] {
  const labels = new Map(valuesOf(vocabulary, field, entry.kind).map(({ value, label }) => [value, label]));
  return texts(entry.fields[field.key]).map((value) => labels.get(value) ?? (field.type === 'datum' ? dateText(value) : value));
}

function TagSection({ entry, field, vocabulary }: { entry: EntryDetail; field: Field | undefined; vocabulary: Vocabulary }): ReactNode {
  const values = field ? words(field, entry, vocabulary) : [];
  if (!field || values.length === 0) return null;
  return (
    <section>
      <h2>{field.label}</h2>
      <p className="row tags">
        {values.map((value) => (
          <span key={value} className="tag">
            {value}
          </span>
        ))}
      </p>
    </section>
  );
}

function SharingSection({ entry, vocabulary }: { entry: EntryDetail; vocabulary: Vocabulary }): ReactNode {
  const consent = vocabulary.fields.find((f) => f.key === 'toestemming');
  const said = consent ? words(consent, entry, vocabulary)[0] : undefined;
  const until = texts(entry.fields['toestemming_tot'])[0];
  const Icon = entry.confidential || entry.sharing === 'intern' ? Lock : Share2;
  return (
    <section>
      <h2>{nl.entry.sharing}</h2>
      <p className="small with-icon">
        <Icon className="icon icon-sm" aria-hidden />
        <span>
          {entry.confidential ? nl.entry.confidential : nl.common.sharing[entry.sharing]}
          {said && <small className="faint block">{until ? nl.entry.consentTo(until) : nl.entry.consent(said.toLocaleLowerCase('nl'))}</small>}
        </span>
      </p>
    </section>
  );
}

/** Fields that have a place of their own already, or are no words to read. */
const elsewhere = new Set([
  'id',
  'soort',
  'titel',
  'samenvatting',
  'fase',
  'fasehistorie',
  'oordelen',
  'delen',
  'toestemming',
  'toestemming_op',
  'toestemming_tot',
  'vertrouwelijk',
  'voorbeeld',
  'organisatie',
  'datum',
]);

function DetailSection({ entry, vocabulary, shown, onAsk }: MarginProps & { shown: readonly string[] }): ReactNode {
  const fields = vocabulary.fields
    .filter((field) => !elsewhere.has(field.key) && !shown.includes(field.key) && !['lijst', 'verwijzing', 'verwijzingen'].includes(field.type))
    .map((field) => ({ field, values: words(field, entry, vocabulary) }))
    .filter(({ values }) => values.length > 0);
  return (
    <section>
      <h2>
        {nl.entry.details}
        {!entry.locked && (
          <button type="button" className="link push" aria-label={nl.entry.fields} onClick={() => onAsk('kenmerken')}>
            {nl.common.change}
          </button>
        )}
      </h2>
      <dl className="details">
        {fields.map(({ field, values }) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>{field.type === 'vlag' ? nl.common.verdicts.ja : field.type === 'tekst' ? values.join(', ') : capital(values.join(', '))}</dd>
          </div>
        ))}
      </dl>
      {entry.unknown.length > 0 && <p className="tiny faint">{nl.entry.unknown(entry.unknown)}</p>}
    </section>
  );
}

const levelIcons: Record<Level, LucideIcon> = { fout: CircleAlert, waarschuwing: TriangleAlert, tip: Info };

function Problems({ entry }: { entry: EntryDetail }): ReactNode {
  if (entry.problemList.length === 0) return null;
  return (
    <section>
      <h2>{nl.entry.problems}</h2>
      <ul className="levels">
        {entry.problemList.map((problem, index) => {
          const Icon = levelIcons[problem.level];
          return (
            <li key={index}>
              <Icon className={`icon icon-sm level-${problem.level}`} aria-hidden />
              <span>
                <span className="sr">{nl.entry.levels[problem.level]}: </span>
                {problem.message}
                {problem.line !== undefined && <span className="faint"> ({nl.entry.line(problem.line)})</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

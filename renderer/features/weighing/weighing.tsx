import { Check } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { RenderedText } from '../../../domain/api/contract.ts';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import type { Vocabulary } from '../../../domain/entries/vocabulary.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { usePane } from '../../data/use-pane.ts';
import { kindOf, stagesOf, useVocabulary } from '../../data/vocabulary.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Empty } from '../../kit/empty.tsx';
import { StagePill } from '../../kit/seeds.tsx';
import { Splitter } from '../../kit/splitter.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { nl } from '../../text/nl.ts';
import { timeText } from '../../text/nl/format.ts';
import { Criteria, type CriteriaProps } from './criteria.tsx';
import { Judges } from './judges.tsx';
import { canCompare, partName, weighParts, type WeighPart } from './parts.ts';
import { SideBySide } from './side-by-side.tsx';
import { TextPane } from './text-pane.tsx';
import { TextParts } from './text-parts.tsx';
import { useJudging, type Judging } from './use-judging.ts';
import { useRows } from './use-rows.ts';
import './weighing.css';

/** What the window lends for changing the stage, which belongs to another feature. */
export interface StageSlot {
  entry: EntryDetail;
  onClose(): void;
}

interface WeighingProps {
  id: string;
  /** Criterion to begin with. */
  item?: string | undefined;
  renderStage(slot: StageSlot): ReactNode;
}

/** The Weging: the criteria that go with this kind, with the text beside them. */
export function Weighing({ id, item, renderStage }: WeighingProps): ReactNode {
  const vocabulary = useVocabulary();
  const { data: entry, failure, previous } = useCall('entries.read', { id });
  const { data: text } = useCall('entries.render', { id });
  if (failure && !previous)
    return (
      <div className="weigh-alone">
        <Callout tone="no" alert title={nl.weighing.failed}>
          {failure.message}
        </Callout>
      </div>
    );
  if (!entry || !text || entry.id !== id || vocabulary.cards.length === 0) return <div className="weigh" aria-busy="true" />;
  const parts = weighParts(vocabulary, entry);
  if (!parts.some((part) => part.judged)) return <Nothing entry={entry} vocabulary={vocabulary} />;
  return <Weigh key={id} entry={entry} text={text} vocabulary={vocabulary} parts={parts} item={item} renderStage={renderStage} />;
}

function Nothing({ entry, vocabulary }: { entry: EntryDetail; vocabulary: Vocabulary }): ReactNode {
  return (
    <div className="weigh-alone">
      <Empty title={nl.weighing.nothingTitle} text={nl.weighing.nothingText(kindOf(vocabulary, entry.kind).name)}>
        <LinkButton href={hrefOf({ screen: 'stuk', id: entry.id, edit: false, q: '' })}>{nl.weighing.toEntry}</LinkButton>
      </Empty>
    </div>
  );
}

interface WeighProps extends Omit<WeighingProps, 'id'> {
  entry: EntryDetail;
  text: RenderedText;
  vocabulary: Vocabulary;
  parts: readonly WeighPart[];
}

function Weigh({ entry, text, vocabulary, parts, item, renderStage }: WeighProps): ReactNode {
  const judging = useJudging(entry);
  const [tab, setTab] = useState(() => firstTab(parts, item));
  const part = parts.find((one) => one.part.id === tab) ?? parts[0];
  const [page, setPage] = useState<HTMLElement | null>(null);
  const rows = useRows({ entry, text, part, judging, page, first: item });
  const [staging, setStaging] = useState(false);
  const [beside, setBeside] = useState(false);
  const pane = usePane('weging', 0);
  if (!part) return null;
  return (
    <div className="weigh" style={pane.width > 0 ? { gridTemplateColumns: `${pane.width}px 1px minmax(0, 1fr)` } : undefined}>
      <section className="weigh-main" aria-labelledby="weging-titel">
        <Head entry={entry} vocabulary={vocabulary} onStage={() => setStaging(true)} />
        <div className="weigh-bar">
          <PartTabs parts={parts} part={part} entry={entry} judging={judging} onChoose={setTab} />
          <Judges part={part} entry={entry} judging={judging} beside={beside} onBeside={setBeside} />
          <Saved judging={judging} />
        </div>
        <div id="weging-deel" role="tabpanel" className="weigh-panel" aria-label={partName(part)}>
          <Locked entry={entry} />
          <PartPanel
            entry={entry}
            vocabulary={vocabulary}
            part={part}
            judging={judging}
            rows={rows}
            beside={beside}
            onOpen={(id) => {
              setBeside(false);
              rows.goTo(id);
            }}
          />
        </div>
      </section>
      <Splitter
        label={nl.common.resize(nl.weighing.resize)}
        value={pane.width || (page ? widthBefore(page) : usualWidth)}
        min={420}
        max={1100}
        onChange={pane.move}
        onDone={pane.keep}
      />
      <TextPane entry={entry} text={text} page={page} onPage={setPage} rows={rows} />
      {staging && renderStage({ entry, onClose: () => setStaging(false) })}
    </div>
  );
}

function Locked({ entry }: { entry: EntryDetail }): ReactNode {
  if (!entry.locked) return null;
  return (
    <div className="notice-line">
      <Callout>{nl.weighing.locked(entry.locked)}</Callout>
    </div>
  );
}

interface PartPanelProps extends CriteriaProps {
  beside: boolean;
  onOpen(item: string): void;
}

function PartPanel({ beside, onOpen, ...rest }: PartPanelProps): ReactNode {
  const { entry, part, judging } = rest;
  if (!part.judged) return <TextParts entry={entry} part={part} />;
  if (beside && canCompare(part, judging)) return <SideBySide part={part} judgements={judging.judgements} moments={part.moments} onOpen={onOpen} />;
  return <Criteria {...rest} />;
}

/** The tab with the criterion one came for, else the first with judgements. */
const firstTab = (parts: readonly WeighPart[], item: string | undefined): string =>
  (parts.find(({ card, part }) => part.items.some((one) => `${card.id}.${one.id}` === item)) ?? parts.find((part) => part.judged))?.part.id ?? '';

interface PartTabsProps {
  parts: readonly WeighPart[];
  part: WeighPart;
  entry: EntryDetail;
  judging: Judging;
  onChoose(id: string): void;
}

function PartTabs({ parts, part, entry, judging, onChoose }: PartTabsProps): ReactNode {
  const tabs = parts.map((one) => ({ id: one.part.id, label: partName(one), count: countOf(one, entry, judging) }));
  return <Tabs label={nl.weighing.tabs} tabs={tabs} chosen={part.part.id} onChoose={onChoose} panel={() => 'weging-deel'} />;
}

/** Until the window has been laid out, in CSS pixels. */
const usualWidth = 720;

const widthBefore = (page: HTMLElement): number =>
  Math.round(page.closest('.weigh')?.querySelector('.weigh-main')?.getBoundingClientRect().width ?? 0) || usualWidth;

function Head({ entry, vocabulary, onStage }: { entry: EntryDetail; vocabulary: Vocabulary; onStage(): void }): ReactNode {
  const stage = stagesOf(vocabulary).find((one) => one.value === entry.stage);
  const staged = kindOf(vocabulary, entry.kind).fields?.includes('fase') ?? false;
  return (
    <header className="screen-head">
      <div className="weigh-title">
        <nav className="kicker" aria-label={nl.weighing.path}>
          <a href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie', id: entry.id })}>{nl.weighing.library}</a> /{' '}
          <a href={hrefOf({ screen: 'stuk', id: entry.id, edit: false, q: '' })}>{entry.title}</a>
        </nav>
        <h1 id="weging-titel">{nl.weighing.title}</h1>
      </div>
      <div className="row push">
        {stage && <StagePill stage={stage.number} name={stage.item.name} />}
        {staged && !entry.locked && (
          <Button small onClick={onStage}>
            {stage ? nl.weighing.changeStage : nl.weighing.giveStage}
          </Button>
        )}
        <Button small look="primary" icon={Check} onClick={() => go({ screen: 'stuk', id: entry.id, edit: false, q: '' })}>
          {nl.weighing.done}
        </Button>
      </div>
    </header>
  );
}

function countOf({ card, part, judged }: WeighPart, entry: EntryDetail, judging: Judging): string {
  if (!judged) return nl.weighing.partsCount(entry.parts.filter((one) => one.state !== 'ontbreekt').length, entry.parts.length);
  return nl.weighing.judgedCount(part.items.filter((item) => judging.judgements.some((one) => one.item === `${card.id}.${item.id}`)).length);
}

function Saved({ judging: { saving, savedAt } }: { judging: Judging }): ReactNode {
  return (
    <span className="saved push" role="status">
      {saving && nl.weighing.saving}
      {!saving && savedAt !== undefined && (
        <>
          <Check className="icon icon-sm" aria-hidden />
          {nl.weighing.saved(timeText(savedAt))}
        </>
      )}
    </span>
  );
}

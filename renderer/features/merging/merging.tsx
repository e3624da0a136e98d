import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useCall } from '../../data/use-call.ts';
import { useVocabulary } from '../../data/vocabulary.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { useKeys } from '../../kit/keys.ts';
import { OpenFailure } from '../../kit/open-failure.tsx';
import '../../kit/changes.css';
import { nl } from '../../text/nl.ts';
import { FieldDifferences, SectionDifferences } from './differences.tsx';
import './merging.css';
import { useMerging, type Merging } from './use-merging.ts';

/** Two write-ups beside each other, to become one. */
export function MergingScreen({ id, other }: { id: string; other: string }): ReactNode {
  const { data, failure, previous } = useCall('relations.compare', { keep: id, other });
  const vocabulary = useVocabulary();
  if (failure && !previous) return <OpenFailure message={failure.message} />;
  if (!data || previous || vocabulary.fields.length === 0) return <div aria-busy="true" />;
  return <Pair key={`${data.keep.id} ${data.keep.revision} ${data.other.revision}`} pair={data} />;
}

function Pair({ pair }: { pair: Output<'relations.compare'> }): ReactNode {
  const vocabulary = useVocabulary();
  const merging = useMerging(pair, vocabulary);
  const { keep, other } = pair;
  const names = { left: keep.title, right: other.title === keep.title ? nl.merging.second(other.title) : other.title };
  const locked = keep.locked ?? other.locked;
  const ready = merging.open === 0 && !merging.busy && locked === undefined;
  useKeys({ 'Ctrl+Enter': ready ? () => void merging.save() : undefined });
  return (
    <div className="merging">
      <Head pair={pair} merging={merging} ready={ready} />
      <div className="merging-body">
        {locked !== undefined && <Callout tone="no">{nl.entry.locked(locked)}</Callout>}
        <p className="soft">{nl.merging.intro(names.left, names.right)}</p>
        {keep.kind !== other.kind && <Callout>{nl.merging.kinds}</Callout>}
        {merging.open > 0 && <Rest merging={merging} names={names} />}
        {merging.fields.length > 0 && (
          <section>
            <h2>{nl.merging.fields}</h2>
            <FieldDifferences merging={merging} names={names} entry={keep} vocabulary={vocabulary} />
          </section>
        )}
        <section>
          <h2>{nl.merging.text}</h2>
          <SectionDifferences merging={merging} names={names} />
        </section>
        <section>
          <h2>{nl.merging.kept}</h2>
          <p className="small soft">
            {nl.merging.growing(keep.judgements.length + other.judgements.length, keep.stages.length + other.stages.length)}
          </p>
        </section>
      </div>
    </div>
  );
}

function Head({ pair: { keep, other }, merging, ready }: { pair: Output<'relations.compare'>; merging: Merging; ready: boolean }): ReactNode {
  return (
    <header className="screen-head">
      <div>
        <p className="kicker">
          <a href={hrefOf({ screen: 'stuk', id: keep.id, edit: false, q: '' })}>{keep.title}</a>
        </p>
        <h1>{nl.merging.title}</h1>
      </div>
      <div className="row push">
        <span className="small soft" role="status">
          {nl.history.mergeLeft(merging.open)}
        </span>
        <Button small icon={ArrowLeftRight} onClick={() => go({ screen: 'samen', id: other.id, other: keep.id }, { replace: true })}>
          {nl.merging.swap}
        </Button>
        <LinkButton small href={hrefOf({ screen: 'stuk', id: keep.id, edit: false, q: '' })}>
          {nl.common.cancel}
        </LinkButton>
        <Button small look="primary" keys="Ctrl Enter" aria-keyshortcuts="Control+Enter" disabled={!ready} onClick={() => void merging.save()}>
          {nl.merging.merge}
        </Button>
      </div>
    </header>
  );
}

function Rest({ merging, names }: { merging: Merging; names: Readonly<Record<'left' | 'right', string>> }): ReactNode {
  return (
    <div className="row" role="group" aria-label={nl.merging.rest}>
      <span className="small soft">{nl.merging.rest}</span>
      <Button small onClick={() => merging.chooseRest('left')}>
        {names.left}
      </Button>
      <Button small onClick={() => merging.chooseRest('right')}>
        {names.right}
      </Button>
      <Button small onClick={() => merging.chooseRest('both')}>
        {nl.merging.bothText}
      </Button>
    </div>
  );
}

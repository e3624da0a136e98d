import { useState, type ReactNode } from 'react';
import type { BundleLook, ImportChoice, ImportEntry, ImportState } from '../../../domain/bundle/bundle-import.ts';
import { hrefOf } from '../../data/routes.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import { dateText } from '../../text/nl/format.ts';
import { CompareDialog } from './compare-dialog.tsx';

export type Choices = Readonly<Record<string, ImportChoice>>;

interface BundleLookProps {
  look: BundleLook;
  path: string;
  onTake(choices: Choices): void;
}

const asking: ReadonlySet<ImportState> = new Set(['gewijzigd', 'botsing']);
const groups = ['botsing', 'gewijzigd', 'nieuw', 'gelijk', 'geweigerd'] as const satisfies readonly ImportState[];

/** What is in a bundle against what is here; nothing happens until somebody says so. */
export function BundleLooked({ look, path, onTake }: BundleLookProps): ReactNode {
  const [choices, setChoices] = useState<Choices>({});
  const [comparing, setComparing] = useState<ImportEntry>();
  const choose = (id: string, choice: ImportChoice): void => setChoices((all) => ({ ...all, [id]: choice }));
  const changed = look.entries.filter(({ state }) => state === 'gewijzigd');
  const fresh = look.entries.filter(({ state }) => state === 'nieuw').length;
  const taking = look.entries.filter(({ id, state }) => asking.has(state) && (choices[id] ?? 'ours') !== 'ours').length;
  return (
    <section className="import-result" aria-labelledby="bundel-uitkomst">
      <div className="panel-head">
        <h2 id="bundel-uitkomst">{look.title}</h2>
        <span className="tiny faint">{nl.importing.previewNote}</span>
      </div>
      <p className="soft">{nl.importing.bundleMade(dateText(look.made.slice(0, 10)), nl.bundles.audiences[look.audience].name)}</p>
      {look.before !== undefined && <Callout>{nl.importing.bundleBefore(dateText(look.before.slice(0, 10)))}</Callout>}
      <div className="row">
        <Button look="primary" disabled={fresh + taking === 0} onClick={() => onTake(choices)}>
          {nl.importing.take(fresh, taking)}
        </Button>
        {changed.length > 0 && (
          <Button onClick={() => setChoices((all) => ({ ...all, ...Object.fromEntries(changed.map(({ id }) => [id, 'theirs'])) }))}>
            {nl.importing.takeChanged(changed.length)}
          </Button>
        )}
      </div>
      {groups.map((state) => (
        <Group
          key={state}
          state={state}
          entries={look.entries.filter((entry) => entry.state === state)}
          choices={choices}
          onChoose={choose}
          onCompare={setComparing}
        />
      ))}
      {comparing && (
        <CompareDialog path={path} entry={comparing} onClose={() => setComparing(undefined)} onChoose={(choice) => choose(comparing.id, choice)} />
      )}
    </section>
  );
}

interface GroupProps {
  state: ImportState;
  entries: readonly ImportEntry[];
  choices: Choices;
  onChoose(id: string, choice: ImportChoice): void;
  onCompare(entry: ImportEntry): void;
}

function Group({ state, entries, choices, onChoose, onCompare }: GroupProps): ReactNode {
  if (entries.length === 0) return null;
  const head = nl.importing.states[state](entries.length);
  if (!asking.has(state))
    return (
      <details className="import-list" open={state !== 'gelijk'}>
        <summary>{head}</summary>
        <ul className="rows small">
          {entries.map(({ id, title, path, reason }) => (
            <li key={id}>
              <span>{title}</span>
              <span className="soft import-path">{reason ?? path}</span>
            </li>
          ))}
        </ul>
      </details>
    );
  return (
    <div className="import-asking">
      <h3>{head}</h3>
      <p className="small soft">{nl.importing.stateNotes[state === 'gewijzigd' ? 'gewijzigd' : 'botsing']}</p>
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span>
              <a href={hrefOf({ screen: 'stuk', id: entry.ours?.id ?? entry.id, edit: false, q: '' })}>{entry.ours?.title ?? entry.title}</a>
              <small className="soft import-path">{entry.ours?.path}</small>
            </span>
            <Choice entry={entry} choice={choices[entry.id] ?? 'ours'} onChoose={(choice) => onChoose(entry.id, choice)} />
            <Button small aria-label={nl.importing.compareOf(entry.title)} onClick={() => onCompare(entry)}>
              {nl.importing.compare}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Choice({ entry, choice, onChoose }: { entry: ImportEntry; choice: ImportChoice; onChoose(choice: ImportChoice): void }): ReactNode {
  const merged = typeof choice === 'object';
  const ways = ['ours', 'theirs', 'both'] as const;
  return (
    <Select
      label={nl.importing.choiceOf(entry.title)}
      hideLabel
      value={merged ? 'merged' : choice}
      options={[
        ...ways.map((value) => ({ value, label: nl.importing.choices[value] })),
        ...(merged ? [{ value: 'merged', label: nl.importing.choices.merged }] : []),
      ]}
      onChange={(value) => {
        const way = ways.find((one) => one === value);
        if (way) onChoose(way);
      }}
    />
  );
}

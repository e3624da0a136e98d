import { FileInput, FolderOpen, FolderPlus, RefreshCw, Sprout, Tags } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Settings } from '../../../domain/api/contract.ts';
import { go, hrefOf } from '../../data/routes.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryChoice, useLibraryState } from '../../data/use-library.ts';
import { useSettings } from '../../data/use-settings.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { TextField } from '../../kit/field.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { Select } from '../../kit/select.tsx';
import { nl } from '../../text/nl.ts';
import './settings.css';

/** How Oogst looks, who weighs, which kennismap is open. */
export function SettingsScreen({ backup }: { backup: ReactNode }): ReactNode {
  const version = useCall('shell.abilities', {}).data?.version;
  return (
    <div className="settings">
      <header className="screen-head">
        <h1>{nl.settings.title}</h1>
      </header>
      <div className="settings-cols">
        <div>
          <FolderPanel />
          <section className="settings-panel">{backup}</section>
          <section className="settings-panel">
            <h2>{nl.settings.importing}</h2>
            <p className="soft small">{nl.settings.importText}</p>
            <LinkButton icon={FileInput} href={hrefOf({ screen: 'importeren' })}>
              {nl.settings.importButton}
            </LinkButton>
          </section>
          <section className="settings-panel">
            <h2>{nl.many.keywords}</h2>
            <p className="soft small">{nl.many.settingsText}</p>
            <LinkButton icon={Tags} href={hrefOf({ screen: 'trefwoorden' })}>
              {nl.many.keywordsTidy}
            </LinkButton>
          </section>
        </div>
        <div>
          <LookPanel />
          <KeysPanel />
          {version && (
            <section className="settings-panel">
              <h2>{nl.settings.about}</h2>
              <p className="soft small">{nl.settings.version(version)}</p>
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

function LookPanel(): ReactNode {
  const { settings, change } = useSettings();
  const themes = ['systeem', 'licht', 'donker'] as const;
  const contrasts = ['gewoon', 'hoog'] as const;
  return (
    <section className="settings-panel">
      <h2>{nl.settings.look}</h2>
      <div className="settings-pair">
        <Select
          label={nl.settings.theme}
          value={settings.theme}
          options={themes.map((value) => ({ value, label: nl.settings.themes[value] }))}
          onChange={(value) => change({ theme: themes.find((theme) => theme === value) ?? 'systeem' })}
        />
        <Select
          label={nl.settings.contrast}
          value={settings.contrast}
          options={contrasts.map((value) => ({ value, label: nl.settings.contrasts[value] }))}
          onChange={(value) => change({ contrast: contrasts.find((contrast) => contrast === value) ?? 'gewoon' })}
        />
      </div>
      <JudgeField value={settings.judge} onSave={(judge) => change({ judge })} />
    </section>
  );
}

/** Written when the field is left or Enter is pressed, not at every letter. */
function JudgeField({ value, onSave }: { value: string; onSave(value: string): void }): ReactNode {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = (): void => {
    if (text.trim() && text.trim() !== value) onSave(text.trim());
  };
  return (
    <TextField
      label={nl.settings.judge}
      hint={nl.settings.judgeHint}
      value={text}
      maxLength={80}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

function FolderPanel(): ReactNode {
  const state = useLibraryState();
  const choice = useLibraryChoice();
  const { settings } = useSettings();
  const rescan = useAction('library.rescan', { said: () => ({ text: nl.settings.rescanned }) });
  const opened = (done: boolean): void => {
    if (done) go({ screen: 'overzicht' });
  };
  const dir = state && 'dir' in state ? state.dir : undefined;
  return (
    <section className="settings-panel">
      <h2>{nl.settings.folder}</h2>
      {state && 'dir' in state && (
        <p className="settings-folder">
          <b>{state.name}</b>
          <small>{state.dir}</small>
        </p>
      )}
      {choice.failure && (
        <Callout tone="no" alert>
          {choice.failure}
        </Callout>
      )}
      <div className="row">
        <Button icon={FolderOpen} disabled={choice.busy} onClick={() => void choice.pick(nl.start.pickOpen, false).then(opened)}>
          {nl.settings.openOther}
        </Button>
        <Button icon={FolderPlus} disabled={choice.busy} onClick={() => void choice.pick(nl.start.pickNew, true).then(opened)}>
          {nl.settings.makeNew}
        </Button>
        <Button icon={Sprout} disabled={choice.busy} onClick={() => void choice.example().then(opened)}>
          {nl.settings.example}
        </Button>
        <Button look="quiet" icon={RefreshCw} disabled={rescan.busy || dir === undefined} onClick={() => void rescan.run({})}>
          {nl.settings.rescan}
        </Button>
      </div>
      <RecentFolders
        others={settings.recent.filter((other) => other.dir !== dir)}
        busy={choice.busy}
        onOpen={(other) => void choice.open(other).then(opened)}
      />
    </section>
  );
}

interface RecentFoldersProps {
  others: Settings['recent'];
  busy: boolean;
  onOpen(dir: string): void;
}

function RecentFolders({ others, busy, onOpen }: RecentFoldersProps): ReactNode {
  if (others.length === 0) return null;
  return (
    <>
      <h3 className="label">{nl.settings.recent}</h3>
      <ul className="rows">
        {others.map((other) => (
          <li key={other.dir} className="settings-recent">
            <span>
              <b>{other.name}</b>
              <small>{other.dir}</small>
            </span>
            <Button small disabled={busy} aria-label={`${other.name}: ${nl.settings.switchTo}`} onClick={() => onOpen(other.dir)}>
              {nl.settings.switchTo}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function KeysPanel(): ReactNode {
  const electron = useCall('shell.abilities', {}).data?.shell === 'electron';
  const { keyList } = nl.settings;
  const keys: [string, string][] = [
    ['Ctrl K', keyList.palette],
    [electron ? 'Ctrl N' : 'Alt N', keyList.new],
    ['F2', keyList.edit],
    ['Ctrl S', keyList.save],
    ['F3', keyList.next],
    ['Shift F3', keyList.previous],
    ['Ctrl Z', keyList.undo],
    ['Ctrl Shift Z', keyList.redo],
    ['Ctrl P', keyList.print],
    ['Esc', keyList.back],
  ];
  return (
    <section className="settings-panel">
      <h2>{nl.settings.keys}</h2>
      <dl className="settings-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
              <span className="sr">{key}</span>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

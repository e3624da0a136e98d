import { ArchiveRestore, Eye, FolderOpen, FolderPlus, ShieldCheck, X, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../data/use-call.ts';
import { useClient } from '../../data/client.tsx';
import { useLibraryChoice, type LibraryChoice } from '../../data/use-library.ts';
import { useSettings } from '../../data/use-settings.ts';
import { BrandMark } from '../../kit/brand.tsx';
import { Button, IconButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Kbd } from '../../kit/kbd.tsx';
import { keyText, useKeys } from '../../kit/keys.ts';
import { nl } from '../../text/nl.ts';
import { SeedField } from './seed-field.tsx';
import './start.css';

/** The dialog that puts a backup back, which is another feature. */
type RestoreSlot = (slot: { onClose(): void }) => ReactNode;

/** The first screen: three ways in, no account, nothing to set up. `reason`: why the kennismap of last time is not there. */
export function Start({ restore, reason }: { restore: RestoreSlot; reason: string | undefined }): ReactNode {
  const choice = useLibraryChoice();
  const failure = choice.failure ?? reason;
  const electron = useCall('shell.abilities', {}).data?.shell === 'electron';
  const keys = electron ? { make: 'Ctrl+N', open: 'Ctrl+O' } : { make: 'Alt+N', open: 'Alt+O' };
  const make = (): void => void choice.pick(nl.start.pickNew, true);
  const open = (): void => void choice.pick(nl.start.pickOpen, false);
  useKeys({ [keys.make]: make, [keys.open]: open });
  return (
    <div className="first">
      <main className="first-main" id="inhoud" aria-busy={choice.busy}>
        <div className="first-text">
          <Welcome />
          {failure && (
            <div className="first-failure">
              <Callout tone="no" alert>
                {failure}
              </Callout>
            </div>
          )}
          <ul className="choices">
            <Choice
              main
              icon={FolderPlus}
              title={nl.start.make}
              hint={nl.start.makeHint}
              keys={keyText(keys.make)}
              disabled={choice.busy}
              run={make}
            />
            <Choice icon={FolderOpen} title={nl.start.open} hint={nl.start.openHint} keys={keyText(keys.open)} disabled={choice.busy} run={open} />
            <Choice icon={Eye} title={nl.start.example} hint={nl.start.exampleHint} disabled={choice.busy} run={() => void choice.example()} />
          </ul>
          <Recent choice={choice} />
          <FromBackup restore={restore} />
          <p className="first-note small">
            <ShieldCheck className="icon" aria-hidden />
            <span>{nl.start.note}</span>
          </p>
          <p className="sr" role="status">
            {choice.busy ? nl.start.busy : ''}
          </p>
        </div>
      </main>
      <SeedField />
    </div>
  );
}

function FromBackup({ restore }: { restore: RestoreSlot }): ReactNode {
  const [restoring, setRestoring] = useState(false);
  return (
    <p>
      <Button look="quiet" icon={ArchiveRestore} onClick={() => setRestoring(true)}>
        {nl.history.restoreBackup}
      </Button>
      {restoring && restore({ onClose: () => setRestoring(false) })}
    </p>
  );
}

function Welcome(): ReactNode {
  return (
    <>
      <p className="brand">
        <BrandMark />
        <span>{nl.frame.app}</span>
      </p>
      <h1>
        {nl.start.titleOne}
        <br />
        {nl.start.titleTwo}
      </h1>
      <p className="lead">{nl.start.lead}</p>
    </>
  );
}

interface ChoiceProps {
  icon: LucideIcon;
  title: string;
  hint: string;
  keys?: string;
  main?: boolean;
  disabled: boolean;
  run(): void;
}

function Choice({ icon: Icon, title, hint, keys, main = false, disabled, run }: ChoiceProps): ReactNode {
  return (
    <li>
      <button type="button" className={main ? 'choice is-main' : 'choice'} disabled={disabled} onClick={run}>
        <Icon className="icon" aria-hidden />
        <span>
          <b>{title}</b>
          <small>{hint}</small>
        </span>
        {keys && <Kbd>{keys}</Kbd>}
      </button>
    </li>
  );
}

/** The kennismappen of before; one that is gone can be taken off the list. */
function Recent({ choice }: { choice: LibraryChoice }): ReactNode {
  const client = useClient();
  const { recent } = useSettings().settings;
  if (recent.length === 0) return null;
  return (
    <section className="recent">
      <h2>{nl.start.recent}</h2>
      <ul>
        {recent.slice(0, 4).map(({ dir, name }) => (
          <li key={dir}>
            <button type="button" className="recent-open" disabled={choice.busy} onClick={() => void choice.open(dir)}>
              <b>{name}</b>
              <small>{dir}</small>
            </button>
            <IconButton icon={X} label={nl.start.forget(name)} onClick={() => void client.call('settings.forget', { dir })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

import { FolderInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { hrefOf } from '../../data/routes.ts';
import { usePickFolder } from '../../data/pick-folder.tsx';
import { useLibraryState } from '../../data/use-library.ts';
import { useTask, type Task } from '../../data/use-task.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { ReflectionFiles } from './reflection-files.tsx';
import { BundleFiles } from './bundle-files.tsx';
import { BundleImport } from './bundle-import.tsx';
import './import.css';
import { ImportResult } from './import-result.tsx';

/** Bringing in a folder of Markdown: first look what would happen, then do it. */
export function ImportScreen(): ReactNode {
  const pickFolder = usePickFolder();
  const state = useLibraryState();
  const [source, setSource] = useState<string>();
  const [bundle, setBundle] = useState<string>();
  const look = useTask('import.folder');
  const bring = useTask('import.folder');
  const readOnly = state?.state === 'ready' && state.readOnly;
  const busy = look.state === 'running' || bring.state === 'running';
  const choose = async (): Promise<void> => {
    const path = await pickFolder(nl.importing.pickTitle);
    if (path === undefined) return;
    setSource(path);
    setBundle(undefined);
    bring.reset();
    await look.run({ sources: [path], dryRun: true });
  };
  return (
    <div className="import">
      <Head />
      <div className="import-body">
        <p className="soft import-intro">{nl.importing.intro}</p>
        {readOnly ? (
          <Callout tone="advice">{nl.importing.readOnly}</Callout>
        ) : (
          <div className="row import-source">
            <Button icon={FolderInput} look={source === undefined ? 'primary' : 'plain'} disabled={busy} onClick={() => void choose()}>
              {source === undefined ? nl.importing.choose : bring.state === 'done' ? nl.importing.another : nl.importing.chooseOther}
            </Button>
            {source !== undefined && (
              <span className="small">
                <span className="faint">{nl.importing.source}:</span> <span className="import-path">{source}</span>
              </span>
            )}
          </div>
        )}
        {source !== undefined && !readOnly && (
          <BundleFiles folder={source} chosen={bundle} disabled={bring.state === 'running'} onChoose={setBundle} />
        )}
        {source !== undefined && !readOnly && bundle === undefined && <ReflectionFiles folder={source} />}
        {bundle === undefined ? (
          <Steps look={look} bring={bring} onBring={() => source !== undefined && void bring.run({ sources: [source] })} />
        ) : (
          <BundleImport key={bundle} path={bundle} />
        )}
      </div>
    </div>
  );
}

function Head(): ReactNode {
  return (
    <header className="screen-head">
      <div>
        <p className="kicker">
          <a href={hrefOf({ screen: 'instellingen' })}>{nl.frame.settings}</a>
        </p>
        <h1>{nl.importing.title}</h1>
      </div>
    </header>
  );
}

interface StepsProps {
  look: Task<'import.folder'>;
  bring: Task<'import.folder'>;
  onBring(): void;
}

function Steps({ look, bring, onBring }: StepsProps): ReactNode {
  const running = bring.state === 'running' ? bring : look.state === 'running' ? look : undefined;
  const failure = bring.failure ?? look.failure;
  if (running) return <Running task={running} label={running === bring ? nl.importing.importing : nl.importing.looking} />;
  return (
    <>
      {failure && (
        <Callout tone="no" alert title={bring.failure ? nl.importing.failed : nl.importing.failedLook}>
          {failure.message}
        </Callout>
      )}
      {(bring.state === 'cancelled' || look.state === 'cancelled') && <Callout alert>{nl.importing.cancelled}</Callout>}
      {bring.state === 'done' && bring.result ? (
        <ImportResult report={bring.result} />
      ) : (
        look.result && <ImportResult report={look.result} onBring={onBring} />
      )}
    </>
  );
}

function Running({ task, label }: { task: Task<'import.folder'>; label: string }): ReactNode {
  const { done = 0, total = 0, label: at } = task.progress ?? {};
  return (
    <div className="import-running">
      <Progress label={label} done={done} total={total} detail={total > 0 ? nl.importing.step(done, total, at) : undefined} onCancel={task.cancel} />
    </div>
  );
}

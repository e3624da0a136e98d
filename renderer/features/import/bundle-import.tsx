import { LibraryBig } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import type { BundleTaken } from '../../../domain/bundle/bundle-import.ts';
import { hrefOf } from '../../data/routes.ts';
import { useTask, type Task } from '../../data/use-task.ts';
import { useUndo } from '../../data/use-undo.ts';
import { Button, LinkButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { BundleLooked } from './bundle-look.tsx';

/** Taking over one bundle: look, choose, take, and take back. */
export function BundleImport({ path }: { path: string }): ReactNode {
  const look = useTask('import.look');
  const take = useTask('import.take');
  const { run } = look;
  useEffect(() => void run({ path }), [run, path]);
  const running = take.state === 'running' ? take : look.state === 'running' ? look : undefined;
  const failure = take.failure ?? look.failure;
  if (running) return <Running task={running} label={running === take ? nl.importing.importing : nl.importing.bundleLooking} />;
  return (
    <>
      {failure && (
        <Callout tone="no" alert title={nl.importing.failed}>
          {failure.message}
        </Callout>
      )}
      {(take.state === 'cancelled' || look.state === 'cancelled') && <Callout alert>{nl.importing.bundleCancelled}</Callout>}
      {take.result ? (
        <Taken taken={take.result} />
      ) : (
        look.result && (
          <BundleLooked
            look={look.result}
            path={path}
            onTake={(choices) => void take.run({ path, hash: look.result?.hash ?? '', choices: { ...choices } })}
          />
        )
      )}
    </>
  );
}

function Running({ task: { progress, cancel }, label }: { task: Task<'import.look'> | Task<'import.take'>; label: string }): ReactNode {
  const { done = 0, total = 0, label: at } = progress ?? {};
  return (
    <div className="import-running">
      <Progress label={label} done={done} total={total} detail={total > 0 ? nl.importing.step(done, total, at) : undefined} onCancel={cancel} />
    </div>
  );
}

function Taken({ taken }: { taken: BundleTaken }): ReactNode {
  const { back } = useUndo();
  const { step } = taken;
  const left = [...taken.left.map(({ title, path }) => `${title} (${path})`), ...taken.refused.map(({ title, reason }) => `${title}: ${reason}`)];
  return (
    <Callout tone="yes">
      <div role="status">
        <strong>{nl.importing.bundleDone(taken.title)}</strong>
        <p>{nl.importing.takenCounts(taken)}</p>
      </div>
      {left.length > 0 && (
        <div>
          <p>{nl.importing.leftAsIs}</p>
          <ul>
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {taken.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      <p className="row">
        <LinkButton look="primary" small icon={LibraryBig} href={hrefOf({ screen: 'bibliotheek', q: '', sort: 'relevantie' })}>
          {nl.importing.toLibrary}
        </LinkButton>
        {step !== undefined && (
          <Button small onClick={() => back({ label: 'bundel', id: step })}>
            {nl.common.undo}
          </Button>
        )}
      </p>
    </Callout>
  );
}

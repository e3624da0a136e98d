import { Archive, ArchiveRestore } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { zipIn } from '../../data/paths.ts';
import { usePickFolder } from '../../data/pick-folder.tsx';
import { useLibraryState } from '../../data/use-library.ts';
import { useTask } from '../../data/use-task.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { RestoreDialog } from './restore-dialog.tsx';

/** The whole kennismap in one file, and back. */
export function BackupPanel(): ReactNode {
  const pickFolder = usePickFolder();
  const state = useLibraryState();
  const make = useTask('backup.make');
  const [restoring, setRestoring] = useState(false);
  const start = async (): Promise<void> => {
    const folder = await pickFolder(nl.history.backupPick);
    if (folder === undefined || !state || !('name' in state)) return;
    const now = new Date();
    const stamp = `${now.toLocaleDateString('sv-SE')} ${now.toLocaleTimeString('nl', { hour: '2-digit', minute: '2-digit' }).replace(':', '')}`;
    await make.run({ out: zipIn(folder, `${state.name} ${stamp}`) });
  };
  return (
    <>
      <h2>{nl.history.backup}</h2>
      <p className="soft small">{nl.history.backupText}</p>
      {make.state === 'running' ? (
        <Progress
          label={nl.history.backupMaking}
          done={make.progress?.done ?? 0}
          total={make.progress?.total ?? 0}
          detail={make.progress?.label}
          onCancel={make.cancel}
        />
      ) : (
        <div className="row">
          <Button icon={Archive} onClick={() => void start()}>
            {nl.history.backupMake}
          </Button>
          <Button icon={ArchiveRestore} onClick={() => setRestoring(true)}>
            {nl.history.restoreBackup}
          </Button>
        </div>
      )}
      {make.result && <Callout tone="yes">{nl.history.backupMade(make.result.files, make.result.path)}</Callout>}
      {make.result?.left && (
        <Callout tone="no" alert>
          {nl.history.backupLeft(make.result.left)}
        </Callout>
      )}
      {make.failure && (
        <Callout tone="no" alert>
          {make.failure.message}
        </Callout>
      )}
      {make.state === 'cancelled' && <Callout>{nl.history.backupStopped}</Callout>}
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </>
  );
}

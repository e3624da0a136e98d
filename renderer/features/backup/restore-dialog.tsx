import { useState, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import { go } from '../../data/routes.ts';
import { folderOf, pathIn, soundName } from '../../data/paths.ts';
import { usePickFolder } from '../../data/pick-folder.tsx';
import { useToasts } from '../../data/toasts.tsx';
import { useCall } from '../../data/use-call.ts';
import { useTask } from '../../data/use-task.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { DialogFoot } from '../../kit/dialog-foot.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { TextField } from '../../kit/field.tsx';
import { Progress } from '../../kit/progress.tsx';
import { nl } from '../../text/nl.ts';
import { dateText, sizeText } from '../../text/nl/format.ts';

type Found = Output<'backup.find'>[number];

/** Which backup, whether it is whole, and where it goes. */
function useRestoring(onDone: () => void) {
  const pickFolder = usePickFolder();
  const toasts = useToasts();
  const [folder, setFolder] = useState<string>();
  const [file, setFile] = useState<string>();
  const [where, setWhere] = useState<Place>({ inside: '', name: '', replace: false });
  const check = useTask('backup.check');
  const restore = useTask('backup.restore');
  const running = restore.state === 'running' ? restore : check.state === 'running' ? check : undefined;
  const ready = check.state === 'done' && file !== undefined && soundName(where.name) && !running;
  return {
    folder,
    file,
    where,
    setWhere,
    running,
    ready,
    restoring: running === restore,
    whole: running ? undefined : check.result,
    failure: restore.failure ?? check.failure,
    choose: async (): Promise<void> => {
      const picked = await pickFolder(nl.history.restorePick);
      if (picked === undefined) return;
      setFolder(picked);
      setFile(undefined);
      check.reset();
    },
    look: async (path: string): Promise<void> => {
      setFile(path);
      const found = await check.run({ path });
      if (found) setWhere({ inside: folderOf(path), name: found.name, replace: false });
    },
    start: async (): Promise<void> => {
      if (!ready) return;
      const done = await restore.run({ path: file, dir: pathIn(where.inside, where.name.trim()), replace: where.replace });
      if (!done) return;
      toasts.say({ text: nl.history.restoredAt(done.dir) });
      if (done.aside !== undefined) toasts.say({ text: nl.history.restoredAside(done.aside) });
      onDone();
    },
  };
}

/** Puts a backup back: choose it, see that it is whole, say where it goes. */
export function RestoreDialog({ onClose }: { onClose(): void }): ReactNode {
  const now = useRestoring(() => {
    onClose();
    go({ screen: 'overzicht' });
  });
  const { folder, running, whole, failure } = now;
  return (
    <Dialog
      title={nl.history.restoreBackup}
      wide
      onClose={running ? () => undefined : onClose}
      onSubmit={() => void now.start()}
      foot={<DialogFoot onCancel={onClose} does={nl.history.restoring} disabled={!now.ready} />}
    >
      <div className="row">
        <Button disabled={running !== undefined} onClick={() => void now.choose()} data-autofocus>
          {folder === undefined ? nl.history.restoreChoose : nl.history.restoreOther}
        </Button>
        <span className="small soft">{folder ?? nl.history.restorePick}</span>
      </div>
      {folder !== undefined && <Files folder={folder} chosen={now.file} disabled={running !== undefined} onChoose={(path) => void now.look(path)} />}
      {failure && (
        <Callout tone="no" alert>
          {failure.message}
        </Callout>
      )}
      {running && (
        <Progress
          label={now.restoring ? nl.history.restoring : nl.history.restoreChecking}
          done={running.progress?.done ?? 0}
          total={running.progress?.total ?? 0}
          detail={running.progress?.label}
          onCancel={running.cancel}
        />
      )}
      {whole && <Callout tone="yes">{nl.history.restoreHolds(whole.name, whole.made, whole.files)}</Callout>}
      {whole && <Where where={now.where} onChange={now.setWhere} />}
    </Dialog>
  );
}

function Files({
  folder,
  chosen,
  disabled,
  onChoose,
}: {
  folder: string;
  chosen: string | undefined;
  disabled: boolean;
  onChoose(path: string): void;
}): ReactNode {
  const { data, failure } = useCall('backup.find', { dir: folder });
  if (failure) return <Callout tone="no">{failure.message}</Callout>;
  if (!data) return null;
  if (data.length === 0) return <p className="soft small">{nl.history.restoreNone}</p>;
  const label = ({ name, bytes, changed }: Found): string =>
    `${name}, ${sizeText(bytes)}, ${dateText(new Date(changed).toLocaleDateString('sv-SE'))}`;
  return (
    <fieldset className="form-group">
      <legend>{nl.history.restoreFiles}</legend>
      {data.map((one) => (
        <label key={one.path} className="check">
          <input type="radio" name="reservekopie" disabled={disabled} checked={chosen === one.path} onChange={() => onChoose(one.path)} />
          <span>{label(one)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface Place {
  inside: string;
  name: string;
  replace: boolean;
}

function Where({ where, onChange }: { where: Place; onChange(where: Place): void }): ReactNode {
  const pickFolder = usePickFolder();
  return (
    <>
      <div className="row">
        <Button
          onClick={() =>
            void pickFolder(nl.history.restoreWhere).then((inside) => {
              if (inside !== undefined) onChange({ ...where, inside });
            })
          }
        >
          {nl.history.restoreWhere}
        </Button>
        <span className="small soft">
          {nl.history.restoreInside} {where.inside}
        </span>
      </div>
      <TextField
        label={nl.history.restoreName}
        hint={nl.history.restoreWhereHint}
        value={where.name}
        maxLength={120}
        onChange={(event) => onChange({ ...where, name: event.target.value })}
      />
      <Checkbox checked={where.replace} onChange={(replace) => onChange({ ...where, replace })}>
        {nl.history.restoreReplace}
      </Checkbox>
    </>
  );
}

import { ArrowUp, ChevronRight, FolderPlus, HardDrive } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Output } from '../../../domain/api/contract.ts';
import { useCall } from '../../data/use-call.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { nl } from '../../text/nl.ts';
import { FolderList } from './folder-list.tsx';
import './folders.css';
import { MakeFolder } from './make-folder.tsx';
import { trailOf, type Crumb } from './trail.ts';

interface FolderDialogProps {
  title: string;
  onChoose(path: string): void;
  onCancel(): void;
}

interface Here {
  /** What the folder holds; the one before while the next is on its way. */
  data: Output<'folders.list'> | undefined;
  failure: string | undefined;
  /** Folder in the list that is pointed at: the one that was come out of, until another is. */
  marked: string | undefined;
  mark(path: string): void;
  open(path: string, from?: string): void;
  /** What would be chosen now: the folder that is pointed at, else the one that is open. */
  target: Crumb | undefined;
}

function useHere(): Here {
  const [at, setAt] = useState<{ dir?: string; marked?: string | undefined }>({});
  const { data, failure } = useCall('folders.list', at.dir === undefined ? {} : { dir: at.dir });
  const pointed = data?.folders.find(({ path }) => path === at.marked);
  return {
    data,
    failure: failure?.message,
    marked: at.marked,
    mark: (path) => setAt({ ...at, marked: path }),
    open: (dir, marked) => setAt({ dir, marked }),
    target: data && !failure ? (pointed ?? { path: data.dir, name: trailOf(data.dir, nl.folders.root).at(-1)?.name ?? data.dir }) : undefined,
  };
}

/** Choosing a folder where the system has no dialog to offer: places, the way here, and the folders in it. */
export function FolderDialog({ title, onChoose, onCancel }: FolderDialogProps): ReactNode {
  const here = useHere();
  const { data, failure, target } = here;
  const [making, setMaking] = useState(false);
  return (
    <Dialog
      title={title}
      wide
      onClose={onCancel}
      onSubmit={() => target && onChoose(target.path)}
      foot={
        <>
          <Button look="quiet" icon={FolderPlus} className="folders-make" disabled={!data || making} onClick={() => setMaking(true)}>
            {nl.folders.make}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {nl.common.cancel}
          </Button>
          <Button look="primary" type="submit" disabled={!target}>
            {nl.folders.choose(target?.name)}
          </Button>
        </>
      }
    >
      <div className="folders">
        <Places here={here} />
        <div className="folders-here">
          {data && <Trail data={data} onOpen={here.open} />}
          {failure && (
            <Callout tone="no" alert>
              {failure}
            </Callout>
          )}
          {making && data && <MakeFolder dir={data.dir} onMade={(path) => (setMaking(false), here.open(path))} onCancel={() => setMaking(false)} />}
          <Inside here={here} />
        </div>
      </div>
    </Dialog>
  );
}

function Places({ here: { data, open } }: { here: Here }): ReactNode {
  return (
    <nav className="folders-places" aria-label={nl.folders.places}>
      <h3 className="label">{nl.folders.places}</h3>
      <ul>
        {data?.places.map((place) => (
          <li key={place.path}>
            <button
              type="button"
              className="folders-place"
              aria-current={place.path === data.dir ? 'true' : undefined}
              onClick={() => open(place.path)}
            >
              <HardDrive className="icon icon-sm" aria-hidden />
              {place.name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Inside({ here: { data, marked, mark, open } }: { here: Here }): ReactNode {
  return (
    <>
      {data && (
        <FolderList
          key={data.dir}
          folders={data.folders}
          marked={marked}
          onMark={mark}
          onOpen={open}
          onUp={() => data.parent !== undefined && open(data.parent, data.dir)}
        />
      )}
      <p className="tiny faint" role="status">
        {data ? nl.folders.texts(data.texts) : nl.folders.loading}
      </p>
    </>
  );
}

function Trail({ data, onOpen }: { data: Output<'folders.list'>; onOpen(path: string, from?: string): void }): ReactNode {
  const trail = trailOf(data.dir, nl.folders.root);
  const { parent } = data;
  return (
    <div className="folders-bar">
      <IconButton
        icon={ArrowUp}
        label={nl.folders.up}
        disabled={parent === undefined}
        onClick={() => parent !== undefined && onOpen(parent, data.dir)}
      />
      <nav aria-label={nl.folders.path}>
        <ol className="folders-trail">
          {trail.map((crumb, index) => (
            <li key={crumb.path}>
              {index > 0 && <ChevronRight className="icon icon-sm" aria-hidden />}
              {index === trail.length - 1 ? (
                <b aria-current="location">{crumb.name}</b>
              ) : (
                <button type="button" className="link" onClick={() => onOpen(crumb.path)}>
                  {crumb.name}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

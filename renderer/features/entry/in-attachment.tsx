import { FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../domain/entries/entry.ts';
import { useAction } from '../../data/use-action.ts';
import { useCall } from '../../data/use-call.ts';
import { useLibraryState } from '../../data/use-library.ts';
import { Button } from '../../kit/button.tsx';
import { Callout } from '../../kit/callout.tsx';
import { nl } from '../../text/nl.ts';

/** Says that the words are in a file beside the text, and where that is. */
export function InAttachment({ entry, name }: { entry: EntryDetail; name: string }): ReactNode {
  const { data: abilities } = useCall('shell.abilities', {});
  const reveal = useAction('shell.reveal');
  const state = useLibraryState();
  const dir = state && 'dir' in state ? state.dir : undefined;
  return (
    <div className="sheet-note">
      <Callout
        title={nl.entry.inAttachment(name)}
        action={
          abilities?.reveal &&
          dir !== undefined && (
            <Button small icon={FolderOpen} onClick={() => void reveal.run({ path: `${dir}/${entry.path}` })}>
              {nl.entry.attachmentReveal}
            </Button>
          )
        }
      >
        {nl.entry.attachmentPlace(entry.path)}
      </Callout>
    </div>
  );
}

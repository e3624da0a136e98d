import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input, LibraryState } from '../../domain/api/contract.ts';
import { useClient } from './client.tsx';
import { usePickFolder } from './pick-folder.tsx';
import { asFailure, useCall } from './use-call.ts';

export interface LibraryChoice {
  /** Asks for a folder and opens it; a new one is made when needed. */
  pick(title: string, create: boolean): Promise<boolean>;
  open(dir: string): Promise<boolean>;
  example(): Promise<boolean>;
  busy: boolean;
  /** What went wrong, in one sentence. */
  failure: string | undefined;
}

/** What the open kennismap is and how far it has been read. */
export const useLibraryState = (): LibraryState | undefined => useCall('library.state', {}).data;

/** The three ways to a kennismap. Each gives true when it is open. */
export function useLibraryChoice(): LibraryChoice {
  const client = useClient();
  const queries = useQueryClient();
  const pickFolder = usePickFolder();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const attempt = useCallback(
    async (ask: () => Promise<LibraryState>): Promise<boolean> => {
      setBusy(true);
      setFailure(undefined);
      try {
        queries.setQueryData(['library.state', {}], await ask());
        void queries.invalidateQueries();
        return true;
      } catch (error) {
        setFailure(asFailure(error).message);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [queries],
  );
  const open = (input: Input<'library.open'>): Promise<boolean> => attempt(() => client.call('library.open', input));
  return {
    pick: async (title, create) => {
      const dir = await pickFolder(title);
      return dir === undefined ? false : open({ dir, create });
    },
    open: (dir) => open({ dir }),
    example: () => attempt(() => client.call('library.example', {})),
    busy,
    failure,
  };
}

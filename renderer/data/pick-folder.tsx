import { createContext, useCallback, useContext, useState, type ComponentType, type ReactNode } from 'react';
import { useClient } from './client.tsx';
import { useToasts } from './toasts.tsx';
import { asFailure, useCall } from './use-call.ts';

/** The app's own folder dialog, for where the system has none to offer. */
export interface FolderDialogProps {
  title: string;
  onChoose(path: string): void;
  onCancel(): void;
}

type PickFolder = (title: string) => Promise<string | undefined>;
const PickFolderContext = createContext<PickFolder>(() => Promise.resolve(undefined));

interface Asking {
  title: string;
  answer(path: string | undefined): void;
}

/** Lets every screen ask for a folder without knowing which dialog answers. */
export function PickFolderProvider({ dialog: Dialog, children }: { dialog: ComponentType<FolderDialogProps>; children: ReactNode }): ReactNode {
  const client = useClient();
  const toasts = useToasts();
  const { data: abilities } = useCall('shell.abilities', {});
  const [asking, setAsking] = useState<Asking>();
  const native = abilities?.pickFolder === true;
  const pick = useCallback<PickFolder>(
    async (title) => {
      if (!native) return new Promise((answer) => setAsking({ title, answer }));
      try {
        return (await client.call('shell.pickFolder', { title })).path ?? undefined;
      } catch (error) {
        toasts.fail(asFailure(error).message);
        return undefined;
      }
    },
    [client, native, toasts],
  );
  const answered = (path: string | undefined): void => {
    asking?.answer(path);
    setAsking(undefined);
  };
  return (
    <PickFolderContext.Provider value={pick}>
      {children}
      {asking && <Dialog title={asking.title} onChoose={answered} onCancel={() => answered(undefined)} />}
    </PickFolderContext.Provider>
  );
}

/** Asks for a folder; undefined when the user thought better of it. */
export const usePickFolder = (): PickFolder => useContext(PickFolderContext);

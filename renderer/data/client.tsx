import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { EventName, EventPayload } from '../../domain/api/contract.ts';
import type { Client } from '../../domain/api/link.ts';
import { followEvents } from './stale.ts';

const ClientContext = createContext<Client | undefined>(undefined);
const LineContext = createContext(true);

/** Answers never age by themselves: only an event makes them stale. The machine may be offline; the library is not. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' } },
  });
}

/** Gives the window its one client, and keeps answers fresh by the events that come over it. */
export function ClientProvider({ client, children }: { client: Client; children: ReactNode }): ReactNode {
  const queries = useMemo(createQueries, []);
  const [connected, setConnected] = useState(true);
  useEffect(() => followEvents(client, queries), [client, queries]);
  useEffect(() => client.onClose(() => setConnected(false)), [client]);
  return (
    <ClientContext.Provider value={client}>
      <LineContext.Provider value={connected}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </LineContext.Provider>
    </ClientContext.Provider>
  );
}

/** The client itself; screens use `useCall`, `useAction` and `useTask` instead where they can. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('ClientProvider ontbreekt');
  return client;
}

/** False once the line to the library is gone for good. */
export const useConnected = (): boolean => useContext(LineContext);

/** Does something at every event of this name. */
export function useEvent<E extends EventName>(name: E, listen: (payload: EventPayload<E>) => void): void {
  const client = useClient();
  useEffect(() => client.on(name, listen), [client, name, listen]);
}

import type { Emit, Handlers } from '../../domain/api/contract.ts';
import type { Port } from '../../domain/api/frame.ts';
import { serve, type FaultLog, type Server } from '../../domain/api/link.ts';

/** All windows (or pages) that are open on one library. */
export interface Windows {
  emit: Emit;
  add(port: Port): void;
  closeAll(): void;
}

/** Keeps the open windows; events go to each of them. A notice from before the first window listens waits for it. */
export function createWindows(handlers: () => Partial<Handlers>, log: FaultLog): Windows {
  const open = new Set<Server>();
  /** Those whose page has asked something, so that it hears what is said. */
  const listening = new Set<Server>();
  const early: Parameters<Emit>[] = [];
  return {
    emit(name, payload) {
      if (listening.size === 0 && name === 'notice') early.push([name, payload]);
      else for (const server of [...open]) server.emit(name, payload);
    },
    add(port) {
      const server = serve(port, handlers(), log);
      open.add(server);
      port.onClose(() => {
        open.delete(server);
        listening.delete(server);
      });
      const off = port.onFrame(() => {
        off();
        listening.add(server);
        for (const [name, payload] of early.splice(0)) server.emit(name, payload);
      });
    },
    closeAll() {
      for (const server of [...open]) server.close();
    },
  };
}

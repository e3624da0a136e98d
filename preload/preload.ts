import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

/** Name of the one channel between window and program; the same in `main/ports/ipc-port.ts`. */
const channel = 'frame';

/** One pipe for text and nothing else: no channel can be chosen, no event of Electron comes through. */
contextBridge.exposeInMainWorld('oogst', {
  send: (text: string): void => ipcRenderer.send(channel, text),
  onFrame: (listen: (text: string) => void): (() => void) => {
    const pass = (_event: IpcRendererEvent, text: unknown): void => {
      if (typeof text === 'string') listen(text);
    };
    ipcRenderer.on(channel, pass);
    return () => void ipcRenderer.off(channel, pass);
  },
});

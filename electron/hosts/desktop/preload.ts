import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopFace } from '../../../shared/contract/desktop-face.ts';
import { INVOKE_CHANNEL, PUSH_CHANNEL } from './channels.ts';

// Runs in the sandbox, in a world of its own. The page gets these two functions and no other way out.
const face: DesktopFace = {
  invoke: (method, call) => ipcRenderer.invoke(INVOKE_CHANNEL, method, call),
  subscribe(listener) {
    // The event is kept back: it carries the sender, through which a page could talk to any channel.
    const own = (_event: unknown, push: unknown): void => listener(push);
    ipcRenderer.on(PUSH_CHANNEL, own);
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, own);
    };
  },
};

contextBridge.exposeInMainWorld('proctor', face);

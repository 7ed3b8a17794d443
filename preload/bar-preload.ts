import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { BAR_ACT, BAR_API_KEY, BAR_VIEW, type BarApi, type BarView } from './share.ts';

const api: BarApi = {
  act: (action) => ipcRenderer.invoke(BAR_ACT, action),
  onView(listener) {
    // The event object would give the page a way to the whole ipcRenderer.
    const withoutEvent = (_event: IpcRendererEvent, view: BarView) => listener(view);
    ipcRenderer.on(BAR_VIEW, withoutEvent);
    return () => {
      ipcRenderer.removeListener(BAR_VIEW, withoutEvent);
    };
  },
};

contextBridge.exposeInMainWorld(BAR_API_KEY, api);

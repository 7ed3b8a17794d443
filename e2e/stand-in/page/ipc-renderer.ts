import { supportedOnly } from '../supported-only.ts';
import { post, request, whenEventArrives } from './host.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Registered = { readonly listener: Listener; readonly once: boolean };

const registered = new Map<string, Registered[]>();

function add(channel: string, listener: Listener, once: boolean): void {
  registered.set(channel, [...(registered.get(channel) ?? []), { listener, once }]);
}

function remove(channel: string, listener: Listener): typeof ipcRenderer {
  const rest = (registered.get(channel) ?? []).filter((entry) => entry.listener !== listener);
  registered.set(channel, rest);
  return ipcRenderer;
}

export const ipcRenderer = supportedOnly('ipcRenderer', {
  invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
    request({ kind: 'invoke', channel, args }),
  send: (channel: string, ...args: unknown[]): void => post({ type: 'send', channel, args }),
  on(channel: string, listener: Listener): unknown {
    add(channel, listener, false);
    return ipcRenderer;
  },
  once(channel: string, listener: Listener): unknown {
    add(channel, listener, true);
    return ipcRenderer;
  },
  removeListener: (channel: string, listener: Listener): unknown => remove(channel, listener),
  off: (channel: string, listener: Listener): unknown => remove(channel, listener),
});

whenEventArrives((channel, args) => {
  for (const { listener, once } of registered.get(channel) ?? []) {
    if (once) remove(channel, listener);
    listener({ sender: ipcRenderer, ports: [] }, ...args);
  }
});

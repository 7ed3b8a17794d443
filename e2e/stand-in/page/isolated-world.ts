import type { PageConfig, PageRequest } from '../messages.ts';
import { supportedOnly, unsupported } from '../supported-only.ts';
import { post, request } from './host.ts';
import { ipcRenderer } from './ipc-renderer.ts';
import { otherWorld } from './world-bridge.ts';

type Preload = (
  require: (id: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
  global: object,
) => void;

declare const standInConfig: PageConfig;
declare const standInPreload: Preload | null;

const exposed = new Set<string>();
const contextBridge = supportedOnly('contextBridge', {
  exposeInMainWorld(key: string, api: unknown): void {
    if (exposed.has(key)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    exposed.add(key);
    otherWorld.send('expose', { key, api });
  },
});

const electron = supportedOnly('electron/renderer', { contextBridge, ipcRenderer });

const preloadProcess = supportedOnly('process', {
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  isMainFrame: true,
  platform: standInConfig.platform,
  versions: standInConfig.versions,
  argv: standInConfig.argv,
  env: {},
});

function requireInPreload(id: string): unknown {
  if (id === 'electron' || id === 'electron/renderer') return electron;
  return unsupported(`require('${id}') in a sandboxed preload`);
}

otherWorld.send('host', { request: (pageRequest: PageRequest) => request(pageRequest) });
for (const name of ['focus', 'blur']) {
  window.addEventListener(name, (event) => {
    if (event.target === window) post({ type: 'focus', focused: name === 'focus' });
  });
}

try {
  const module = { exports: {} };
  standInPreload?.(requireInPreload, module, module.exports, preloadProcess, globalThis);
} catch (error) {
  post({ type: 'preload-error', path: standInConfig.preloadPath, error });
}
post({ type: 'ready' });
if (document.hasFocus()) post({ type: 'focus', focused: true });

import { DESKTOP_API_KEY, type DesktopApi } from '../../preload/contract.ts';
import type { Bridge } from './bridge.ts';
import { createBrowserBridge } from './browser-bridge.ts';
import { createDesktopBridge } from './desktop-bridge.ts';

declare global {
  interface Window {
    readonly [DESKTOP_API_KEY]?: DesktopApi;
  }
}

/** The bridge of the surroundings this page finds itself in. */
export function createBridge(page: Window): Bridge {
  const api = page[DESKTOP_API_KEY];
  return api ? createDesktopBridge(api) : createBrowserBridge(page.location);
}

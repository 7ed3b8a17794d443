import { DESKTOP_API_KEY, type DesktopApi } from '../../preload/contract.ts';
import type { Bridge } from './bridge.ts';
import { createBrowserBridge } from './browser-bridge.ts';
import { openBrowserSettings } from './browser-settings.ts';
import { createDesktopBridge } from './desktop-bridge.ts';
import { openDesktopSettings } from './desktop-settings.ts';

declare global {
  interface Window {
    readonly [DESKTOP_API_KEY]?: DesktopApi;
  }
}

/** The bridge of the surroundings this page finds itself in. */
export async function createBridge(page: Window): Promise<Bridge> {
  const api = page[DESKTOP_API_KEY];
  if (api) return createDesktopBridge(api, await openDesktopSettings(api));
  const settings = openBrowserSettings({
    openStorage: () => page.localStorage,
    onOtherPage: (listener) => page.addEventListener('storage', listener),
    now: Date.now,
  });
  return createBrowserBridge(page.location, settings);
}

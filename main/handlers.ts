import type { App, Shell } from 'electron';
import type { AppDescription, OpenedLink, SignalingAddress } from '../preload/contract.ts';
import type { ShareReport } from '../preload/share.ts';
import type { SourceChoice } from './display-media.ts';
import type { RequestHandlers } from './ipc.ts';
import type { LazyNearby } from './nearby/lazy-nearby.ts';
import type { FetchOutside } from './settings/check-server.ts';
import { createSettingsHandlers } from './settings/settings-handlers.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { TakeStill } from './source-still.ts';
import type { SourceWatch } from './source-watch.ts';
import type { AppUpdates } from './updates/late-updates.ts';

const CAPTURE_SETTINGS_URL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture',
};

const platformNames: Partial<Record<NodeJS.Platform, AppDescription['platform']>> = {
  darwin: 'macos',
  win32: 'windows',
};

export type HandlerDeps = {
  readonly app: Pick<App, 'getVersion' | 'getPreferredSystemLanguages'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly platform: NodeJS.Platform;
  readonly signaling: Promise<SignalingAddress>;
  readonly sourceWatch: SourceWatch;
  readonly sourceChoice: SourceChoice;
  readonly askScreenAccess: () => Promise<void>;
  readonly takeStill: TakeStill;
  readonly settings: SettingsStore;
  readonly fetchOutside: FetchOutside;
  readonly updates: AppUpdates;
  readonly takeLink: () => OpenedLink | null;
  readonly nearby: Pick<LazyNearby, 'handlers'>;
  readonly reportShare: (report: ShareReport) => void;
  readonly showBar: () => void;
};

/** What the main process does for each request of the contract. */
export function createHandlers(deps: HandlerDeps): RequestHandlers {
  const { app, platform, sourceWatch, sourceChoice } = deps;
  return {
    ...createSettingsHandlers(deps.settings, deps.fetchOutside),
    'app:describe': async () => ({
      version: app.getVersion(),
      platform: platformNames[platform] ?? 'linux',
      languages: app.getPreferredSystemLanguages(),
    }),
    'signaling:address': () => deps.signaling,
    'sources:watch': sourceWatch.start,
    'sources:unwatch': async () => sourceWatch.stop(),
    'sources:choose': async (sourceId, withSound) => sourceChoice.choose({ sourceId, withSound }),
    'sources:ask-access': deps.askScreenAccess,
    'source:still': deps.takeStill,
    'link:take': async () => deps.takeLink(),
    'capture-settings:open': async () => {
      const address = CAPTURE_SETTINGS_URL[platform];
      if (address) await deps.shell.openExternal(address);
    },
    'update:current': async () => deps.updates.current(),
    'update:restart': async () => deps.updates.restart(),
    'update:later': async () => deps.updates.later(),
    'update:open-downloads': async () => deps.updates.openDownloads(),
    ...deps.nearby.handlers,
    'share:report': async (report) => deps.reportShare(report),
    'share:show-bar': async () => deps.showBar(),
  };
}

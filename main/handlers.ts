import type { App, Shell } from 'electron';
import type { AppDescription, SignalingAddress } from '../preload/contract.ts';
import type { ShareReport } from '../preload/share.ts';
import type { SourceWatch } from './capture-sources.ts';
import type { SourceChoice } from './display-media.ts';
import type { RequestHandlers } from './ipc.ts';
import type { TakeStill } from './source-still.ts';

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
  readonly takeStill: TakeStill;
  readonly reportShare: (report: ShareReport) => void;
  readonly showBar: () => void;
};

/** What the main process does for each request of the contract. */
export function createHandlers(deps: HandlerDeps): RequestHandlers {
  const { app, platform, sourceWatch, sourceChoice } = deps;
  return {
    'app:describe': async () => ({
      version: app.getVersion(),
      platform: platformNames[platform] ?? 'linux',
      languages: app.getPreferredSystemLanguages(),
    }),
    'signaling:address': () => deps.signaling,
    'sources:watch': sourceWatch.start,
    'sources:unwatch': async () => sourceWatch.stop(),
    'sources:choose': async (sourceId) => sourceChoice.choose(sourceId),
    'source:still': deps.takeStill,
    'capture-settings:open': async () => {
      const address = CAPTURE_SETTINGS_URL[platform];
      if (address) await deps.shell.openExternal(address);
    },
    'share:report': async (report) => deps.reportShare(report),
    'share:show-bar': async () => deps.showBar(),
  };
}

import type { DesktopApi } from '../../preload/contract.ts';
import type { ShareCommand, ShareReport, ShortcutStates } from '../../preload/share.ts';

export type {
  RunningShare,
  Share,
  ShareCommand,
  ShareReport,
  ShortcutStates,
} from '../../preload/share.ts';

/** Tray, control bar, shortcuts and notifications, as far as the page has to do with them. */
export type ShareControls = {
  report(report: ShareReport): void;
  /** Calls `listener` for every command, until the returned function is called. */
  onCommand(listener: (command: ShareCommand) => void): () => void;
  showBar(): void;
  /** What became of the shortcuts. */
  readonly shortcuts: {
    getState(): ShortcutStates;
    subscribe(listener: () => void): () => void;
  };
};

type Api = Pick<DesktopApi, 'reportShare' | 'showBar' | 'onShareCommand' | 'onShortcutsChanged'>;

export function createShareControls(api: Api): ShareControls {
  let states: ShortcutStates = { pause: { state: 'off' }, stop: { state: 'off' } };
  const listeners = new Set<() => void>();
  api.onShortcutsChanged((next) => {
    states = next;
    for (const listener of [...listeners]) listener();
  });
  return {
    report: (report) => void api.reportShare(report),
    onCommand: api.onShareCommand,
    showBar: () => void api.showBar(),
    shortcuts: {
      getState: () => states,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}

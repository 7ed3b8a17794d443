import type { Settings } from '../../preload/settings.ts';
import type { Asker, BarView, ShareReport, ShortcutName } from '../../preload/share.ts';
import { createSay } from '../../renderer/i18n/say.ts';
import { type TrayModel, trayOf } from './tray-model.ts';

export type ShareWishes = {
  readonly shortcuts: Settings['shortcuts'];
  readonly isBarHidden: boolean;
  /** This system may put the control bar into the shared picture. */
  readonly isBarSeen: boolean;
};

/** What everything around the page should be. */
export type SharePlan = {
  readonly tray: TrayModel;
  readonly bar: BarView | null;
  /** Keys to hold, as Electron's accelerators; `null` for none. */
  readonly shortcuts: Readonly<Record<ShortcutName, string | null>>;
  readonly asking: readonly Asker[];
  readonly isDisplayKeptOn: boolean;
};

/** All that follows from the state of the share and from what the person wants. */
export function planOf({ language, share }: ShareReport, wishes: ShareWishes): SharePlan {
  const tray = trayOf(share, wishes.isBarHidden, createSay(language));
  if (share.state === 'idle') {
    const shortcuts = { pause: null, stop: null };
    return { tray, bar: null, shortcuts, asking: [], isDisplayKeptOn: false };
  }
  const { startedAtMs, watching, asking, canSwitch } = share;
  const bar: BarView = {
    language,
    pauseReason: share.state === 'paused' ? share.reason : null,
    startedAtMs,
    watching,
    asking: asking.length,
    canSwitch,
    isSeen: wishes.isBarSeen,
  };
  return {
    tray,
    bar: wishes.isBarHidden ? null : bar,
    shortcuts: wishes.shortcuts,
    asking,
    isDisplayKeptOn: share.state === 'sharing',
  };
}

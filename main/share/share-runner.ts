import type { Settings } from '../../preload/settings.ts';
import type { Share, ShareCommand, ShareReport, ShortcutName } from '../../preload/share.ts';
import type { Language } from '../../renderer/i18n/language.ts';
import { createSay, type Say } from '../../renderer/i18n/say.ts';
import type { BarMemory } from './bar-memory.ts';
import type { Bar } from './bar-window.ts';
import type { createDisplayBlocker } from './display-blocker.ts';
import type { createJoinNotices } from './join-notices.ts';
import { planOf } from './share-plan.ts';
import type { createShortcuts } from './shortcuts.ts';
import type { createTray } from './tray.ts';
import type { ControlAction } from './tray-model.ts';

export type ShareRunnerDeps = {
  readonly language: Language;
  readonly shortcutKeys: () => Settings['shortcuts'];
  readonly isBarSeen: boolean;
  readonly memory: BarMemory;
  /** Whether the person has the main window before them. */
  readonly isAttended: () => boolean;
  readonly command: (command: ShareCommand) => void;
  readonly bringForward: () => void;
  readonly quit: () => void;
  readonly parts: {
    readonly tray: ReturnType<typeof createTray>;
    readonly bar: Bar;
    readonly shortcuts: ReturnType<typeof createShortcuts>;
    readonly notices: ReturnType<typeof createJoinNotices>;
    readonly display: ReturnType<typeof createDisplayBlocker>;
  };
};

/** Keeps everything around the page as the state of the share wants it. */
export function createShareRunner(deps: ShareRunnerDeps) {
  const { memory, command } = deps;
  const { tray, bar, shortcuts, notices, display } = deps.parts;
  let report: ShareReport = { language: deps.language, share: { state: 'idle' } };
  let isClosed = false;

  const say = (): Say => createSay(report.language);
  const apply = () => {
    if (isClosed) return;
    const plan = planOf(report, {
      shortcuts: deps.shortcutKeys(),
      isBarHidden: memory.get().isHidden,
      isBarSeen: deps.isBarSeen,
    });
    tray.show(plan.tray);
    bar.show(plan.bar);
    shortcuts.set(plan.shortcuts);
    display.set(plan.isDisplayKeptOn);
    notices.update(plan.asking, deps.isAttended(), say());
  };
  const hideBar = (isHidden: boolean) => {
    memory.change({ isHidden });
    apply();
  };

  const act = (action: ControlAction) => {
    switch (action) {
      case 'pause':
        return command({ type: 'pause', reason: 'by-hand' });
      case 'resume':
      case 'stop':
        return command({ type: action });
      case 'switch-source':
        deps.bringForward();
        return command({ type: action });
      case 'open':
        deps.bringForward();
        return command({ type: 'show' });
      case 'show-bar':
        return hideBar(false);
      case 'hide-bar':
        return hideBar(true);
      case 'quit':
        return deps.quit();
      default:
        return action satisfies never;
    }
  };

  return {
    say,
    act,
    isSharing: () => report.share.state !== 'idle',
    press(name: ShortcutName): void {
      if (name === 'stop') act('stop');
      else act(report.share.state === 'paused' ? 'resume' : 'pause');
    },
    /** The computer is left: what is shown stops being shown, until the person resumes. */
    leave(reason: 'screen-locked' | 'asleep'): void {
      if (report.share.state === 'sharing') command({ type: 'pause', reason });
    },
    report(next: ShareReport): void {
      report = next;
      apply();
    },
    /** The page is gone, and its share with it. */
    forget(): void {
      const share: Share = { state: 'idle' };
      report = { ...report, share };
      apply();
    },
    /** Something but the share has changed: the settings, or who looks at the window. */
    refresh: apply,
    close(): void {
      isClosed = true;
      for (const part of [tray, shortcuts, notices, display]) part.close();
      bar.show(null);
    },
  };
}
export type ShareRunner = ReturnType<typeof createShareRunner>;

import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../preload/settings.ts';
import type { BarView, ShareCommand } from '../../preload/share.ts';
import { createShareRunner, type ShareRunnerDeps } from './share-runner.ts';
import { ADA, paused, reportOf, sharing } from './testing/shares.ts';
import type { TrayModel } from './tray-model.ts';

function open() {
  const commands: ShareCommand[] = [];
  const seen = {
    tray: '' as TrayModel['icon'] | '',
    bar: null as BarView | null,
    keys: {} as object,
    isDisplayOn: false,
    asking: 0,
    forward: 0,
    quits: 0,
  };
  let remembered = { place: null, isHidden: false };
  let shortcuts = DEFAULT_SETTINGS.shortcuts;
  const close = () => {};
  const deps: ShareRunnerDeps = {
    language: 'en',
    shortcutKeys: () => shortcuts,
    isBarSeen: false,
    memory: {
      get: () => remembered,
      change: (changes) => {
        remembered = { ...remembered, ...changes } as typeof remembered;
      },
    },
    isAttended: () => false,
    command: (command) => commands.push(command),
    bringForward: () => {
      seen.forward += 1;
    },
    quit: () => {
      seen.quits += 1;
    },
    parts: {
      tray: {
        show: ({ icon }) => {
          seen.tray = icon;
        },
        close,
      },
      bar: {
        show: (view) => {
          seen.bar = view;
        },
        beReady: () => {},
        focus: () => {},
        owns: () => false,
      },
      shortcuts: {
        set: (keys) => {
          seen.keys = keys;
        },
        close,
      },
      notices: {
        update: (asking) => {
          seen.asking = asking.length;
        },
        close,
      },
      display: {
        set: (isOn) => {
          seen.isDisplayOn = isOn;
        },
        close,
      },
    },
  };
  const runner = createShareRunner(deps);
  const setShortcuts = (next: typeof shortcuts) => {
    shortcuts = next;
  };
  return { runner, commands, seen, setShortcuts };
}

describe('what runs around the page', () => {
  it('follows every report, and the end of the page like the end of the share', () => {
    const { runner, seen } = open();
    runner.report(reportOf(sharing({ asking: [ADA] })));
    expect(seen).toMatchObject({
      tray: 'sharing',
      bar: { watching: 2 },
      keys: DEFAULT_SETTINGS.shortcuts,
      isDisplayOn: true,
      asking: 1,
    });
    expect(runner.isSharing()).toBe(true);
    runner.forget();
    expect(seen).toMatchObject({
      tray: 'idle',
      bar: null,
      keys: { pause: null, stop: null },
      isDisplayOn: false,
      asking: 0,
    });
    expect(runner.isSharing()).toBe(false);
  });

  it('takes new shortcuts as soon as it is told', () => {
    const { runner, seen, setShortcuts } = open();
    runner.report(reportOf(sharing()));
    setShortcuts({ pause: 'Alt+Q', stop: null });
    runner.refresh();
    expect(seen.keys).toEqual({ pause: 'Alt+Q', stop: null });
  });

  it('pauses and resumes by one shortcut', () => {
    const { runner, commands } = open();
    runner.report(reportOf(sharing()));
    runner.press('pause');
    runner.report(reportOf(paused('asleep')));
    runner.press('pause');
    runner.press('stop');
    expect(commands).toEqual([
      { type: 'pause', reason: 'by-hand' },
      { type: 'resume' },
      { type: 'stop' },
    ]);
  });

  it.each(['screen-locked', 'asleep'] as const)(
    'pauses a share when the computer is left, and nothing else: %s',
    (reason) => {
      const { runner, commands } = open();
      runner.leave(reason);
      runner.report(reportOf(paused()));
      runner.leave(reason);
      expect(commands).toEqual([]);
      runner.report(reportOf(sharing()));
      runner.leave(reason);
      expect(commands).toEqual([{ type: 'pause', reason }]);
    },
  );

  it('brings the window along where the person has to look at it', () => {
    const { runner, commands, seen } = open();
    runner.act('open');
    runner.act('switch-source');
    expect(seen.forward).toBe(2);
    expect(commands).toEqual([{ type: 'show' }, { type: 'switch-source' }]);
    runner.act('quit');
    expect(seen.quits).toBe(1);
  });

  it('hides the bar until it is wanted again', () => {
    const { runner, seen } = open();
    runner.report(reportOf(sharing()));
    runner.act('hide-bar');
    expect(seen.bar).toBeNull();
    runner.act('show-bar');
    expect(seen.bar).not.toBeNull();
  });

  it('is over when the window is', () => {
    const { runner, seen } = open();
    runner.report(reportOf(sharing()));
    runner.close();
    expect(seen.bar).toBeNull();
    runner.report(reportOf(sharing()));
    expect(seen.bar, 'nothing comes back').toBeNull();
  });
});

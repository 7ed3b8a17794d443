import { describe, expect, it } from 'vitest';
import { planOf } from './share-plan.ts';
import { ADA, paused, reportOf, sharing } from './testing/shares.ts';
import type { TrayItem } from './tray-model.ts';

const shortcuts = { pause: 'Alt+P', stop: null };
const wishes = { shortcuts, isBarHidden: false, isBarSeen: true };
const lines = (items: readonly TrayItem[]) =>
  items.map((item) => (item.kind === 'line' ? '---' : item.label));

describe('what surrounds a share', () => {
  it('is an idle tray and nothing else while nothing is shared', () => {
    const plan = planOf(reportOf({ state: 'idle' }), wishes);
    expect(plan).toMatchObject({
      bar: null,
      shortcuts: { pause: null, stop: null },
      asking: [],
      isDisplayKeptOn: false,
      tray: { icon: 'idle', toolTip: 'Sightline: your screen is not shared' },
    });
    expect(lines(plan.tray.items)).toEqual([
      'Sightline: your screen is not shared',
      '---',
      'Open Sightline',
      'Quit Sightline',
    ]);
  });

  it('is everything while sharing', () => {
    const plan = planOf(reportOf(sharing({ asking: [ADA] })), wishes);
    expect(plan).toMatchObject({
      bar: { pauseReason: null, startedAtMs: 1_000, watching: 2, asking: 1, isSeen: true },
      shortcuts,
      asking: [ADA],
      isDisplayKeptOn: true,
    });
    expect(lines(plan.tray.items)).toEqual([
      'Sightline: your screen is shared',
      'Shared: Entire screen',
      'Watching now: 2',
      'Asking to join: 1',
      '---',
      'Pause',
      'Share something else…',
      'Stop sharing',
      '---',
      'Show control bar',
      'Open Sightline',
      'Quit Sightline',
    ]);
  });

  it.each(['by-hand', 'screen-locked', 'asleep'] as const)(
    'lets the display sleep while paused, and says why: %s',
    (reason) => {
      const plan = planOf(reportOf(paused(reason)), wishes);
      expect(plan).toMatchObject({
        bar: { pauseReason: reason },
        shortcuts,
        isDisplayKeptOn: false,
        tray: { icon: 'paused', toolTip: 'Sightline: sharing is paused' },
      });
      expect(lines(plan.tray.items)).toContain('Resume');
      expect(lines(plan.tray.items)).not.toContain('Pause');
    },
  );

  it('has no bar where the person wants none, and a way to have it back', () => {
    const plan = planOf(reportOf(sharing()), { ...wishes, isBarHidden: true });
    expect(plan.bar).toBeNull();
    expect(plan.tray.items).toContainEqual({
      kind: 'tick',
      label: 'Show control bar',
      isOn: false,
      action: 'show-bar',
    });
  });

  it('offers no other source where none can be chosen', () => {
    const plan = planOf(reportOf(sharing({ canSwitch: false })), wishes);
    expect(plan.bar?.canSwitch).toBe(false);
    expect(lines(plan.tray.items)).not.toContain('Share something else…');
  });

  it('speaks the language of the page', () => {
    const plan = planOf({ language: 'ko', share: sharing() }, wishes);
    expect(plan.tray.toolTip).toBe('Sightline: 화면을 공유하고 있어요');
    expect(plan.bar?.language).toBe('ko');
  });

  it('shortens a source’s name to a line, and straightens it', () => {
    const { items } = planOf(
      reportOf(sharing({ sourceName: `a\nb\u202e${'c'.repeat(60)}` })),
      wishes,
    ).tray;
    const [, source] = items;
    expect(source).toMatchObject({ label: `Shared: a b ${'c'.repeat(35)}…` });
  });
});

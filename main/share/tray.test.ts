import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { planOf } from './share-plan.ts';
import { paused, reportOf, sharing } from './testing/shares.ts';
import { createTray } from './tray.ts';
import { isTrayHosted } from './tray-host.ts';
import { trayImages } from './tray-images.ts';
import type { ControlAction } from './tray-model.ts';

type Item = { label?: string; type?: string; enabled?: boolean; click?: () => void };

class FakeTray extends EventEmitter {
  static canBe = true;
  image: unknown;
  menu: Item[] = [];
  toolTip = '';
  changes = 0;
  constructor(image: unknown) {
    super();
    if (!FakeTray.canBe) throw new Error('no tray here');
    this.image = image;
    trays.push(this);
  }
  setImage(image: unknown) {
    this.image = image;
  }
  setToolTip(text: string) {
    this.toolTip = text;
  }
  setContextMenu(menu: Item[]) {
    this.menu = menu;
    this.changes += 1;
  }
  destroy() {
    trays.splice(trays.indexOf(this), 1);
  }
}
const trays: FakeTray[] = [];
const wishes = {
  shortcuts: { pause: null, stop: null },
  isBarHidden: false,
  isBarSeen: false,
};
const modelOf = (share: Parameters<typeof reportOf>[0]) => planOf(reportOf(share), wishes).tray;

function open(opensOnClick = false) {
  trays.length = 0;
  const done: ControlAction[] = [];
  const tray = createTray(
    {
      Tray: FakeTray as never,
      Menu: { buildFromTemplate: (template: Item[]) => template } as never,
      images: { idle: 'idle', sharing: 'sharing', paused: 'paused' } as never,
      opensOnClick,
    },
    (action) => done.push(action),
  );
  return { tray, done };
}

describe('the tray', () => {
  it('changes its picture, its words and its menu with the share, and nothing without', () => {
    const { tray, done } = open();
    tray.show(modelOf({ state: 'idle' }));
    tray.show(modelOf(sharing()));
    tray.show(modelOf(sharing()));
    const [icon] = trays;
    expect(icon).toMatchObject({ image: 'sharing', changes: 2 });
    expect(icon?.toolTip).toBe('Sightline: your screen is shared');
    for (const { click } of icon?.menu ?? []) click?.();
    expect(done).toEqual(['pause', 'switch-source', 'stop', 'hide-bar', 'open', 'quit']);
    tray.show(modelOf(paused()));
    expect(icon?.image).toBe('paused');
    tray.close();
    expect(trays).toEqual([]);
  });

  it('shows names as they are', () => {
    const { tray } = open();
    tray.show(modelOf(sharing({ sourceName: 'R&D' })));
    expect(trays[0]?.menu).toContainEqual({ label: 'Shared: R&&D', enabled: false });
  });

  it('opens the window at a click where a click opens no menu', () => {
    const { tray, done } = open(true);
    tray.show(modelOf({ state: 'idle' }));
    trays[0]?.emit('click');
    expect(done).toEqual(['open']);
  });

  it('is missed by nobody where there can be none', () => {
    FakeTray.canBe = false;
    const { tray } = open();
    expect(() => tray.show(modelOf(sharing()))).not.toThrow();
    FakeTray.canBe = true;
  });

  it('has a picture for each state, sharp on every display, and templates on macOS', () => {
    const made: { url: string; double: string; isTemplate: boolean }[] = [];
    const images = {
      createFromDataURL(url: string) {
        const image = { url, double: '', isTemplate: false };
        made.push(image);
        return {
          addRepresentation: ({ dataURL }: { dataURL: string }) => (image.double = dataURL),
          setTemplateImage: (isTemplate: boolean) => (image.isTemplate = isTemplate),
        };
      },
    };
    trayImages(images as never, 'linux');
    trayImages(images as never, 'darwin');
    expect(made.map(({ isTemplate }) => isTemplate)).toEqual([
      ...[false, false, false],
      ...[true, true, true],
    ]);
    const all = made.flatMap(({ url, double }) => [url, double]);
    expect(new Set(all).size, 'all different').toBe(12);
    for (const url of all) expect(url).toMatch(/^data:image\/png;base64,/);
  });

  it('is always shown on Windows and macOS', async () => {
    expect(await isTrayHosted('win32')).toBe(true);
    expect(await isTrayHosted('darwin')).toBe(true);
  });
});

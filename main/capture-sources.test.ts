import { describe, expect, it } from 'vitest';
import { type CaptureSourcesDeps, listSources } from './capture-sources.ts';

const picture = (name: string) => ({
  isEmpty: () => name === '',
  toDataURL: () => `data:${name}`,
  resize: () => ({ toDataURL: () => `data:small ${name}` }),
});
const found = [
  { id: 'screen:7:0', name: 'Screen 1', display_id: '65', thumbnail: picture('one') },
  { id: 'screen:8:0', name: 'Screen 2', display_id: '', thumbnail: picture('two') },
  ...[
    { id: 'window:2:0', name: 'Editor', thumbnail: picture(''), appIcon: picture('pencil') },
    { id: 'window:4:0', name: 'Old', thumbnail: picture('old'), appIcon: null },
    { id: 'window:3:0', name: 'Sightline', thumbnail: picture('own'), appIcon: null },
    { id: 'window:5:1', name: 'Control bar', thumbnail: picture('own'), appIcon: null },
  ].map((window) => ({ ...window, display_id: '' })),
];
const displays = [
  { id: 64, label: '', size: { width: 1_920, height: 1_080 }, scaleFactor: 1 },
  { id: 65, label: 'Studio Display', size: { width: 2_560, height: 1_440 }, scaleFactor: 1.5 },
];

function setUp(changed: Partial<CaptureSourcesDeps> = {}) {
  let looks = 0;
  const deps: CaptureSourcesDeps = {
    desktopCapturer: {
      async getSources() {
        looks += 1;
        return found as never;
      },
    },
    screen: { getAllDisplays: () => displays as never },
    ownSourceIds: () => ['window:3:0'],
    ownDisplayId: () => 65,
    access: () => 'allowed',
    systemPicker: null,
    soundProblem: 'not-on-linux',
    ...changed,
  };
  return { list: () => listSources(deps), looks: () => looks };
}

describe('the sources', () => {
  it('are all screens and windows but our own, with all that helps to tell them apart', async () => {
    expect(await setUp().list()).toEqual({
      status: 'listed',
      soundProblem: 'not-on-linux',
      sources: [
        {
          ...{ id: 'screen:7:0', kind: 'screen', name: 'Screen 1', thumbnail: 'data:one' },
          ...{ label: 'Studio Display', size: { width: 3_840, height: 2_160 }, isOwn: true },
        },
        {
          ...{ id: 'screen:8:0', kind: 'screen', name: 'Screen 2', thumbnail: 'data:two' },
          ...{ label: '', size: null, isOwn: false },
        },
        {
          ...{ id: 'window:2:0', kind: 'window', name: 'Editor', thumbnail: '' },
          icon: 'data:small pencil',
        },
        { id: 'window:4:0', kind: 'window', name: 'Old', thumbnail: 'data:old', icon: '' },
      ],
    });
  });

  it('are not even looked for where the system forbids it, or would ask unannounced', async () => {
    const refused = setUp({ access: () => 'refused' });
    expect(await refused.list()).toEqual({ status: 'refused-by-system' });
    const notAsked = setUp({ access: () => 'not-asked' });
    expect(await notAsked.list()).toEqual({ status: 'not-asked' });
    expect([refused.looks(), notAsked.looks()]).toEqual([0, 0]);
  });

  it('are left to the system’s own dialog without a look, for each would open it', async () => {
    for (const picker of ['portal', 'macos'] as const) {
      const { list, looks } = setUp({ systemPicker: picker, access: () => 'not-asked' });
      expect(await list()).toEqual({ status: 'system-picker', picker, sourceId: 'system-picker' });
      expect(looks()).toBe(0);
    }
  });

  it('that cannot be listed are an answer', async () => {
    const desktopCapturer = { getSources: () => Promise.reject(new Error('no')) } as never;
    expect(await setUp({ desktopCapturer }).list()).toEqual({ status: 'failed' });
  });
});

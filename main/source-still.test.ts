import { inflateRawSync } from 'node:zlib';
import type { DesktopCapturer, SourcesOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createStills } from './source-still.ts';

const SIZE = { width: 2, height: 1 };

function stillsOf({ canTake = true, size = SIZE, whileTaking = () => {} } = {}) {
  const asked: SourcesOptions[] = [];
  const thumbnail = { getSize: () => size, toBitmap: () => Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]) };
  const desktopCapturer = {
    async getSources(options: SourcesOptions) {
      asked.push(options);
      whileTaking();
      return ['screen:1:0', 'screen:2:0'].map((id) => ({ id, thumbnail }));
    },
  } as unknown as Pick<DesktopCapturer, 'getSources'>;
  return { asked, stills: createStills(desktopCapturer, canTake) };
}
const pixels = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);

describe('stills', () => {
  it('are of the screen that is captured, at its size', async () => {
    const { asked, stills } = stillsOf();
    stills.allow('screen:2:0');
    const still = await stills.take(2, 1);
    expect(still).toMatchObject(SIZE);
    expect(inflateRawSync(still?.deflated ?? pixels)).toEqual(pixels);
    expect(asked).toEqual([{ types: ['screen'], thumbnailSize: SIZE }]);
  });

  it('are of nothing that is not captured', async () => {
    const { asked, stills } = stillsOf();
    expect(await stills.take(2, 1)).toBeNull();
    stills.allow('window:2:0');
    expect(await stills.take(2, 1)).toBeNull();
    stills.allow('screen:9:0');
    expect(await stills.take(2, 1)).toBeNull();
    stills.allow('screen:1:0');
    stills.forbid();
    expect(await stills.take(2, 1)).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('are not handed out when the capture ended while they were taken', async () => {
    const taking = { stop: () => {} };
    const { stills } = stillsOf({ whileTaking: () => taking.stop() });
    taking.stop = stills.forbid;
    stills.allow('screen:1:0');
    expect(await stills.take(2, 1)).toBeNull();
  });

  it('are never scaled', async () => {
    const { stills } = stillsOf({ size: { width: 1, height: 2 } });
    stills.allow('screen:1:0');
    expect(await stills.take(2, 1)).toBeNull();
  });

  it('are not taken where each look opens a dialog', async () => {
    const { asked, stills } = stillsOf({ canTake: false });
    stills.allow('screen:1:0');
    expect(await stills.take(2, 1)).toBeNull();
    expect(asked).toEqual([]);
  });
});

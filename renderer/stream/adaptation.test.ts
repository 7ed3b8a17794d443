import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Adaptation, adapt, firstAdaptation, isResting, planOf } from './adaptation.ts';
import { CODEC_NAMES } from './codec-order.ts';
import type { CodecName, ProfileName } from './profile.ts';
import { PROFILES } from './profiles.ts';
import type { ReliefStep } from './relief.ts';

const text = PROFILES['sharp-text'];
const motion = PROFILES['smooth-motion'];
const fine = (estimateBps: number) => ({ estimateBps, isCpuLimited: false });
const looking = (state: Adaptation, readings: readonly Parameters<typeof adapt>[1][]) =>
  readings.reduce((now, reading) => adapt(now, reading, text), state);
const atRest: Adaptation = {
  ...firstAdaptation(text, 100_000, true),
  level: text.levels.length - 1,
};
const NONE: ReadonlySet<CodecName> = new Set();
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a viewer’s picture', () => {
  it('starts at the level its link carries', () => {
    expect(firstAdaptation(text, 20_000_000, true).level).toBe(0);
    expect(firstAdaptation(text, 1_200_000, true).level).toBe(1);
    expect(firstAdaptation(text, 700_000, true).level).toBe(2);
    expect(firstAdaptation(text, 100_000, true).level).toBe(3);
    expect(firstAdaptation(text, 100_000, false).level, 'a guess is no reason to rest').toBe(1);
  });

  it('gives up frames and keeps every pixel when text meets a slow link', () => {
    const wide = planOf(text, firstAdaptation(text, 20_000_000, true), 0, CODEC_NAMES, NONE);
    const slow = planOf(
      text,
      looking(firstAdaptation(text, 20_000_000, true), times(2, fine(1_500_000))),
      0,
      CODEC_NAMES,
      NONE,
    );
    expect(slow.maxFramerate).toBeLessThan(wide.maxFramerate);
    expect(slow.scaleResolutionDownBy).toBe(1);
    expect([wide.codec, slow.codec]).toEqual(['VP8', 'AV1']);
    expect(slow.degradationPreference).toBe('maintain-resolution');
  });

  it('gives up pixels and keeps its pace when motion meets one', () => {
    const plan = planOf(motion, firstAdaptation(motion, 1_000_000, true), 0, CODEC_NAMES, NONE);
    expect(plan.scaleResolutionDownBy).toBeGreaterThan(1);
    expect(plan.maxFramerate).toBeGreaterThanOrEqual(30);
    expect(plan.degradationPreference).toBe('maintain-framerate');
  });

  it('does not move for one odd look', () => {
    const start = firstAdaptation(text, 20_000_000, true);
    expect(looking(start, [fine(300_000), fine(20_000_000), fine(300_000)]).level).toBe(0);
    expect(looking(start, times(2, fine(300_000))).level, 'nor rests for two').toBe(1);
  });

  it('rests only when it lasts', () => {
    const start = firstAdaptation(text, 20_000_000, true);
    const low = looking(start, times(7, fine(300_000)));
    expect(isResting(text, low)).toBe(false);
    expect(isResting(text, looking(low, [fine(300_000)]))).toBe(true);
  });

  it('comes back step by step, and only with room to spare', () => {
    const low = firstAdaptation(text, 600_000, true);
    expect(looking(low, times(20, fine(1_300_000))).level, 'just enough is not enough').toBe(2);
    expect(looking(low, times(3, fine(50_000_000))).level).toBe(2);
    expect(looking(low, times(4, fine(50_000_000))).level).toBe(1);
    expect(looking(low, times(8, fine(50_000_000))).level).toBe(0);
  });

  it('does not swing to and fro on a link between two levels', () => {
    let state = firstAdaptation(text, 20_000_000, true);
    let changes = 0;
    for (let look = 0; look < 60; look += 1) {
      const next = adapt(state, fine(look % 6 < 3 ? 1_800_000 : 2_400_000), text);
      if (next.level !== state.level) changes += 1;
      state = next;
    }
    expect(changes).toBe(1);
  });

  it('rests only where text has no chance as video', () => {
    expect(isResting(text, atRest)).toBe(true);
    expect(isResting(text, firstAdaptation(text, 1_200_000, true))).toBe(false);
    expect(
      isResting(text, firstAdaptation(text, 1_100_000, true)),
      'a key frame takes seconds',
    ).toBe(true);
    expect(isResting(motion, firstAdaptation(motion, 300_000, true))).toBe(false);
  });

  it('tries now and then whether a resting link carries more by now', () => {
    let state: Adaptation = atRest;
    const allowed: number[] = [];
    for (let look = 0; look < 12; look += 1) {
      allowed.push(planOf(text, state, 0, CODEC_NAMES, NONE).maxBitrateBps);
      state = adapt(state, fine(100_000), text);
    }
    const aboveRest = text.levels.at(-2)?.fromBps ?? 0;
    const trials = allowed.filter((bps) => bps > 60_000);
    expect(trials).toHaveLength(2);
    for (const bps of trials) expect(bps).toBeGreaterThan(aboveRest);
    const moving = firstAdaptation(text, 1_500_000, true);
    expect(planOf(text, moving, 0, CODEC_NAMES, NONE).maxBitrateBps).toBe(
      planOf(text, { ...moving, looksAtLevel: 5 }, 0, CODEC_NAMES, NONE).maxBitrateBps,
    );
  });

  it('takes the load off a busy processor: first the codec, then the frames', () => {
    const start = firstAdaptation(text, 1_500_000, true);
    expect(planOf(text, start, 0, CODEC_NAMES, NONE).codec).toBe('AV1');
    const once = planOf(text, start, 1, CODEC_NAMES, NONE);
    expect(once).toMatchObject({ codec: 'VP8', maxFramerate: 15 });
    const twice = planOf(text, start, 2, CODEC_NAMES, NONE);
    expect(twice).toMatchObject({ codec: 'VP8', maxFramerate: 8 });
  });

  it('counts looks at a busy encoder in a row', () => {
    const busy = { estimateBps: 1_500_000, isCpuLimited: true };
    const start = firstAdaptation(text, 1_500_000, true);
    expect(looking(start, times(9, busy)).busyLooks).toBe(9);
    expect(looking(start, [busy, busy, fine(1_500_000), busy]).busyLooks).toBe(1);
    expect(looking(start, [busy, { ...busy, estimateBps: null }]).busyLooks).toBe(2);
  });

  it('uses a codec both ends have, whatever it would like', () => {
    const start = firstAdaptation(text, 20_000_000, true);
    expect(planOf(text, start, 0, ['H264'], NONE).codec).toBe('H264');
    expect(
      planOf(motion, firstAdaptation(motion, 20_000_000, true), 0, ['VP8', 'VP9'], NONE).codec,
    ).toBe('VP8');
  });

  it('uses hardware for motion and for relief, and never for text it can do better', () => {
    const hardware = new Set<CodecName>(['VP9']);
    const codecOf = (profile: typeof text, state: Adaptation, relief: ReliefStep = 0) =>
      planOf(profile, state, relief, CODEC_NAMES, hardware).codec;
    const wide = firstAdaptation(text, 20_000_000, true);
    expect(codecOf(text, wide)).toBe('VP8');
    expect(codecOf(text, wide, 1)).toBe('VP9');
    expect(codecOf(motion, firstAdaptation(motion, 20_000_000, true))).toBe('VP9');
  });

  it('always has a plan', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ProfileName>('sharp-text', 'smooth-motion', 'low-bandwidth'),
        fc.array(
          fc.record({
            estimateBps: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
            isCpuLimited: fc.boolean(),
          }),
        ),
        (name, readings) => {
          const profile = PROFILES[name];
          let state = firstAdaptation(profile, 20_000_000, true);
          for (const reading of readings) state = adapt(state, reading, profile);
          const plan = planOf(profile, state, 0, CODEC_NAMES, NONE);
          expect(plan.maxFramerate).toBeGreaterThan(0);
          expect(profile.levels[state.level]).toBeDefined();
        },
      ),
    );
  });
});

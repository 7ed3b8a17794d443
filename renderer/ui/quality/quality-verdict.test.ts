import { describe, expect, it } from 'vitest';
import type { LiveQuality, PictureState } from '../../stream/quality/live-quality.ts';
import type { QualityMoment } from '../../stream/quality/quality-history.ts';
import { verdictOn } from './quality-verdict.ts';

const state: PictureState = {
  choice: 'auto',
  profile: 'sharp-text',
  reason: null,
  limit: null,
  captureIntervalMs: 33,
};
const moment = (second: number, change: Partial<QualityMoment> = {}): QualityMoment => ({
  ...{ atMs: second * 1_000, latencyMs: 40, bitrateBps: 1, lossRatio: 0, freezes: 0, ...change },
});
const good: LiveQuality = {
  reading: {
    ...{ size: { width: 1920, height: 1080 }, framesPerSecond: 30, bitrateBps: 1, codec: 'VP8' },
    ...{ coder: null, isHardware: null, roundTripMs: 1, lossRatio: 0, limit: null },
    ...{ freezes: 0, bufferMs: 0 },
  },
  latencyMs: 40,
  state,
  history: [moment(0), moment(20)],
};
const withState = (change: Partial<NonNullable<LiveQuality['state']>>): LiveQuality => ({
  ...good,
  state: { ...state, ...change },
});

describe('the sentence about a picture', () => {
  it.each<[ReturnType<typeof verdictOn>, LiveQuality]>([
    ['sharp', good],
    ['smooth', withState({ profile: 'smooth-motion' })],
    ['some-delay', { ...good, latencyMs: 150 }],
    ['late', { ...good, latencyMs: 400 }],
    ['fine', { ...good, latencyMs: null }],
    ['fine', { ...good, latencyMs: null, state: null }],
    ['measuring', { ...good, reading: { ...good.reading, size: null } }],
    ['stills', withState({ limit: 'stills-only' })],
    ['slow-text', withState({ limit: 'slow-link' })],
    ['slow-text', withState({ limit: 'slow-link', profile: 'low-bandwidth' })],
    ['slow-motion', withState({ limit: 'slow-link', profile: 'smooth-motion' })],
    ['busy', withState({ limit: 'busy-processor' })],
    ['lossy', { ...good, history: [moment(1, { lossRatio: 0.05 }), moment(2)].slice(0, 1) }],
    ['stalling', { ...good, history: [moment(1, { freezes: 1 }), moment(9)] }],
  ])('is "%s"', (verdict, quality) => {
    expect(verdictOn(quality)).toBe(verdict);
  });

  it('does not change with one bad second, nor hold on to what is long over', () => {
    const seconds = [1, 2, 3, 4, 5, 6, 7, 8];
    const history = seconds.map((second) => moment(second, { lossRatio: second === 4 ? 0.1 : 0 }));
    expect(verdictOn({ ...good, history })).toBe('sharp');
    expect(verdictOn({ ...good, history: [moment(0, { freezes: 3 }), moment(11)] })).toBe('sharp');
  });

  it('names what can be done something about before what comes of it', () => {
    const slow = { ...withState({ limit: 'slow-link' }), latencyMs: 2_000 };
    expect(verdictOn(slow)).toBe('slow-text');
  });
});

import { describe, expect, it } from 'vitest';
import type { SenderPlan } from '../stream/picture-sender.ts';
import type { CodecName } from '../stream/profile.ts';
import { createPictureSteering } from './picture-steering.ts';
import { createShareRelief } from './share-relief.ts';
import { statsOfLink } from './testing/link-stats.ts';

const looks = (estimateBps: number, reason = 'none') => [
  { type: 'candidate-pair', id: 'P', nominated: true, availableOutgoingBitrate: estimateBps },
  { type: 'outbound-rtp', id: 'O', kind: 'video', qualityLimitationReason: reason },
];

function steer({
  canSendStills = true,
  stillsBps = 0,
  relief = createShareRelief(() => 0),
  isLocal = false,
} = {}) {
  const codecs: readonly CodecName[] = ['VP8', 'VP9', 'AV1', 'H264'];
  const plans: SenderPlan[] = [];
  const starts: number[] = [];
  const steering = createPictureSteering(
    {
      planPicture: (plan) => plans.push(plan),
      startAt: (bps) => starts.push(bps),
      codecs: () => codecs,
      stats: async () => statsOfLink({ bytesReceived: 0 }),
    },
    { profile: 'sharp-text', startBps: 40_000_000, isLocal, lastEstimateBps: null },
    {
      relief,
      hardwareCodecs: () => new Set(),
      canSendStills: () => canSendStills,
      stillsBps: () => stillsBps,
    },
  );
  return { steering, plans, starts };
}

describe('steering one viewer’s picture', () => {
  it('plans before it starts, by what is known of the way', async () => {
    const fast = steer();
    await fast.steering.seePath();
    fast.steering.begin({ arrivalBps: 40_000_000, isSure: true });
    const unknown = steer();
    unknown.steering.begin({ arrivalBps: 40_000_000, isSure: true });
    expect(unknown.starts, 'nothing known of the way').toEqual([10_000_000]);
    expect([fast.starts, fast.plans.at(-1)?.codec]).toEqual([[40_000_000], 'VP8']);
    const local = steer({ isLocal: true });
    local.steering.begin({ arrivalBps: 40_000_000, isSure: true });
    expect(local.starts, 'built within the local network').toEqual([40_000_000]);
    const slow = steer();
    slow.steering.begin({ arrivalBps: 1_000_000, isSure: true });
    expect(slow.starts).toEqual([600_000]);
    expect(slow.plans.at(-1)?.scaleResolutionDownBy).toBeGreaterThan(1);
  });

  it('follows the estimate, and says what holds the picture back', () => {
    const { steering, plans } = steer();
    steering.begin({ arrivalBps: 40_000_000, isSure: true });
    expect(steering.limit()).toBeNull();
    for (let look = 0; look < 2; look += 1) steering.take(looks(700_000));
    expect(steering.limit()).toBe('slow-link');
    for (let look = 0; look < 6; look += 1) steering.take(looks(200_000));
    expect(steering.limit()).toBe('stills-only');
    expect(plans.at(-1)?.scaleResolutionDownBy).toBeGreaterThan(1);
    expect(steering.estimateBps()).toBe(200_000);
  });

  it('never rests where nothing else could be read', () => {
    const { steering, plans } = steer({ canSendStills: false });
    steering.begin({ arrivalBps: 100_000, isSure: true });
    for (let look = 0; look < 9; look += 1) steering.take(looks(100_000));
    expect(plans.at(-1)).toMatchObject({ scaleResolutionDownBy: 1, maxFramerate: 8 });
    expect(steering.limit()).toBe('slow-link');
  });

  it('wakes up when the stills show that the link is wide again', () => {
    const { steering } = steer({ stillsBps: 5_000_000 });
    steering.begin({ arrivalBps: 100_000, isSure: true });
    for (let look = 0; look < 6; look += 1) steering.take(looks(60_000));
    expect(steering.limit()).toBe('stills-only');
    for (let look = 0; look < 4; look += 1) steering.take(looks(60_000));
    expect(steering.limit()).toBe('slow-link');
  });

  it('tells that the computer is busy', () => {
    const { steering } = steer();
    steering.begin({ arrivalBps: 40_000_000, isSure: true });
    for (let look = 0; look < 3; look += 1) steering.take(looks(20_000_000, 'cpu'));
    expect(steering.limit()).toBe('busy-processor');
  });

  it('brings the load down for all viewers alike, so that they go on sharing an encoder', () => {
    let nowMs = 0;
    const relief = createShareRelief(() => nowMs);
    const [busy, other] = [steer({ relief }), steer({ relief })];
    for (const { steering } of [busy, other])
      steering.begin({ arrivalBps: 40_000_000, isSure: true });
    for (let look = 0; look < 6; look += 1) {
      nowMs += 1_000;
      busy.steering.take(looks(20_000_000, 'cpu'));
    }
    other.steering.take(looks(20_000_000));
    expect(other.plans.at(-1)).toEqual(busy.plans.at(-1));
    expect(other.plans.at(-1)?.maxFramerate).toBeLessThan(other.plans[0]?.maxFramerate ?? 0);
    for (let step = 0; step < 2; step += 1) {
      nowMs += 61_000;
      for (const { steering } of [busy, other]) steering.take(looks(20_000_000));
    }
    expect(busy.steering.limit()).toBeNull();
    expect(other.plans.at(-1)).toEqual(other.plans[0]);
  });

  it('changes the profile at once, without losing what it knows of the link', () => {
    const { steering, plans } = steer();
    steering.begin({ arrivalBps: 40_000_000, isSure: true });
    steering.take(looks(1_000_000));
    steering.setProfile('smooth-motion');
    expect(plans.at(-1)).toMatchObject({
      degradationPreference: 'maintain-framerate',
      scaleResolutionDownBy: 2,
    });
  });
});

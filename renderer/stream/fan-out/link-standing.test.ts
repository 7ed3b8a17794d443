import { describe, expect, it } from 'vitest';
import { FIRST_STANDING, judge, type Standing } from './link-standing.ts';
import { roomy } from './testing/conditions.ts';

const LOAD = {
  ...{ sentBps: 4_000_000, keyFrameBytes: 300_000 },
  ...{ leastSendDelayMs: 5, leastLossRatio: 0 },
};
const slow = roomy({ availableBps: 2_000_000, sentBps: 2_000_000 });
const fit: Standing = { ...FIRST_STANDING, isFit: true };

/** Looks it takes until the standing changes, `undefined` when it never does. */
function looksUntilChange(from: Standing, condition = roomy(), role: 'follow' | 'alone' = 'alone') {
  let standing = from;
  for (let looks = 1; looks <= 1_000; looks += 1) {
    standing = judge(standing, condition, LOAD, role);
    if (standing.isFit !== from.isFit) return looks;
  }
  return undefined;
}

describe('the standing of a link', () => {
  it('is fit after one look at a link with room', () => {
    expect(looksUntilChange(FIRST_STANDING)).toBe(1);
  });

  it.each([
    ['too narrow for what is sent', roomy({ availableBps: 5_000_000 })],
    ['too narrow for a key frame', roomy({ availableBps: 6_500_000 }), 900_000],
    ['holding packets up', roomy({ sendDelayMs: 150 })],
    ['losing packets', roomy({ lossRatio: 0.03 })],
  ])('is not fit while it is %s', (_, condition, keyFrameBytes = 300_000) => {
    const load = { ...LOAD, keyFrameBytes };
    expect(judge(FIRST_STANDING, condition, load, 'alone').isFit).toBe(false);
  });

  it.each([
    ['estimated below what the lead sends', slow],
    ['holding packets up', roomy({ sendDelayMs: 250 })],
    ['losing many packets', roomy({ lossRatio: 0.1 })],
  ])('is lost after two looks at a link that is %s', (_, condition) => {
    const once = judge(fit, condition, LOAD, 'follow');
    expect(once.isFit).toBe(true);
    expect(judge(once, condition, LOAD, 'follow').isFit).toBe(false);
    expect(judge(judge(once, roomy(), LOAD, 'follow'), condition, LOAD, 'follow').isFit).toBe(true);
  });

  it('is lost at once when the link is clogged', () => {
    expect(judge(fit, roomy({ sendDelayMs: 600 }), LOAD, 'follow').isFit).toBe(false);
  });

  it('is kept where all are held up alike: that is this computer, not the link', () => {
    const busy = roomy({ sendDelayMs: 700, lossRatio: 0.15 });
    const load = { ...LOAD, leastSendDelayMs: 400, leastLossRatio: 0.1 };
    expect(judge(judge(fit, busy, load, 'follow'), busy, load, 'follow').isFit).toBe(true);
    expect(judge(judge(fit, busy, LOAD, 'follow'), busy, LOAD, 'follow').isFit).toBe(false);
    expect(looksUntilChange(FIRST_STANDING, busy)).toBeUndefined();
    expect(judge(FIRST_STANDING, busy, load, 'alone').isFit).toBe(true);
  });

  it('is lost by who needs key frames again and again: each costs everybody', () => {
    const wanting = roomy({ keyFramesWanted: 1 });
    let standing = fit;
    for (let look = 0; look < 4 && standing.isFit; look += 1) {
      standing = judge(standing, wanting, LOAD, 'follow');
    }
    expect(standing.isFit).toBe(false);
    let calm = fit;
    for (let look = 0; look < 200; look += 1) {
      calm = judge(calm, look % 40 === 0 ? wanting : roomy(), LOAD, 'follow');
    }
    expect(calm.isFit, 'one in twenty seconds is nothing').toBe(true);
  });

  it('does not hold it against an encoder that it sends no more than its own link carries', () => {
    const full = roomy({ availableBps: 4_000_000, sentBps: 4_000_000 });
    expect(judge(judge(fit, full, LOAD, 'lead'), full, LOAD, 'lead').isFit).toBe(true);
  });

  it('takes longer to win back with each setback, but never for ever', () => {
    const after = (setbacks: number) => looksUntilChange({ ...FIRST_STANDING, setbacks });
    expect([1, 2, 3].map(after)).toEqual([16, 32, 64]);
    expect(after(50)).toBe(240);
    expect(looksUntilChange({ ...FIRST_STANDING, setbacks: 1 }, slow)).toBeUndefined();
  });

  it('begins to win back anew when the link falters', () => {
    let standing: Standing = { ...FIRST_STANDING, setbacks: 1 };
    for (let look = 0; look < 15; look += 1) standing = judge(standing, roomy(), LOAD, 'alone');
    standing = judge(standing, slow, LOAD, 'alone');
    expect(looksUntilChange(standing)).toBe(16);
  });

  it('is lost for good where frames of another encoder never leave', () => {
    const starving = roomy({ sentBps: 1_000 });
    let standing = fit;
    for (let look = 0; look < 4; look += 1) standing = judge(standing, starving, LOAD, 'follow');
    expect(standing.isFit).toBe(false);
    expect(looksUntilChange(standing)).toBeUndefined();
    expect(judge(fit, starving, LOAD, 'alone').starvedLooks, 'a still screen').toBe(0);
  });
});

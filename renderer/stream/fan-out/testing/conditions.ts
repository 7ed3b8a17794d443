import type { LinkCondition } from '../link-condition.ts';

/** A link with room for a lot more than is sent. */
export const roomy = (differs: Partial<LinkCondition> = {}): LinkCondition => ({
  ...{ availableBps: 50_000_000, sentBps: 4_000_000, sendDelayMs: 5, lossRatio: 0 },
  ...{ keyFramesWanted: 0, isBandwidthLimited: false },
  ...differs,
});

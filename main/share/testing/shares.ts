import type { RunningShare, Share, ShareReport } from '../../../preload/share.ts';

export const ADA = { peerId: 'a'.repeat(32), name: 'Ada' };
export const BO = { peerId: 'b'.repeat(32), name: 'Bo' };

const running: RunningShare = {
  sourceName: 'Entire screen',
  startedAtMs: 1_000,
  watching: 2,
  asking: [],
  canSwitch: true,
};

export const sharing = (changes: Partial<RunningShare> = {}): Share => ({
  ...running,
  ...changes,
  state: 'sharing',
});
export const paused = (reason: 'by-hand' | 'screen-locked' | 'asleep' = 'by-hand'): Share => ({
  ...running,
  state: 'paused',
  reason,
});
export const reportOf = (share: Share): ShareReport => ({ language: 'en', share });

import type { LiveQuality } from '../../stream/quality/live-quality.ts';
import type { QualityMoment } from '../../stream/quality/quality-history.ts';

/** What there is to say about a picture in one sentence, from a closed list. */
export type QualityVerdict =
  | 'measuring'
  | 'stills'
  | 'slow-text'
  | 'slow-motion'
  | 'busy'
  | 'lossy'
  | 'stalling'
  | 'late'
  | 'some-delay'
  | 'fine'
  | 'sharp'
  | 'smooth';

/** Below the first a person does not notice; beyond the second talking about it gets hard. */
const DELAY_MS = { noticed: 150, disturbing: 400 } as const;
const LOSS_NOTICED = 0.03;
/** One bad second is no verdict yet, and the last one is not over with the next. */
const LATELY_MS = 10_000;

/** What matters most to whoever looks at the picture, or waits for it. */
export function verdictOn({ reading, latencyMs, state, history }: LiveQuality): QualityVerdict {
  const lately = latelyIn(history);
  if (state?.limit === 'stills-only') return 'stills';
  if (state?.limit === 'slow-link') {
    return state.profile === 'smooth-motion' ? 'slow-motion' : 'slow-text';
  }
  if (state?.limit === 'busy-processor') return 'busy';
  if (reading.size === null) return 'measuring';
  if (averageLoss(lately) >= LOSS_NOTICED) return 'lossy';
  if (lately.some(({ freezes }) => freezes !== null && freezes > 0)) return 'stalling';
  if (latencyMs === null) return 'fine';
  if (latencyMs >= DELAY_MS.disturbing) return 'late';
  if (latencyMs >= DELAY_MS.noticed) return 'some-delay';
  return state?.profile === 'smooth-motion' ? 'smooth' : 'sharp';
}

function latelyIn(history: readonly QualityMoment[]): readonly QualityMoment[] {
  const nowMs = history.at(-1)?.atMs ?? 0;
  return history.filter(({ atMs }) => atMs > nowMs - LATELY_MS);
}

function averageLoss(moments: readonly QualityMoment[]): number {
  const losses = moments.flatMap(({ lossRatio }) => lossRatio ?? []);
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}

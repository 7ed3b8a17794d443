import type { LinkCondition } from './link-condition.ts';

/** Whether a link can carry what another one's encoder makes, and since when it looks that way. */
export type Standing = {
  readonly isFit: boolean;
  /** Looks in a row that speak against what it is now. */
  readonly looks: number;
  /** How often it turned out not to be fit; each time it must prove itself for longer. */
  readonly setbacks: number;
  /** How often its viewer needed a key frame lately. */
  readonly wantedKeyFrames: number;
  readonly starvedLooks: number;
};

/** What a shared encoder sends, and what even the best link in its group makes of it. */
export type SharedLoad = {
  readonly sentBps: number;
  readonly keyFrameBytes: number;
  readonly leastSendDelayMs: number;
  readonly leastLossRatio: number;
};

export const FIRST_STANDING: Standing = {
  ...{ isFit: false, looks: 0, setbacks: 0, wantedKeyFrames: 0, starvedLooks: 0 },
};

/** Looks are half a second apart. */
export const LOOK_MS = 500;
const LOOKS_TO_LEAVE = 2;
const FIRST_LOOKS_TO_RETURN = 16;
const MOST_LOOKS_TO_RETURN = 240;
/** Nothing arrives although the sharing encoder sends and the link is free. */
const STARVED_LOOKS_TO_LEAVE = 4;
const STARVED_SHARE = 0.2;
const STARVED_FROM_BPS = 100_000;

const RETURN_MARGIN = 1.5;
const LEAVE_MARGIN = 1.1;
/** A key frame must not take longer than this. */
const KEY_FRAME_SECONDS = 1;
const CALM = { sendDelayMs: 100, lossRatio: 0.02 } as const;
const STRAINED = { sendDelayMs: 200, lossRatio: 0.08 } as const;
const CLOGGED_DELAY_MS = 500;
/** Where all are held up, it is this computer, and one more encoder would make it worse. */
const WORSE_THAN_OTHERS = 2;
const MOST_WANTED_KEY_FRAMES = 3;
/** Of the key frames that were needed, about half still count seven seconds later. */
const KEPT_OF_WANTED = 0.95;

/**
 * One more look at a link.
 * @param role what its viewer sees: its own encoder's pictures, which many share (`lead`) or not
 * (`alone`), or those of another one (`follow`)
 */
export function judge(
  standing: Standing,
  condition: LinkCondition,
  load: SharedLoad,
  role: 'lead' | 'follow' | 'alone',
): Standing {
  const wantedKeyFrames = standing.wantedKeyFrames * KEPT_OF_WANTED + condition.keyFramesWanted;
  const isStarved = role === 'follow' && isStarving(condition, load);
  const starvedLooks = isStarved ? standing.starvedLooks + 1 : 0;
  const seen = { ...standing, wantedKeyFrames, starvedLooks };
  // A browser that takes frames of another encoder and drops them will not do better next time.
  if (starvedLooks >= STARVED_LOOKS_TO_LEAVE) return outOf(seen, Number.POSITIVE_INFINITY);
  const isAgainst = standing.isFit ? isStrained(condition, load, role) : isSound(condition, load);
  const looks = isAgainst && !isTooOften(seen) ? standing.looks + 1 : 0;
  if (!standing.isFit) {
    return looks >= looksToReturn(standing)
      ? { ...seen, isFit: true, looks: 0 }
      : { ...seen, looks };
  }
  const mustLeave =
    looks >= LOOKS_TO_LEAVE || isTooOften(seen) || isHeldUp(condition, load, CLOGGED_DELAY_MS);
  return mustLeave ? outOf(seen, standing.setbacks + 1) : { ...seen, looks };
}

/** Not fit any more, whatever the reason. */
export const outOf = (standing: Standing, setbacks = standing.setbacks + 1): Standing => ({
  ...{ ...standing, isFit: false, looks: 0, setbacks, starvedLooks: 0 },
});

const isTooOften = ({ wantedKeyFrames }: Standing) => wantedKeyFrames >= MOST_WANTED_KEY_FRAMES;

function isSound(condition: LinkCondition, load: SharedLoad): boolean {
  const { sentBps, keyFrameBytes } = load;
  const neededBps = Math.max(sentBps * RETURN_MARGIN, (keyFrameBytes * 8) / KEY_FRAME_SECONDS);
  return (
    condition.availableBps >= neededBps &&
    !isHeldUp(condition, load, CALM.sendDelayMs) &&
    !isLossy(condition, load, CALM.lossRatio)
  );
}

function isStrained(
  condition: LinkCondition,
  load: SharedLoad,
  role: 'lead' | 'follow' | 'alone',
): boolean {
  // Who encodes for itself sends no more than there is.
  const isTooNarrow = role === 'follow' && condition.availableBps < load.sentBps * LEAVE_MARGIN;
  return (
    isTooNarrow ||
    isHeldUp(condition, load, STRAINED.sendDelayMs) ||
    isLossy(condition, load, STRAINED.lossRatio)
  );
}

const isHeldUp = ({ sendDelayMs }: LinkCondition, load: SharedLoad, fromMs: number): boolean =>
  sendDelayMs > fromMs && sendDelayMs > load.leastSendDelayMs * WORSE_THAN_OTHERS;

const isLossy = ({ lossRatio }: LinkCondition, load: SharedLoad, from: number): boolean =>
  lossRatio > from && lossRatio > load.leastLossRatio * WORSE_THAN_OTHERS;

const isStarving = (condition: LinkCondition, { sentBps }: SharedLoad): boolean =>
  sentBps >= STARVED_FROM_BPS &&
  condition.sentBps < sentBps * STARVED_SHARE &&
  condition.sendDelayMs <= CALM.sendDelayMs;

function looksToReturn({ setbacks }: Standing): number {
  if (setbacks === 0) return 1;
  if (!Number.isFinite(setbacks)) return Number.POSITIVE_INFINITY;
  return Math.min(MOST_LOOKS_TO_RETURN, FIRST_LOOKS_TO_RETURN * 2 ** (setbacks - 1));
}

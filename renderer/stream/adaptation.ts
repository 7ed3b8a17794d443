import type { SenderPlan } from './picture-sender.ts';
import type { CodecName, ProfileLevel, QualityProfile } from './profile.ts';
import type { ReliefStep } from './relief.ts';

/** What one look at a viewer's link tells, about once a second. */
export type SendReading = {
  /** Congestion control's own estimate; `null` until there is one. */
  readonly estimateBps: number | null;
  /** The encoder cannot keep up with what it is asked for. */
  readonly isCpuLimited: boolean;
};

/** Where one viewer's picture stands between what its profile wants and what there is. */
export type Adaptation = {
  /** Place in the profile's levels. */
  readonly level: number;
  /** Looks in a row that called for a lower level, a higher one, or for relief. */
  readonly lowLooks: number;
  readonly highLooks: number;
  readonly busyLooks: number;
  /** Looks since the level was last changed. */
  readonly looksAtLevel: number;
};

/** Down at once when it is clear, up only when it lasts: each change costs a key frame. */
const LOOKS_TO_LOWER = 2;
const LOOKS_TO_RAISE = 4;
/** One held-up moment has the browser believe in no more than what was being sent: it recovers. */
const LOOKS_TO_REST = 6;
/** How much more than a level asks for there must be before it is tried again. */
const RAISE_MARGIN = 1.5;
/** The browser tries no bitrate far above the most it may send, so a rest is lifted now and then. */
const LOOKS_PER_TRIAL = 6;
const TRIAL_SHARE = 1.1;

/**
 * A new viewer's, on a link that starts at `startBps`.
 * @param isSure a guess may be far too low, on a busy computer above all, and is no reason to rest
 */
export function firstAdaptation(
  profile: QualityProfile,
  startBps: number,
  isSure: boolean,
): Adaptation {
  const wanted = levelFor(profile, startBps);
  const level = isSure ? wanted : Math.min(wanted, lastMovingLevel(profile, 0));
  return { level, lowLooks: 0, highLooks: 0, busyLooks: 0, looksAtLevel: 0 };
}

export function adapt(
  state: Adaptation,
  { estimateBps, isCpuLimited }: SendReading,
  profile: QualityProfile,
): Adaptation {
  const busyLooks = isCpuLimited ? state.busyLooks + 1 : 0;
  const looked = { ...state, busyLooks, looksAtLevel: state.looksAtLevel + 1 };
  if (estimateBps === null) return looked;
  const { level } = looked;
  const target = levelFor(profile, estimateBps);
  const above = profile.levels[level - 1];
  const mayRaise = above !== undefined && estimateBps >= above.fromBps * RAISE_MARGIN;
  const lowLooks = target > level ? looked.lowLooks + 1 : 0;
  const highLooks = mayRaise ? looked.highLooks + 1 : 0;
  const anew = { ...looked, lowLooks: 0, highLooks: 0, looksAtLevel: 0 };
  const isTooSoon = lowLooks < LOOKS_TO_REST;
  const lowest = isTooSoon ? Math.min(target, lastMovingLevel(profile, level)) : target;
  if (lowLooks >= LOOKS_TO_LOWER && lowest > level) return { ...anew, level: lowest };
  if (highLooks >= LOOKS_TO_RAISE) return { ...anew, level: level - 1 };
  return { ...looked, lowLooks, highLooks };
}

/**
 * What the encoder is set to. `available` are the codecs both ends have, `inHardware` those that
 * cost this processor next to nothing.
 */
export function planOf(
  profile: QualityProfile,
  { level, looksAtLevel }: Adaptation,
  relief: ReliefStep,
  available: readonly CodecName[],
  inHardware: ReadonlySet<CodecName>,
): SenderPlan {
  const at = levelAt(profile, level);
  const preferred = relief > 0 ? [profile.cheapestCodec, ...at.codecs] : at.codecs;
  // Hardware encoders are quick, and careless with text.
  const isHardwareWelcome = relief > 0 || profile.contentHint !== 'text';
  const wanted = isHardwareWelcome
    ? [...preferred.filter((name) => inHardware.has(name)), ...preferred]
    : preferred;
  const isTrial = at.isRest === true && looksAtLevel % LOOKS_PER_TRIAL === LOOKS_PER_TRIAL - 1;
  const codec = wanted.find((name) => available.includes(name)) ?? at.codecs[0] ?? 'VP8';
  return {
    codec,
    maxBitrateBps: isTrial ? trialBps(profile, level) : at.maxBitrateBps,
    maxFramerate: relief > 1 ? Math.ceil(at.maxFramerate / 2) : at.maxFramerate,
    scaleResolutionDownBy: at.scaleResolutionDownBy,
    degradationPreference: profile.degradationPreference,
  };
}

/** Whether stills carry what there is to read because video cannot. */
export const isResting = (profile: QualityProfile, { level }: Adaptation): boolean =>
  levelAt(profile, level).isRest === true;

/** As far down as video goes without resting, or where it is already. */
function lastMovingLevel({ levels }: QualityProfile, level: number): number {
  const firstRest = levels.findIndex(({ isRest }) => isRest);
  return firstRest < 0 ? levels.length - 1 : Math.max(level, firstRest - 1);
}

const trialBps = ({ levels }: QualityProfile, level: number): number =>
  (levels[level - 1]?.fromBps ?? 0) * TRIAL_SHARE;

function levelFor({ levels }: QualityProfile, bps: number): number {
  const found = levels.findIndex(({ fromBps }) => bps >= fromBps);
  return found < 0 ? levels.length - 1 : found;
}

const levelAt = ({ levels }: QualityProfile, level: number): ProfileLevel =>
  levels[Math.min(level, levels.length - 1)] ?? levels[0];

import type { ContentReading } from './content-meter.ts';

/** What the picture is sent for: letters that can be read, or movement that flows. */
export type DirectedProfile = 'sharp-text' | 'smooth-motion';

/** Why the director has decided as it has. */
export const DIRECTOR_REASONS = [
  /** Nothing changes, or next to nothing. */
  'still',
  /** Letters change: typing, paging, a table. */
  'text-changes',
  /** The same content is pushed up or down. */
  'scrolling',
  /** Something small moves beside text. */
  'little-moves',
  /** A large part moves; it is to go on before anything is changed. */
  'motion-begins',
  /** A large part of the picture keeps moving. */
  'much-moves',
  /** Something small moves, and for long nothing else has changed. */
  'only-motion',
  /** What moved has come to rest; it is to stay so before anything is changed. */
  'motion-ends',
] as const;
export type DirectorReason = (typeof DIRECTOR_REASONS)[number];

export type DirectorState = {
  readonly profile: DirectedProfile;
  readonly reason: DirectorReason;
  /** Since when what would change the profile has held without a break; `null` while it does not. */
  readonly since: { readonly reason: DirectorReason; readonly atMs: number } | null;
};

/** Text first: it is what most people show, and what suffers most from being taken for motion. */
export const initialDirectorState: DirectorState = {
  profile: 'sharp-text',
  reason: 'still',
  since: null,
};

/** Shares of the picture. The gap between beginning and end keeps the profile from flickering. */
const MOVING = { much: 0.1, stillMuch: 0.07, little: 0.01 } as const;
/** A blinking cursor makes two a second; whoever types or scrolls makes more. */
const CURSOR_CHANGES_PER_SECOND = 2.5;
/** The meter itself takes about a second to call something moving, or no longer moving. */
const LASTING_MS = { 'much-moves': 1_000, 'only-motion': 10_000, 'motion-ends': 2_000 } as const;
const SCROLLED_FROM = 0.5;
/** A change of this share of the picture is worth a word, even a single one. */
const PAGE_FROM = 0.05;

/**
 * Decides by what the picture shows whether it is sent for text or for motion. Pure; called with a
 * reading about every half second. What would change the profile has to last first.
 */
export function nextDirectorState(
  state: DirectorState,
  reading: ContentReading,
  atMs: number,
): DirectorState {
  const turn =
    state.profile === 'sharp-text' ? towardsMotion(state, reading) : towardsText(reading);
  if (!turn) return { profile: state.profile, reason: reasonFor(state, reading), since: null };
  const since = state.since?.reason === turn ? state.since : { reason: turn, atMs };
  if (atMs - since.atMs < LASTING_MS[turn]) {
    return { profile: state.profile, reason: reasonWhile(turn), since };
  }
  return turn === 'motion-ends'
    ? { profile: 'sharp-text', reason: reasonOfText(reading), since: null }
    : { profile: 'smooth-motion', reason: turn, since: null };
}

function towardsMotion(
  { since }: DirectorState,
  reading: ContentReading,
): 'much-moves' | 'only-motion' | undefined {
  const much = since?.reason === 'much-moves' ? MOVING.stillMuch : MOVING.much;
  if (reading.movingRatio >= much) return 'much-moves';
  return reading.movingRatio >= MOVING.little && !isTextBusy(reading) ? 'only-motion' : undefined;
}

function towardsText(reading: ContentReading): 'motion-ends' | undefined {
  if (reading.movingRatio >= MOVING.stillMuch) return undefined;
  return reading.movingRatio < MOVING.little || isTextBusy(reading) ? 'motion-ends' : undefined;
}

const isTextBusy = ({ textChangesPerSecond }: ContentReading): boolean =>
  textChangesPerSecond > CURSOR_CHANGES_PER_SECOND;

const reasonWhile = (turn: keyof typeof LASTING_MS): DirectorReason =>
  turn === 'much-moves' ? 'motion-begins' : turn === 'only-motion' ? 'little-moves' : turn;

function reasonFor({ profile, reason }: DirectorState, reading: ContentReading): DirectorReason {
  if (profile === 'sharp-text') return reasonOfText(reading);
  if (reading.movingRatio >= MOVING.much) return 'much-moves';
  return reason === 'motion-ends' ? 'only-motion' : reason;
}

function reasonOfText(reading: ContentReading): DirectorReason {
  if (reading.movingRatio >= MOVING.little) return 'little-moves';
  if (!isTextBusy(reading) && reading.changedRatio < PAGE_FROM) return 'still';
  return reading.scrolledRatio >= SCROLLED_FROM ? 'scrolling' : 'text-changes';
}

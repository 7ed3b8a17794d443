import * as z from 'zod/mini';
import { lowerHex } from '../../signaling/protocol.ts';
import { DIRECTOR_REASONS } from '../stream/director/director.ts';
import { PROFILE_NAMES, QUALITY_CHOICES } from '../stream/profile.ts';
import { PICTURE_LIMITS } from '../stream/quality/live-quality.ts';

/** Why nothing is shown: the presenter wanted it so, or the presenter's computer was left. */
export const PAUSE_REASONS = ['by-hand', 'screen-locked', 'asleep'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why there is no picture: the share is paused, or what was shared is gone. */
export const ABSENCE_REASONS = [...PAUSE_REASONS, 'source-gone'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

const clockId = z.int().check(z.minimum(1), z.maximum(0x7fff_ffff));

/** What the two ends tell each other over the data channel. */
const peerMessageSchema = z.discriminatedUnion('type', [
  /** Viewer to presenter, repeated until answered by `presenter-proof`. */
  z.object({ type: z.literal('hello') }),
  /** Presenter to viewer, on every `hello`. */
  z.object({
    type: z.literal('presenter-proof'),
    presenterKey: lowerHex(64),
    proof: lowerHex(64),
    signature: lowerHex(128),
  }),
  /** Viewer to presenter, repeated until answered by `share-state`. */
  z.object({
    type: z.literal('viewer-proof'),
    proof: lowerHex(64),
    /** How fast the presenter's burst arrived, in bit/s. */
    arrivalBps: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000_000))),
  }),
  /** Presenter to viewer, on a good proof of one who is still waiting to be let in. */
  z.object({ type: z.literal('wait') }),
  /** Viewer to presenter, while it waits: once more, to be sure how fast the way is. */
  z.object({ type: z.literal('burst-ask') }),
  /** Presenter to viewer, on a good proof and on every change. */
  z.object({
    type: z.literal('share-state'),
    isPaused: z.boolean(),
    /** Only while paused. */
    reason: z.optional(z.enum(ABSENCE_REASONS)),
    /** There is sound to be heard beside the picture. */
    hasSound: z.optional(z.boolean()),
  }),
  /** Presenter to viewer, on a good proof: what lets this viewer come back by itself. */
  z.object({ type: z.literal('pass'), pass: lowerHex(32) }),
  /** Presenter to viewer: the share is over; no reconnecting. */
  z.object({ type: z.literal('share-ended') }),
  /** Viewer to presenter: gone for good. */
  z.object({ type: z.literal('leaving') }),
  /** Either way, again and again: answered at once by `echo`, so that both hear each other. */
  z.object({ type: z.literal('beat') }),
  z.object({ type: z.literal('echo') }),
  /** Viewer to presenter, once a second: what does your clock show? */
  z.object({ type: z.literal('clock-ask'), id: clockId }),
  /** Presenter to viewer, at once: milliseconds since 1970. */
  z.object({
    type: z.literal('clock-answer'),
    id: clockId,
    atMs: z.number().check(z.minimum(0), z.maximum(8.64e15)),
  }),
  /** Presenter to viewer, on every change: what the picture is made for, and what limits it. */
  z.object({
    type: z.literal('picture-state'),
    choice: z.enum(QUALITY_CHOICES),
    profile: z.enum(PROFILE_NAMES),
    reason: z.nullable(z.enum(DIRECTOR_REASONS)),
    limit: z.nullable(z.enum(PICTURE_LIMITS)),
    captureIntervalMs: z.number().check(z.minimum(1), z.maximum(10_000)),
  }),
  /** Viewer to presenter, once a second: how late the picture is; null where nobody knows. */
  z.object({
    type: z.literal('picture-latency'),
    latencyMs: z.nullable(z.number().check(z.minimum(0), z.maximum(120_000))),
  }),
]);
export type PeerMessage = z.infer<typeof peerMessageSchema>;

const MESSAGE_LENGTH = 16 * 1024;

export const encodePeerMessage = (message: PeerMessage): string => JSON.stringify(message);

/** Reads a data-channel message; `undefined` for anything unknown, which is ignored. */
export function parsePeerMessage(raw: unknown): PeerMessage | undefined {
  const text = raw instanceof Uint8Array ? new TextDecoder().decode(raw) : raw;
  if (typeof text !== 'string' || text.length > MESSAGE_LENGTH) return undefined;
  try {
    const parsed = peerMessageSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

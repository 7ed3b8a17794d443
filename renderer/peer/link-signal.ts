import * as z from 'zod/mini';

const text = (length: number) => z.string().check(z.maxLength(length));

/** Sealed and encoded, a description of this length still fits a payload (P2). */
export const SDP_LENGTH = 32_000;

/** One step of SDP offer/answer (RFC 8829) or one trickled ICE candidate (RFC 8838). */
const rtcSignalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('offer'), sdp: text(SDP_LENGTH) }),
  z.object({ type: z.literal('answer'), sdp: text(SDP_LENGTH) }),
  z.object({
    type: z.literal('candidate'),
    candidate: z.object({
      candidate: text(1_024),
      sdpMid: z.optional(z.nullable(text(64))),
      sdpMLineIndex: z.optional(z.nullable(z.int())),
      usernameFragment: z.optional(z.nullable(text(256))),
    }),
  }),
]);
export type RtcSignal = z.infer<typeof rtcSignalSchema>;

/**
 * What travels inside a `signal` message. A peer that is rebuilt gets the next `link` number, so
 * that a late signal of the old one cannot disturb the new one.
 */
const linkSignalSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rtc'), link: z.int().check(z.minimum(1)), signal: rtcSignalSchema }),
  /** From a viewer that hears nothing any more: please look for a way anew. */
  z.object({
    type: z.literal('restart-ice'),
    link: z.int().check(z.minimum(1)),
  }),
  /** From a viewer that found no way to the presenter, as it leaves. */
  z.object({ type: z.literal('given-up'), link: z.int().check(z.minimum(0)) }),
  /** From a viewer whose peer failed: please build the next link. */
  z.object({ type: z.literal('rebuild'), link: z.int().check(z.minimum(1)) }),
]);
export type LinkSignal = z.infer<typeof linkSignalSchema>;

export const encodeLinkSignal = (signal: LinkSignal): string => JSON.stringify(signal);

/** Reads a payload from the other side; `undefined` for anything that is not a signal of ours. */
export function parseLinkSignal(payload: string): LinkSignal | undefined {
  try {
    const parsed = linkSignalSchema.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Reads what simple-peer emits; `undefined` for kinds that one-way sharing never needs. */
export function parseRtcSignal(emitted: unknown): RtcSignal | undefined {
  const parsed = rtcSignalSchema.safeParse(emitted);
  return parsed.success ? parsed.data : undefined;
}

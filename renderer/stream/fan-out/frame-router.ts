import { continueTimeline, type Timeline } from './rtp-timeline.ts';
import type { EncodedFrame, FromWorker } from './worker-messages.ts';

/** What the router needs of its surroundings; `Frame` is whatever the browser encodes. */
export type RouterOutlets<Frame> = {
  report(message: FromWorker): void;
  /** The same picture once more, at `rtpTimestamp` on its receiver's clock; `undefined` when refused. */
  copy(frame: Frame, rtpTimestamp: number): Frame | undefined;
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
};

type Member<Frame> = {
  readonly write: (frame: Frame) => void;
  /** Whose pictures it sends; `undefined` until the next key frame of `next`. */
  source: number | undefined;
  next: number | undefined;
  isMuted: boolean;
  timeline: Timeline | undefined;
  /** Pixels across of what its encoder makes while another one's pictures are sent. */
  placeholderWidth: number;
  /** Until then a key frame of its encoder is due to a change of size, and nobody's wish. */
  restartsUntilMs: number;
  refusedKeyFrames: number;
};

/** Nothing else than a change back to full size makes a placeholder this much wider. */
const FULL_SIZE_FROM = 4;
/** An encoder that was set to another size has started anew by then. */
const RESTART_MS = 1_000;
/** Placeholders that can be under way when an encoder is set to full size. */
const MOST_LATE_PLACEHOLDERS = 2;

/** Sends the pictures of some encoders by way of other senders. Changes happen at key frames only. */
export function createFrameRouter<Frame extends EncodedFrame>(outlets: RouterOutlets<Frame>) {
  const { report, copy, now } = outlets;
  const members = new Map<number, Member<Frame>>();

  const send = (id: number, member: Member<Frame>, source: number, frame: Frame) => {
    const { rtpTimestamp = 0 } = frame.getMetadata();
    const timeline = continueTimeline(member.timeline, { source, rtpTimestamp }, now());
    member.timeline = timeline;
    const isOwn = id === source;
    const isAsItIs = isOwn && timeline.lastTimestamp === rtpTimestamp;
    const moved = isAsItIs ? undefined : copy(frame, timeline.lastTimestamp);
    const sent = moved ?? (isOwn ? frame : undefined);
    if (sent) return member.write(sent);
    member.source = undefined;
    report({ type: 'refused', id });
  };

  const pass = (memberId: number, member: Member<Frame>, id: number, frame: Frame) => {
    if (member.isMuted) return;
    if (frame.type === 'key' && member.next === id) {
      const isOther =
        memberId !== id && (member.source === undefined || member.source === memberId);
      if (isOther) member.restartsUntilMs = now() + RESTART_MS;
      member.source = id;
      member.next = undefined;
      report({ type: 'switched', id: memberId, source: id });
    }
    if (member.source === id) send(memberId, member, id, frame);
  };

  /** False for what an encoder makes only to stay alive. */
  const isPicture = (id: number, member: Member<Frame>, frame: Frame): boolean => {
    if (member.source === id) return true;
    const { width = 0 } = frame.getMetadata();
    if (member.next !== id) {
      member.placeholderWidth = width;
      return false;
    }
    if (member.placeholderWidth === 0 || width >= member.placeholderWidth * FULL_SIZE_FROM) {
      return true;
    }
    if (frame.type === 'key') member.refusedKeyFrames += 1;
    return member.refusedKeyFrames > MOST_LATE_PLACEHOLDERS;
  };

  return {
    /** A sender of its own, sending what it encodes. */
    join(id: number, write: (frame: Frame) => void) {
      members.set(id, {
        ...{ write, source: id, next: undefined, isMuted: false, timeline: undefined },
        ...{ placeholderWidth: 0, restartsUntilMs: 0, refusedKeyFrames: 0 },
      });
    },
    leave(id: number) {
      members.delete(id);
    },
    route(id: number, source: number) {
      const member = members.get(id);
      if (!member) return;
      member.next = member.source === source ? undefined : source;
      member.refusedKeyFrames = 0;
    },
    mute(id: number, isMuted: boolean) {
      const member = members.get(id);
      if (member) {
        // What is left out is missing in the frames after it: only a key frame can begin anew.
        member.next ??= member.source;
        member.source = undefined;
        member.isMuted = isMuted;
      }
      report({ type: 'muted', id, isMuted });
    },
    /** Takes every frame of every encoder, in order. */
    take(id: number, frame: Frame) {
      const encoder = members.get(id);
      if (!encoder) return;
      const isKeyFrame = frame.type === 'key';
      if (!isPicture(id, encoder, frame)) {
        const isWish = encoder.source !== undefined && now() >= encoder.restartsUntilMs;
        if (isKeyFrame && isWish) report({ type: 'key-frame-wanted', id });
        return;
      }
      if (isKeyFrame) report({ type: 'key-frame', id, bytes: frame.data.byteLength });
      // Writing takes the frame's bytes away: its own sender comes last.
      for (const [memberId, member] of members) {
        if (memberId !== id) pass(memberId, member, id, frame);
      }
      pass(id, encoder, id, frame);
    },
  };
}

import type { PictureSender, SenderPlan } from '../picture-sender.ts';
import type { StatsEntry } from '../stats-entry.ts';
import type { FanOutWorker } from './fan-out-browser.ts';
import type { Candidate } from './group-policy.ts';
import {
  conditionBetween,
  type LinkCondition,
  type LinkCount,
  linkCountOf,
} from './link-condition.ts';
import type { FromWorker } from './worker-messages.ts';

/** What an encoder makes whose pictures nobody needs: it stays alive to hear its viewer's wishes. */
const PLACEHOLDER = { shrinkBy: 32, maxFramerate: 5 } as const;

/** One sender among those that share an encoder: what it is to do, and how far it is with it. */
export function createSharedSender(
  of: {
    readonly id: number;
    readonly sender: RTCRtpSender;
    readonly direct: PictureSender;
    readonly stats: () => Promise<readonly StatsEntry[]>;
  },
  post: FanOutWorker['post'],
) {
  const { id, sender, direct, stats } = of;
  const mutedWaiters: (() => void)[] = [];
  let plan: SenderPlan | undefined;
  let track: MediaStreamTrack | null = null;
  let isMuted = false;
  let isForgotten = false;
  /** Whose encoder's pictures it is to send, and whose it sends. */
  let source = id;
  let flowing = id;
  let keyFrameBytes = 0;
  let count: LinkCount | undefined;
  let condition: LinkCondition | undefined;

  /** Its own encoder works at full size only while its pictures are needed. */
  const settle = () => {
    if (plan) direct.apply(source === id || flowing === id ? plan : placeholderOf(plan));
  };
  const nextMuted = () => new Promise<void>((resolve) => mutedWaiters.push(resolve));
  const setMuted = (next: boolean) => {
    if (!next && !isMuted) return;
    isMuted = next;
    post({ type: 'mute', id, isMuted });
  };

  return {
    id,
    direct,
    isShowing: () => track !== null,
    /** Nothing of it has gone out since it was last shown nothing. */
    isMuted: () => isMuted,
    source: () => source,
    isWaiting: () => track !== null && source !== flowing,
    candidate(): Candidate {
      const group = track && plan ? groupOf(plan, sender) : undefined;
      return { id, group, condition, keyFrameBytes };
    },
    /** Reads the statistics once more. */
    async look() {
      const next = linkCountOf(await stats().catch(() => []));
      condition = conditionBetween(count, next) ?? condition;
      count = next;
    },
    /** False when that is what it does already. */
    moveTo(next: number): boolean {
      const isChange = next !== source;
      source = next;
      settle();
      return isChange;
    },
    plan(next: SenderPlan) {
      plan = next;
      settle();
    },
    /** Taking the picture away never waits for anything; it is done once the worker says so. */
    async show(next: MediaStreamTrack | null, onChanged: () => void) {
      track = next;
      const muted = next || isForgotten ? undefined : nextMuted();
      setMuted(next === null);
      onChanged();
      await Promise.all([direct.show(next), muted]);
    },
    take(message: Extract<FromWorker, { type: 'switched' | 'key-frame' | 'muted' }>) {
      if (message.type === 'key-frame') keyFrameBytes = message.bytes;
      else if (message.type === 'switched') {
        flowing = message.source;
        settle();
      } else if (message.isMuted) for (const done of mutedWaiters.splice(0)) done();
    },
    /** No answer is waited for any more. */
    forget() {
      isForgotten = true;
      for (const done of mutedWaiters.splice(0)) done();
    },
  };
}
export type SharedSender = ReturnType<typeof createSharedSender>;

/** Frames fit into another sender's stream only where both have agreed on the same for the codec. */
function groupOf(plan: SenderPlan, sender: RTCRtpSender): string | undefined {
  const mimeType = `video/${plan.codec}`;
  const codec = sender.getParameters().codecs.find((known) => known.mimeType === mimeType);
  return codec && JSON.stringify([plan, codec.payloadType, formatOf(codec.sdpFmtpLine ?? '')]);
}

/** What a frame must comply with; bounds for the bitrate are each viewer's own. */
const formatOf = (sdpFmtpLine: string): string[] =>
  sdpFmtpLine.split(';').filter((parameter) => !parameter.startsWith('x-google-'));

const placeholderOf = (plan: SenderPlan): SenderPlan => ({
  ...plan,
  scaleResolutionDownBy: plan.scaleResolutionDownBy * PLACEHOLDER.shrinkBy,
  maxFramerate: PLACEHOLDER.maxFramerate,
});

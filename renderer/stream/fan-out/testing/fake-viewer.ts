import type { PictureSender, SenderPlan } from '../../picture-sender.ts';
import type { StatsEntry } from '../../stats-entry.ts';
import type { createFrameRouter } from '../frame-router.ts';
import type { SharedEncoding } from '../shared-encoding.ts';
import { type FakeFrame, fakeFrame } from './fake-frames.ts';
import type { createManualClock } from './manual-clock.ts';

export const PLAN: SenderPlan = {
  ...{ codec: 'VP8', maxBitrateBps: 200_000_000, maxFramerate: 30, scaleResolutionDownBy: 1 },
  degradationPreference: 'maintain-resolution',
};
const CODEC = { mimeType: 'video/VP8', clockRate: 90_000 };

type Surroundings = {
  readonly clock: ReturnType<typeof createManualClock>;
  readonly router: ReturnType<typeof createFrameRouter<FakeFrame>>;
  readonly directs: Map<RTCRtpSender, PictureSender>;
  readonly share: SharedEncoding;
};
export type FakeViewer = ReturnType<typeof createFakeViewer>;

/**
 * A viewer on a presenter's side. Its encoder makes a key frame when asked or set to another size,
 * and has sent 100 kB more at each look.
 */
export function createFakeViewer(
  { id, ...codec }: { id: number; payloadType: number; sdpFmtpLine: string },
  { clock, router, directs, share }: Surroundings,
) {
  let plan = PLAN;
  let track: MediaStreamTrack | null = null;
  let bytesSent = 0;
  let isKeyFrameDue = true;
  const link = { available: 50_000_000, sendDelayS: 0, packetsSent: 0 };
  const seen: FakeFrame[] = [];
  let refreshes = 0;
  const direct: PictureSender = {
    async show(next) {
      track = next;
    },
    apply(next) {
      if (next.scaleResolutionDownBy !== plan.scaleResolutionDownBy) isKeyFrameDue = true;
      plan = next;
    },
    refresh() {
      refreshes += 1;
      isKeyFrameDue = true;
    },
    close() {},
  };
  const sender = {
    createEncodedStreams: () => ({ readable: {}, writable: {} }),
    getParameters: () => ({ codecs: [{ ...CODEC, ...codec }] }),
  } as unknown as RTCRtpSender;
  directs.set(sender, direct);
  const stats = async (): Promise<StatsEntry[]> => {
    bytesSent += 100_000;
    link.packetsSent += 100;
    return [
      {
        ...{
          type: 'outbound-rtp',
          id: 'video',
          kind: 'video',
          timestamp: clock.now(),
          bytesSent,
        },
        ...{ packetsSent: link.packetsSent, totalPacketSendDelay: link.sendDelayS },
      },
      {
        ...{ type: 'candidate-pair', id: 'pair', nominated: true },
        availableOutgoingBitrate: link.available,
      },
    ];
  };
  return {
    link,
    picture: share.join(sender, stats),
    take: (frame: FakeFrame) => void seen.push(frame),
    /** Has its encoder make one frame of what it is shown, if anything. */
    encode() {
      if (!track) return;
      const width = Math.round(1_920 / plan.scaleResolutionDownBy);
      const type = isKeyFrameDue ? 'key' : 'delta';
      isKeyFrameDue = false;
      router.take(id, fakeFrame(id, type, { width, rtpTimestamp: clock.now() * 90 }));
    },
    /** The viewer cannot decode what it gets. */
    wantKeyFrame() {
      isKeyFrameDue = true;
    },
    /** How often its encoder was asked for a key frame. */
    refreshes: () => refreshes,
    isAtFullSize: () => track !== null && plan.scaleResolutionDownBy === 1,
    /** Whose pictures were seen since the last call. */
    seen: () => [...new Set(seen.splice(0).map(({ encoder }) => encoder))],
    seenFrames: () => seen.splice(0).map(({ encoder, type }) => `${type} of ${encoder}`),
  };
}

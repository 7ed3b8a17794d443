import type SimplePeer from 'simple-peer';
import { CODEC_NAMES, codecOf, inCodecOrder } from '../stream/codec-order.ts';
import type { PictureSender, SenderPlan } from '../stream/picture-sender.ts';
import type { CodecName } from '../stream/profile.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import { wantCaptureTimes } from './capture-times.ts';
import { createDirectSender, encodingOf } from './direct-sender.ts';
import { tuneAnswer } from './tune-answer.ts';

/** How a presenter's picture starts; all of it can be changed later but the order of codecs. */
export type PictureBeginning = {
  readonly codecOrder: readonly CodecName[];
  readonly plan: SenderPlan;
  readonly startBps: number;
  /** Takes charge of one sender, where several share an encoder. */
  readonly openSender?: (
    sender: RTCRtpSender,
    stats: () => Promise<readonly StatsEntry[]>,
  ) => PictureSender;
};

/** The presenter's sending half of a link. */
export type PictureLine = PictureSender & {
  /** The viewer's answer with our bitrate bounds in it. */
  tuned(answerSdp: string): string;
  /** What the first frame is sent with, in bit/s; `show` waits for it. */
  startAt(startBps: number): void;
  /** What both ends can do; before the answer, what this end can. */
  codecs(): readonly CodecName[];
};

/** A browser's estimate never passes this; without it, libwebrtc stays below 2.5 Mbit/s. */
const MAX_BPS = 200_000_000;
/** How many times too high or too low a start must be. */
const WORTH_IT = 3;

/** Adds the one transceiver that sends, and carries nothing until it is shown a track. */
export function openPictureLine(
  simplePeer: SimplePeer,
  connection: RTCPeerConnection,
  beginning: PictureBeginning,
): PictureLine {
  // The empty stream gives the transceiver an id that the viewer's `stream` event needs.
  simplePeer.addTransceiver('video', {
    direction: 'sendonly',
    streams: [new MediaStream()],
    sendEncodings: [encodingOf(beginning.plan)],
  });
  const [transceiver] = connection.getTransceivers();
  if (!transceiver) throw new Error('the browser made no transceiver');
  const { sender } = transceiver;
  preferCodecs(transceiver, beginning.codecOrder);
  wantCaptureTimes(transceiver);
  const stats = async () => [...(await sender.getStats()).values()] as StatsEntry[];
  const picture = beginning.openSender?.(sender, stats) ?? createDirectSender(sender);
  let startBps = beginning.startBps;
  let answer: string | undefined;
  let wanted: MediaStreamTrack | null = null;
  let starting: Promise<void> = Promise.resolve();
  const renegotiate = async (answerSdp: string) => {
    // The viewer's last answer fits our next offer, since nothing has changed: it need not know.
    await connection.setLocalDescription();
    const sdp = tuneAnswer(answerSdp, { startBps, maxBps: MAX_BPS });
    await connection.setRemoteDescription({ type: 'answer', sdp });
  };

  return {
    ...picture,
    show(track) {
      wanted = track;
      // Taking the picture away never waits for anything.
      return track === null ? picture.show(null) : starting.then(() => picture.show(wanted));
    },
    tuned(answerSdp) {
      answer = answerSdp;
      return tuneAnswer(answerSdp, { startBps, maxBps: MAX_BPS });
    },
    startAt(bps) {
      // Probing makes up for a small difference sooner than a negotiation would.
      const isNear = bps > startBps / WORTH_IT && bps < startBps * WORTH_IT;
      if (isNear || !answer || connection.signalingState !== 'stable') return;
      startBps = bps;
      // A browser that cannot be told where to start starts where it likes.
      starting = renegotiate(answer).catch(() => {});
    },
    codecs() {
      const { codecs } = sender.getParameters();
      if (codecs.length === 0) return CODEC_NAMES;
      return CODEC_NAMES.filter((name) =>
        codecs.some(({ mimeType }) => codecOf(mimeType) === name),
      );
    },
  };
}

function preferCodecs(transceiver: RTCRtpTransceiver, order: readonly CodecName[]): void {
  const able = RTCRtpSender.getCapabilities?.('video');
  // Older browsers offer in an order of their own.
  if (able) transceiver.setCodecPreferences?.(inCodecOrder(able.codecs, order));
}

import { numberOf, type StatsEntry } from '../stats-entry.ts';

/** What makes the presenter's encoder do less than it was asked to (webrtc-stats section 8.4). */
export type EncoderLimit = 'none' | 'cpu' | 'bandwidth' | 'other';

/** How one picture fares right now; `null` is what the browser does not tell, or not yet. */
export type QualityReading = {
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly framesPerSecond: number | null;
  /** The picture alone: without headers, repeats and the padding that probes the link. */
  readonly bitrateBps: number | null;
  readonly codec: string | null;
  /** What encodes or decodes it. */
  readonly coder: string | null;
  readonly isHardware: boolean | null;
  readonly roundTripMs: number | null;
  /** Share of packets lost since the last look, from 0 to 1. */
  readonly lossRatio: number | null;
  /** Presenter only. */
  readonly limit: EncoderLimit | null;
  /** Viewer only: since the last look. */
  readonly freezes: number | null;
  /** Viewer only: how long a frame waited to be shown, since the last look. */
  readonly bufferMs: number | null;
};

/** What only counts up, as it stood at one look. */
export type QualityCounters = {
  readonly atMs: number;
  readonly bytes: number;
  readonly frames: number;
  readonly packets: number;
  readonly lost: number;
  readonly freezes: number;
  readonly bufferMs: number;
  readonly bufferedFrames: number;
};

export type QualityLook = {
  readonly reading: QualityReading;
  /** To be handed in at the next look. */
  readonly counters: QualityCounters;
};

/**
 * Reads a presenter's or a viewer's statistics of one link.
 *
 * @returns `undefined` before anything of a picture is counted
 */
export function lookAtQuality(
  entries: readonly StatsEntry[],
  before: QualityCounters | undefined,
  atMs: number,
): QualityLook | undefined {
  const ofVideo = (type: string) =>
    entries.find((entry) => entry.type === type && entry.kind === 'video');
  const received = ofVideo('inbound-rtp');
  const flow = received ?? ofVideo('outbound-rtp');
  if (!flow) return undefined;
  const told = received ?? ofVideo('remote-inbound-rtp');
  const counters = countersOf(flow, told, atMs);
  // Counters that fall are those of another flow.
  const since = before && counters.bytes >= before.bytes ? before : undefined;
  const codec = entries.find(({ id }) => id === flow.codecId);
  const [width, height] = [numberOf(flow.frameWidth), numberOf(flow.frameHeight)];
  return {
    counters,
    reading: {
      size: width && height ? { width, height } : null,
      codec: codecNameOf(codec?.mimeType),
      ...coderOf(flow),
      roundTripMs: roundTripOf(entries),
      limit: received ? null : limitOf(flow.qualityLimitationReason),
      ...changesOf(since, counters),
      ...(received ? {} : { freezes: null, bufferMs: null }),
    },
  };
}

function countersOf(flow: StatsEntry, told: StatsEntry | undefined, atMs: number): QualityCounters {
  const count = (name: string) => numberOf(flow[name]) ?? 0;
  const lost = Math.max(0, numberOf(told?.packetsLost) ?? 0);
  const isReceived = flow.type === 'inbound-rtp';
  return {
    atMs,
    bytes: isReceived
      ? count('bytesReceived')
      : count('bytesSent') - count('retransmittedBytesSent'),
    frames: isReceived ? count('framesDecoded') : count('framesEncoded'),
    packets: isReceived ? count('packetsReceived') + lost : count('packetsSent'),
    lost,
    freezes: count('freezeCount'),
    bufferMs: count('jitterBufferDelay') * 1_000,
    bufferedFrames: count('jitterBufferEmittedCount'),
  };
}

type Changes = Pick<
  QualityReading,
  'framesPerSecond' | 'bitrateBps' | 'lossRatio' | 'freezes' | 'bufferMs'
>;

function changesOf(before: QualityCounters | undefined, now: QualityCounters): Changes {
  const seconds = before ? (now.atMs - before.atMs) / 1_000 : 0;
  if (!before || seconds <= 0) {
    return {
      framesPerSecond: null,
      bitrateBps: null,
      lossRatio: null,
      freezes: null,
      bufferMs: null,
    };
  }
  const packets = now.packets - before.packets;
  const buffered = now.bufferedFrames - before.bufferedFrames;
  return {
    framesPerSecond: Math.max(0, now.frames - before.frames) / seconds,
    bitrateBps: (Math.max(0, now.bytes - before.bytes) * 8) / seconds,
    lossRatio: packets > 0 ? Math.min(1, Math.max(0, now.lost - before.lost) / packets) : null,
    freezes: Math.max(0, now.freezes - before.freezes),
    bufferMs: buffered > 0 ? Math.max(0, now.bufferMs - before.bufferMs) / buffered : null,
  };
}

/** `video/VP8` as people know it. */
const codecNameOf = (mimeType: unknown): string | null =>
  typeof mimeType === 'string' ? (mimeType.split('/')[1] ?? null) : null;

/** Wrappers name what they wrap in brackets. */
const SOFTWARE = /libvpx|libaom|openh264|dav1d|ffmpeg/i;

function coderOf(flow: StatsEntry): Pick<QualityReading, 'coder' | 'isHardware'> {
  const isReceived = flow.type === 'inbound-rtp';
  const name = isReceived ? flow.decoderImplementation : flow.encoderImplementation;
  const isEfficient = isReceived ? flow.powerEfficientDecoder : flow.powerEfficientEncoder;
  const coder = typeof name === 'string' && name !== 'unknown' ? name : null;
  if (typeof isEfficient === 'boolean') return { coder, isHardware: isEfficient };
  return { coder, isHardware: coder !== null && SOFTWARE.test(coder) ? false : null };
}

function roundTripOf(entries: readonly StatsEntry[]): number | null {
  const transport = entries.find(({ type }) => type === 'transport');
  const pair =
    entries.find(({ id }) => id === transport?.selectedCandidatePairId) ??
    // Firefox has no transport entry.
    entries.find((entry) => entry.type === 'candidate-pair' && entry.selected === true);
  const seconds = numberOf(pair?.currentRoundTripTime);
  return seconds === undefined ? null : seconds * 1_000;
}

const LIMITS: readonly EncoderLimit[] = ['none', 'cpu', 'bandwidth', 'other'];

const limitOf = (reason: unknown): EncoderLimit | null =>
  LIMITS.find((limit) => limit === reason) ?? null;

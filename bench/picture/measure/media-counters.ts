import type { Page } from '@playwright/test';

/** What a page's connections have sent and received of pictures so far. */
export type MediaCounters = {
  framesEncoded: number;
  encodeSeconds: number;
  framesDecoded: number;
  decodeSeconds: number;
  /** Payload of media packets; neither headers nor what is sent twice or to probe the way. */
  mediaBytes: number;
  /** Sent again because it was lost, or only to find out how fast the way is. */
  repeatedBytes: number;
  headerAndPaddingBytes: number;
  /** Of every data channel. */
  channelBytes: number;
  /** How often the screen is captured in a second, at most. */
  captureRate: number;
  codec: string;
  encoder: string;
  width: number;
  height: number;
  keyFrames: number;
  limitation: string;
};

const EMPTY: MediaCounters = {
  framesEncoded: 0,
  encodeSeconds: 0,
  framesDecoded: 0,
  decodeSeconds: 0,
  mediaBytes: 0,
  repeatedBytes: 0,
  headerAndPaddingBytes: 0,
  channelBytes: 0,
  captureRate: 0,
  codec: '',
  encoder: '',
  width: 0,
  height: 0,
  keyFrames: 0,
  limitation: '',
};

/** Reads the counters of every connection that rememberConnections has kept. */
export const readMedia = (page: Page): Promise<MediaCounters> => page.evaluate(countMedia, EMPTY);

async function countMedia(empty: MediaCounters): Promise<MediaCounters> {
  const { rtcConnections = [] } = globalThis as unknown as { rtcConnections?: RTCPeerConnection[] };
  const sum = { ...empty };
  const add = (
    report: Record<string, number | string | undefined>,
    codecs: Map<string, string>,
  ) => {
    const of = (name: string) => Number(report[name] ?? 0);
    if (report.type === 'data-channel') sum.channelBytes += of('bytesReceived') + of('bytesSent');
    if (report.kind !== 'video') return;
    if (report.type === 'inbound-rtp') {
      sum.framesDecoded += of('framesDecoded');
      sum.decodeSeconds += of('totalDecodeTime');
      sum.mediaBytes += of('bytesReceived') - of('retransmittedBytesReceived');
      sum.repeatedBytes += of('retransmittedBytesReceived');
      sum.headerAndPaddingBytes += of('headerBytesReceived');
      sum.codec = codecs.get(String(report.codecId)) ?? sum.codec;
      sum.width = Math.max(sum.width, of('frameWidth'));
      sum.height = Math.max(sum.height, of('frameHeight'));
    }
    if (report.type === 'outbound-rtp') {
      sum.framesEncoded += of('framesEncoded');
      sum.encodeSeconds += of('totalEncodeTime');
      sum.mediaBytes += of('bytesSent') - of('retransmittedBytesSent');
      sum.repeatedBytes += of('retransmittedBytesSent');
      sum.headerAndPaddingBytes += of('headerBytesSent');
      sum.keyFrames += of('keyFramesEncoded');
      sum.codec = codecs.get(String(report.codecId)) ?? sum.codec;
      sum.encoder = String(report.encoderImplementation ?? sum.encoder);
      sum.limitation = String(report.qualityLimitationReason ?? sum.limitation);
    }
  };
  for (const connection of rtcConnections) {
    if (connection.connectionState === 'closed') continue;
    const reports = [...(await connection.getStats()).values()];
    const codecs = new Map(reports.map(({ id, mimeType }) => [id, mimeType ?? '']));
    for (const report of reports) add(report, codecs);
    for (const { track } of connection.getSenders()) {
      if (track?.kind !== 'video') continue;
      sum.captureRate = Math.max(sum.captureRate, track.getSettings().frameRate ?? 0);
    }
  }
  return sum;
}

/** What was added between two readings. */
export function addedSince(before: MediaCounters, after: MediaCounters): MediaCounters {
  const added = { ...after };
  for (const name of COUNTS) added[name] = after[name] - before[name];
  return added;
}

const COUNTS = [
  'framesEncoded',
  'encodeSeconds',
  'framesDecoded',
  'decodeSeconds',
  'mediaBytes',
  'repeatedBytes',
  'headerAndPaddingBytes',
  'channelBytes',
  'keyFrames',
] as const;

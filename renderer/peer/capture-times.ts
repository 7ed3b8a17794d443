import type { CapturedFrame } from '../stream/quality/frame-latency.ts';
import { numberOf } from '../stream/stats-entry.ts';

/** Each frame tells when it was captured, by the presenter's clock. */
const CAPTURE_TIME = /\/abs-capture-time$/;
/** NTP counts from 1900. */
const NTP_TO_UNIX_MS = 2_208_988_800_000;

type HeaderExtension = { readonly uri: string; direction: RTCRtpTransceiverDirection };
type WithHeaderExtensions = {
  getHeaderExtensionsToNegotiate?(): HeaderExtension[];
  setHeaderExtensionsToNegotiate?(extensions: HeaderExtension[]): void;
};

/** Before the description is made; where a browser cannot, nobody knows how late its picture is. */
export function wantCaptureTimes(transceiver: RTCRtpTransceiver): void {
  const able = transceiver as WithHeaderExtensions;
  const extensions = able.getHeaderExtensionsToNegotiate?.() ?? [];
  const wanted = extensions.filter(({ uri }) => CAPTURE_TIME.test(uri));
  if (wanted.length === 0) return;
  for (const extension of wanted) extension.direction = 'sendrecv';
  able.setHeaderExtensionsToNegotiate?.(extensions);
}

/** The newest frame that has told when it was captured; `undefined` where none has. */
export function newestCaptured(receiver: RTCRtpReceiver | undefined): CapturedFrame | undefined {
  const source: object | undefined = receiver?.getSynchronizationSources()[0];
  const { rtpTimestamp, captureTimestamp } = (source ?? {}) as Record<string, unknown>;
  const ticks = numberOf(rtpTimestamp);
  const ntpMs = numberOf(captureTimestamp);
  if (ticks === undefined || ntpMs === undefined) return undefined;
  return { rtpTimestamp: ticks, capturedAtMs: ntpMs - NTP_TO_UNIX_MS };
}

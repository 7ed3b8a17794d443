import { describe, expect, it } from 'vitest';
import { newestCaptured, wantCaptureTimes } from './capture-times.ts';

const CAPTURE = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time';
const OTHER = 'urn:ietf:params:rtp-hdrext:sdes:mid';

describe('asking for capture times', () => {
  it('turns on that one header extension and leaves the others alone', () => {
    let negotiated: unknown;
    wantCaptureTimes({
      getHeaderExtensionsToNegotiate: () => [
        { uri: OTHER, direction: 'recvonly' },
        { uri: CAPTURE, direction: 'stopped' },
      ],
      setHeaderExtensionsToNegotiate(extensions: unknown) {
        negotiated = extensions;
      },
    } as unknown as RTCRtpTransceiver);
    expect(negotiated).toEqual([
      { uri: OTHER, direction: 'recvonly' },
      { uri: CAPTURE, direction: 'sendrecv' },
    ]);
  });

  it('does nothing in a browser that cannot, or does not know it', () => {
    expect(() => wantCaptureTimes({} as RTCRtpTransceiver)).not.toThrow();
    wantCaptureTimes({
      getHeaderExtensionsToNegotiate: () => [{ uri: OTHER, direction: 'sendrecv' }],
      setHeaderExtensionsToNegotiate() {
        throw new Error('nothing was to be changed');
      },
    } as unknown as RTCRtpTransceiver);
  });
});

describe('the newest frame with a capture time', () => {
  const receiverOf = (...sources: object[]) =>
    ({ getSynchronizationSources: () => sources }) as unknown as RTCRtpReceiver;

  it('is told in milliseconds since 1970', () => {
    const source = { rtpTimestamp: 2_653_976_782, captureTimestamp: 4_004_268_881_696 };
    expect(newestCaptured(receiverOf(source))).toEqual({
      rtpTimestamp: 2_653_976_782,
      capturedAtMs: 1_795_280_081_696,
    });
  });

  it.each([
    ['no receiver', undefined],
    ['no source', receiverOf()],
    ['no capture time', receiverOf({ rtpTimestamp: 7 })],
    ['a capture time that is none', receiverOf({ rtpTimestamp: 7, captureTimestamp: null })],
  ])('is unknown with %s', (_, receiver) => {
    expect(newestCaptured(receiver)).toBeUndefined();
  });
});

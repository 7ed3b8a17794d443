import { describe, expect, it } from 'vitest';
import type { StatsEntry } from '../stats-entry.ts';
import { lookAtQuality } from './quality-reading.ts';

const link: StatsEntry[] = [
  { type: 'transport', id: 'T', selectedCandidatePairId: 'P' },
  { type: 'candidate-pair', id: 'other', currentRoundTripTime: 9 },
  { type: 'candidate-pair', id: 'P', currentRoundTripTime: 0.0124 },
  { type: 'codec', id: 'C', mimeType: 'video/AV1' },
];
const received = (counts: Record<string, unknown>): StatsEntry[] => [
  ...link,
  { type: 'inbound-rtp', id: 'A', kind: 'audio', bytesReceived: 5_000_000 },
  {
    ...{ type: 'inbound-rtp', id: 'V', kind: 'video', codecId: 'C' },
    ...{ frameWidth: 1920, frameHeight: 1080, decoderImplementation: 'dav1d' },
    ...counts,
  },
];
const sent = (counts: Record<string, unknown>, told: Record<string, unknown> = {}) => [
  ...link,
  {
    ...{ type: 'outbound-rtp', id: 'V', kind: 'video', codecId: 'C' },
    ...{ encoderImplementation: 'libaom', qualityLimitationReason: 'bandwidth' },
    ...counts,
  },
  { type: 'remote-inbound-rtp', id: 'R', kind: 'video', ...told },
];

describe('a reading of a picture that arrives', () => {
  it('says what it is, before there is anything to compare with', () => {
    expect(lookAtQuality(received({ bytesReceived: 1_000 }), undefined, 0)?.reading).toEqual({
      size: { width: 1920, height: 1080 },
      codec: 'AV1',
      coder: 'dav1d',
      isHardware: false,
      roundTripMs: 12.4,
      limit: null,
      framesPerSecond: null,
      bitrateBps: null,
      lossRatio: null,
      freezes: null,
      bufferMs: null,
    });
  });

  it('counts what has come since the last look', () => {
    const first = lookAtQuality(
      received({
        ...{ bytesReceived: 1_000, framesDecoded: 100, packetsReceived: 50, packetsLost: 2 },
        ...{ freezeCount: 1, jitterBufferDelay: 3, jitterBufferEmittedCount: 100 },
      }),
      undefined,
      1_000,
    );
    const second = lookAtQuality(
      received({
        ...{ bytesReceived: 251_000, framesDecoded: 160, packetsReceived: 140, packetsLost: 12 },
        ...{ freezeCount: 2, jitterBufferDelay: 3.6, jitterBufferEmittedCount: 160 },
      }),
      first?.counters,
      3_000,
    );
    expect(second?.reading).toMatchObject({
      bitrateBps: 1_000_000,
      framesPerSecond: 30,
      lossRatio: 0.1,
      freezes: 1,
    });
    expect(second?.reading.bufferMs).toBeCloseTo(10);
  });

  it('starts anew where the counters belong to another flow', () => {
    const first = lookAtQuality(received({ bytesReceived: 9_000 }), undefined, 0);
    const second = lookAtQuality(received({ bytesReceived: 100 }), first?.counters, 1_000);
    expect(second?.reading).toMatchObject({ bitrateBps: null, framesPerSecond: null });
  });

  it('believes no clock that stands still', () => {
    const first = lookAtQuality(received({ bytesReceived: 100 }), undefined, 5);
    const second = lookAtQuality(received({ bytesReceived: 900 }), first?.counters, 5);
    expect(second?.reading.bitrateBps).toBeNull();
  });

  it('has nothing to say before there is a picture', () => {
    expect(lookAtQuality(link, undefined, 0)).toBeUndefined();
  });
});

describe('a reading of a picture that is sent', () => {
  it('leaves repeats out, and takes the loss from what the viewer tells', () => {
    const first = lookAtQuality(
      sent({ bytesSent: 1_000, retransmittedBytesSent: 0, packetsSent: 100 }, { packetsLost: 0 }),
      undefined,
      0,
    );
    const second = lookAtQuality(
      sent(
        { bytesSent: 141_000, retransmittedBytesSent: 15_000, packetsSent: 200, framesEncoded: 15 },
        { packetsLost: 5 },
      ),
      first?.counters,
      1_000,
    );
    expect(second?.reading).toMatchObject({
      bitrateBps: 1_000_000,
      framesPerSecond: 15,
      lossRatio: 0.05,
      limit: 'bandwidth',
      freezes: null,
      bufferMs: null,
    });
  });

  it.each([
    [{ powerEfficientEncoder: true, encoderImplementation: 'VAAPI' }, 'VAAPI', true],
    [{ powerEfficientEncoder: false }, 'libaom', false],
    [{ encoderImplementation: 'SimulcastEncoderAdapter (libvpx, libvpx)' }, undefined, false],
    [{ encoderImplementation: 'MediaFoundationVideoEncodeAccelerator' }, undefined, null],
    [{ encoderImplementation: 'unknown' }, null, null],
    [{ encoderImplementation: 7, qualityLimitationReason: 'magic' }, null, null],
  ] as const)('tells hardware from software by %j', (counts, coder, isHardware) => {
    const reading = lookAtQuality(sent(counts), undefined, 0)?.reading;
    expect(reading?.isHardware).toBe(isHardware);
    if (coder !== undefined) expect(reading?.coder).toBe(coder);
  });
});

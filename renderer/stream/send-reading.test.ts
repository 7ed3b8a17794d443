import { describe, expect, it } from 'vitest';
import { sendReadingOf } from './send-reading.ts';

const pair = {
  type: 'candidate-pair',
  id: 'P',
  nominated: true,
  availableOutgoingBitrate: 7_000_000,
};
const other = { ...pair, id: 'Q', availableOutgoingBitrate: 1 };
const transport = { type: 'transport', id: 'T', selectedCandidatePairId: 'P' };

describe('what the adaptation goes by', () => {
  it('is the estimate of the pair in use', () => {
    expect(sendReadingOf([other, pair, transport]).estimateBps).toBe(7_000_000);
    expect(sendReadingOf([pair]).estimateBps).toBe(7_000_000);
    expect(sendReadingOf([]).estimateBps).toBeNull();
  });

  it('is whether the encoder keeps up', () => {
    const video = { type: 'outbound-rtp', id: 'O', kind: 'video' };
    expect(sendReadingOf([{ ...video, qualityLimitationReason: 'cpu' }]).isCpuLimited).toBe(true);
    expect(sendReadingOf([{ ...video, qualityLimitationReason: 'bandwidth' }]).isCpuLimited).toBe(
      false,
    );
  });
});

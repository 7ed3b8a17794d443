import { describe, expect, it } from 'vitest';
import type { StatsEntry } from '../stats-entry.ts';
import { conditionBetween, linkCountOf } from './link-condition.ts';

const entries = (outbound: Record<string, unknown>, available?: number): StatsEntry[] => [
  { type: 'candidate-pair', id: 'other', nominated: true, availableOutgoingBitrate: 1 },
  {
    ...{ type: 'candidate-pair', id: 'used' },
    ...(available === undefined ? {} : { availableOutgoingBitrate: available }),
  },
  { type: 'transport', id: 'transport', selectedCandidatePairId: 'used' },
  { type: 'outbound-rtp', id: 'video', kind: 'video', ...outbound },
  { type: 'remote-inbound-rtp', id: 'remote', kind: 'video', fractionLost: 0.25 },
];

describe('the condition of a link', () => {
  it('is what happened between two looks', () => {
    const before = linkCountOf(
      entries({ timestamp: 1_000, bytesSent: 0, packetsSent: 10, totalPacketSendDelay: 1 }, 5e6),
    );
    const after = linkCountOf(
      entries(
        {
          ...{ timestamp: 1_500, bytesSent: 50_000, packetsSent: 60, totalPacketSendDelay: 2 },
          ...{ pliCount: 2, firCount: 1, qualityLimitationReason: 'bandwidth' },
        },
        4e6,
      ),
    );
    expect(conditionBetween(before, after)).toEqual({
      availableBps: 4e6,
      sentBps: 800_000,
      sendDelayMs: 20,
      lossRatio: 0.25,
      keyFramesWanted: 3,
      isBandwidthLimited: true,
    });
  });

  it('cannot be told from one look, without an estimate, or when counting began anew', () => {
    const sent = (timestamp: number, packetsSent: number) =>
      linkCountOf(entries({ timestamp, packetsSent }, 5e6));
    expect(linkCountOf([])).toBeUndefined();
    expect(conditionBetween(undefined, sent(0, 1))).toBeUndefined();
    expect(conditionBetween(sent(0, 1), undefined)).toBeUndefined();
    expect(conditionBetween(sent(0, 1), sent(0, 2))).toBeUndefined();
    expect(conditionBetween(sent(0, 9), sent(500, 2))).toBeUndefined();
    const blind = linkCountOf(entries({ timestamp: 500, packetsSent: 2 }));
    expect(conditionBetween(sent(0, 1), blind)).toBeUndefined();
  });

  it('waits for nothing when nothing was sent', () => {
    const idle = (timestamp: number) => linkCountOf(entries({ timestamp }, 5e6));
    expect(conditionBetween(idle(0), idle(500))).toMatchObject({ sentBps: 0, sendDelayMs: 0 });
  });
});

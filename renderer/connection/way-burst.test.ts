import { describe, expect, it } from 'vitest';
import { createBurstMeter, sendBurst } from './way-burst.ts';

function burst(): Uint8Array[] {
  const packets: Uint8Array[] = [];
  sendBurst({ send: (packet) => packets.push(packet) > 0, waitingBytes: () => 0 });
  return packets;
}

describe('a burst ahead of the first frame', () => {
  it('shows how fast a slow way is', () => {
    let atMs = 0;
    const meter = createBurstMeter(() => atMs);
    for (const packet of burst()) {
      meter.take(packet);
      atMs += (packet.byteLength * 8) / 1_000;
    }
    expect(meter.isWhole()).toBe(true);
    expect(meter.arrivalBps()).toBeCloseTo(1_000_000, -3);
  });

  it('does not take a coarse clock for endless speed', () => {
    const meter = createBurstMeter(() => 5);
    for (const packet of burst()) meter.take(packet);
    expect(meter.arrivalBps()).toBe(50_000_000);
  });

  it('says nothing when too little arrived', () => {
    const meter = createBurstMeter(() => 0);
    expect(meter.arrivalBps()).toBeUndefined();
    for (const packet of burst().slice(0, 2)) meter.take(packet);
    expect(meter.arrivalBps()).toBeUndefined();
    expect(meter.isWhole()).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientMessage } from '../../signaling/protocol.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import { createSeal } from '../trust/seal.ts';
import { openPeerLine } from './peer-line.ts';
import { OUTBOX_LENGTH } from './signal-queue.ts';
import { createManualClock } from './testing/manual-clock.ts';

const HERE = 'a'.repeat(32);
const THERE = 'b'.repeat(32);
const roomKey = new Uint8Array(32).fill(1);
const pair = { roomId: 'c'.repeat(32), presenterId: HERE, viewerId: THERE };
const fill = (bytes: Uint8Array<ArrayBuffer>) => void bytes.fill(2);
const sealOf = (role: 'presenter' | 'viewer') => createSeal(roomKey, pair, role, fill);
const signalOf = (link: number): LinkSignal => ({ type: 'rebuild', link });

/** Two lines with a network between them that does to each frame what `fates` says. */
function connectLines(fates: readonly ('arrives' | 'lost' | 'twice')[]) {
  const clock = createManualClock();
  const arrived: number[] = [];
  let frames = 0;
  const through = (deliver: (message: ClientMessage) => void) => (message: ClientMessage) => {
    const fate = fates[frames] ?? 'arrives';
    frames += 1;
    if (fate !== 'lost') deliver(message);
    if (fate === 'twice') deliver(message);
    return true;
  };
  const common = { schedule: clock.schedule, onOverflow: () => {}, onTampered: () => {} };
  const sending = openPeerLine(THERE, sealOf('presenter'), {
    ...common,
    send: through((message) => {
      if (message.type === 'signal') receiving.receive({ ...message, peerId: HERE });
    }),
    onSignal: () => {},
  });
  const receiving = openPeerLine(HERE, sealOf('viewer'), {
    ...common,
    send: through((message) => {
      if (message.type === 'signal-ack') sending.receiveAck({ ...message, peerId: THERE });
    }),
    onSignal: (signal) => arrived.push(signal.link),
  });
  return { clock, arrived, sending, receiving };
}

describe('the line between two peers', () => {
  it('delivers every signal once and in order over a network that loses and doubles', () => {
    const fate = fc.constantFrom('arrives' as const, 'lost' as const, 'twice' as const);
    fc.assert(
      fc.property(
        fc.array(fate, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (fates, count) => {
          const { clock, arrived, sending } = connectLines(fates);
          const links = Array.from({ length: count }, (_, index) => index + 1);
          for (const link of links) sending.send(signalOf(link));
          clock.advance(10 * 60_000);
          expect(arrived).toEqual(links);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stops repeating once everything is acknowledged, or the line is closed', () => {
    const { clock, sending, arrived } = connectLines(['lost']);
    sending.send(signalOf(1));
    sending.close();
    clock.advance(60_000);
    expect(arrived).toEqual([]);
  });

  it('reports a peer that acknowledges nothing instead of queueing without end', () => {
    const sent: ClientMessage[] = [];
    let overflows = 0;
    const line = openPeerLine(THERE, sealOf('presenter'), {
      onTampered: () => {},
      send: (message) => sent.push(message) > 0,
      schedule: createManualClock().schedule,
      onSignal: () => {},
      onOverflow: () => {
        overflows += 1;
      },
    });
    for (let link = 1; link <= OUTBOX_LENGTH + 1; link += 1) line.send(signalOf(link));
    expect(overflows).toBe(1);
    expect(sent).toHaveLength(OUTBOX_LENGTH);
  });
});

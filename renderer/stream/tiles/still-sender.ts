import type { ByteLine } from '../byte-line.ts';
import type { LinkConditions } from './link-conditions.ts';
import { type FinishedStill, isSent, nextPacket, type OutgoingStill } from './outgoing-still.ts';
import type { ScreenState } from './screen-state.ts';
import {
  allowedBytes,
  createFlight,
  inFlight,
  noteReceipt,
  noteSent,
  SMALL_PACKET_BYTES,
  tileRateBps,
} from './tile-budget.ts';
import { createPace, earn, spendCredit } from './tile-pace.ts';
import { isOutdated, noteGivenUp, noteSending, type SentTiles } from './viewer-tiles.ts';

/** Sends stills over one line, no faster than its budget allows. */
export type StillSender = {
  /** Sends a packet of another kind; false when the line does not take it. */
  sendNow(packet: Uint8Array<ArrayBuffer>): boolean;
  /** Whether it can take another still. */
  isFree(): boolean;
  /** Takes the still that goes out after the one that is going out. */
  queue(still: FinishedStill): void;
  /** Sends as much as may be under way. */
  advance(screen: ScreenState, sent: SentTiles, given: LinkConditions): void;
  /** @param receivedModulo bytes the viewer has received, modulo 2^32 */
  receipt(receivedModulo: number, isVideoResting: boolean): void;
  rateBps(screen: ScreenState, given: LinkConditions): number;
  measuredBps(): number | null;
  drop(): void;
};

const MOVING_FOR_MS = 250;

export function createStillSender(line: ByteLine, now: () => number): StillSender {
  let flight = createFlight();
  let pace = createPace(now());
  let sending: OutgoingStill | undefined;
  let ready: FinishedStill | undefined;

  const isMoving = (screen: ScreenState) => now() - screen.lastMoveMs < MOVING_FOR_MS;
  const sendNow = (packet: Uint8Array<ArrayBuffer>) => {
    if (!line.send(packet)) return false;
    flight = noteSent(flight, packet.length, now());
    return true;
  };
  /** The still to go on with; what has changed meanwhile is not worth its bytes. */
  const current = (screen: ScreenState, sent: SentTiles): OutgoingStill | undefined => {
    if (sending && isOutdated(screen, sending.still.patch, sending.still.frame)) {
      noteGivenUp(sent, screen, sending.still.patch);
      sending = undefined;
    }
    if (!sending && ready) {
      const isWorthIt = !isOutdated(screen, ready.patch, ready.frame);
      sending = isWorthIt ? { still: ready, sentBytes: 0 } : undefined;
      ready = undefined;
    }
    return sending;
  };
  return {
    sendNow,
    isFree: () => ready === undefined,
    queue(still) {
      ready = still;
    },
    advance(screen, sent, given) {
      const allowed = allowedBytes(flight, given, isMoving(screen));
      pace = earn(pace, tileRateBps(flight, given, isMoving(screen)), now());
      for (;;) {
        const going = current(screen, sent);
        if (!going) return;
        const { packet, rest } = nextPacket(going, Math.max(SMALL_PACKET_BYTES, allowed / 4));
        const underWay = inFlight(flight);
        if (underWay > 0 && underWay + packet.length > allowed) return;
        // Without video there is nobody to leave the rest to.
        if (!given.isVideoResting && pace.creditBytes <= 0) return;
        if (!sendNow(packet)) return;
        pace = spendCredit(pace, packet.length);
        if (going.sentBytes === 0) noteSending(sent, screen, going.still, now());
        sending = isSent(rest) ? undefined : rest;
      }
    },
    receipt(receivedModulo, isVideoResting) {
      flight = noteReceipt(flight, receivedModulo, now(), isVideoResting);
    },
    rateBps: (screen, given) => tileRateBps(flight, given, isMoving(screen)),
    measuredBps: () => flight.measuredBps,
    drop() {
      sending = undefined;
      ready = undefined;
    },
  };
}

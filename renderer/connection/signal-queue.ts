/** A signal as it travels: numbered per direction and pair of peers, from 1. */
export type NumberedSignal = { readonly sequence: number; readonly payload: string };

/** Unacknowledged signals kept per peer; more than a peer that negotiates can ever need. */
export const OUTBOX_LENGTH = 256;

/** Keeps what was sent until it is acknowledged (docs/protocol.md, "Relaying"). */
export function createSignalOutbox() {
  let lastSequence = 0;
  let unacknowledged: NumberedSignal[] = [];
  return {
    /** Numbers a payload; `undefined` when the other side has not acknowledged for too long. */
    add(payload: string): NumberedSignal | undefined {
      if (unacknowledged.length >= OUTBOX_LENGTH) return undefined;
      lastSequence += 1;
      const signal = { sequence: lastSequence, payload };
      unacknowledged.push(signal);
      return signal;
    },
    /** Everything up to and including `sequence` has arrived. */
    acknowledge(sequence: number): void {
      unacknowledged = unacknowledged.filter((signal) => signal.sequence > sequence);
    },
    unacknowledged: (): readonly NumberedSignal[] => unacknowledged,
  };
}

/** Delivers each signal once and in order, whatever is repeated or missing on the way. */
export function createSignalInbox() {
  let lastSequence = 0;
  return {
    /** The verdict on one arrival, and the sequence to acknowledge (0: nothing yet). */
    accept(sequence: number): { isNew: boolean; acknowledge: number } {
      const isNew = sequence === lastSequence + 1;
      if (isNew) lastSequence = sequence;
      return { isNew, acknowledge: lastSequence };
    },
  };
}

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
    add(createPayload: (sequence: number) => string): NumberedSignal | undefined {
      if (unacknowledged.length >= OUTBOX_LENGTH) return undefined;
      lastSequence += 1;
      const signal = { sequence: lastSequence, payload: createPayload(lastSequence) };
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

/** Lets each signal through once and in order, whatever is repeated, missing or late on the way. */
export function createSignalInbox<Arrival>() {
  let lastSequence = 0;
  const early = new Map<number, Arrival>();
  return {
    /** Whether this number is still of use: not seen before, and not absurdly far ahead. */
    isAwaited: (sequence: number): boolean =>
      sequence > lastSequence && sequence <= lastSequence + OUTBOX_LENGTH && !early.has(sequence),
    /** Everything up to this number has been let through. */
    lastSequence: (): number => lastSequence,
    /** Takes an awaited arrival in; returns all that can be let through now, in order. */
    take(sequence: number, arrival: Arrival): readonly Arrival[] {
      early.set(sequence, arrival);
      const ready: Arrival[] = [];
      for (;;) {
        const next = early.get(lastSequence + 1);
        if (next === undefined) return ready;
        early.delete(lastSequence + 1);
        lastSequence += 1;
        ready.push(next);
      }
    },
  };
}

import type { ClientMessage, ServerMessageOf } from '../../signaling/protocol.ts';
import { encodeLinkSignal, type LinkSignal, parseLinkSignal } from '../peer/link-signal.ts';
import type { Seal } from '../trust/seal.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';
import { createSignalInbox, createSignalOutbox, type NumberedSignal } from './signal-queue.ts';

/** Carries sealed signals to and from one peer without loss, doubling or reordering. */
export type PeerLine = {
  send(signal: LinkSignal): void;
  receive(message: ServerMessageOf<'signal'>): void;
  receiveAck(message: ServerMessageOf<'signal-ack'>): void;
  /** Sends everything unacknowledged again, as after the socket came back. */
  resend(): void;
  close(): void;
};

export function openPeerLine(
  peerId: string,
  seal: Seal,
  deps: {
    readonly send: (message: ClientMessage) => boolean;
    readonly schedule: Schedule;
    readonly onSignal: (signal: LinkSignal) => void;
    /** Something arrived that the other side did not seal. It has been ignored. */
    readonly onTampered: () => void;
    /** The other side has not acknowledged for so long that the line is useless. */
    readonly onOverflow: () => void;
  },
): PeerLine {
  const outbox = createSignalOutbox();
  const inbox = createSignalInbox<string>();
  const resendTimer = createTimer(deps.schedule);

  const transmit = (signal: NumberedSignal) => deps.send({ type: 'signal', peerId, ...signal });
  const acknowledge = () => {
    const sequence = inbox.lastSequence();
    if (sequence > 0) deps.send({ type: 'signal-ack', peerId, sequence });
  };

  const resend = () => {
    for (const signal of outbox.unacknowledged()) transmit(signal);
    scheduleResend();
  };
  const scheduleResend = () => {
    if (outbox.unacknowledged().length === 0) resendTimer.cancel();
    else resendTimer.start(RECONNECT.signalResendMs, resend);
  };

  return {
    send(signal) {
      const text = encodeLinkSignal(signal);
      const numbered = outbox.add((sequence) => seal.seal(text, sequence));
      if (!numbered) return deps.onOverflow();
      transmit(numbered);
      if (outbox.unacknowledged().length === 1) scheduleResend();
    },
    receive(message) {
      if (message.peerId !== peerId) return;
      if (!inbox.isAwaited(message.sequence)) return acknowledge();
      // Only what opens counts as arrived, or a forgery could take the place of the real one.
      const text = seal.open(message.payload, message.sequence);
      if (text === undefined) return deps.onTampered();
      const ready = inbox.take(message.sequence, text);
      acknowledge();
      for (const signal of ready.map(parseLinkSignal)) if (signal) deps.onSignal(signal);
    },
    receiveAck(message) {
      if (message.peerId !== peerId) return;
      outbox.acknowledge(message.sequence);
      scheduleResend();
    },
    resend,
    close: resendTimer.cancel,
  };
}

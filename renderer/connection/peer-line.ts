import type { ClientMessage, ServerMessageOf } from '../../signaling/protocol.ts';
import { encodeLinkSignal, type LinkSignal, parseLinkSignal } from '../peer/link-signal.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';
import { createSignalInbox, createSignalOutbox, type NumberedSignal } from './signal-queue.ts';

/** Carries signals to and from one peer without loss, doubling or reordering. */
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
  deps: {
    readonly send: (message: ClientMessage) => boolean;
    readonly schedule: Schedule;
    readonly onSignal: (signal: LinkSignal) => void;
    /** The other side has not acknowledged for so long that the line is useless. */
    readonly onOverflow: () => void;
  },
): PeerLine {
  const outbox = createSignalOutbox();
  const inbox = createSignalInbox();
  const resendTimer = createTimer(deps.schedule);

  const transmit = (signal: NumberedSignal) => deps.send({ type: 'signal', peerId, ...signal });

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
      const numbered = outbox.add(encodeLinkSignal(signal));
      if (!numbered) return deps.onOverflow();
      transmit(numbered);
      if (outbox.unacknowledged().length === 1) scheduleResend();
    },
    receive(message) {
      if (message.peerId !== peerId) return;
      const { isNew, acknowledge } = inbox.accept(message.sequence);
      if (acknowledge > 0) deps.send({ type: 'signal-ack', peerId, sequence: acknowledge });
      const signal = isNew ? parseLinkSignal(message.payload) : undefined;
      if (signal) deps.onSignal(signal);
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

import { tell } from '../member.ts';
import { findReceiver } from '../room.ts';
import type { MemberHandler } from './handler.ts';

/** Relays the acknowledgement of a signal (P19 to P22). */
export const signalAck: MemberHandler<'signal-ack'> = (message, sender) => {
  const receiver = findReceiver(sender, message.peerId);
  if (typeof receiver === 'string') return receiver;
  tell(receiver, { ...message, peerId: sender.member.peerId });
  return undefined;
};

import { tell } from '../member.ts';
import { findReceiver, type Sender } from '../room.ts';
import { readdress, readSignalFrame } from '../signal-frame.ts';
import type { MemberHandler } from './handler.ts';

/** Relays a signal without reading it (P19 to P22). */
export const signal: MemberHandler<'signal'> = (message, sender) => {
  const receiver = findReceiver(sender, message.peerId);
  if (typeof receiver === 'string') return receiver;
  tell(receiver, { ...message, peerId: sender.member.peerId });
  return undefined;
};

/** The same for a frame that need not even be unpacked; false when it has to be. */
export function relaySignal(frame: Buffer, sender: Sender): boolean {
  const peerId = readSignalFrame(frame);
  const receiver = peerId === undefined ? undefined : findReceiver(sender, peerId);
  if (receiver === undefined || typeof receiver === 'string') return false;
  readdress(frame, sender.member.peerId);
  tell(receiver, frame);
  return true;
}

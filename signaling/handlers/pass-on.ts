import { type Relayed, spendEarly } from '../early-budget.ts';
import { type Member, tell } from '../member.ts';
import type { ClientMessageOf, RefusalCode } from '../protocol.ts';
import { findReceiver, type Sender } from '../room.ts';
import { readdress, readSignalFrame } from '../signal-frame.ts';

type Addressed = { readonly type: Relayed; readonly peerId: string };

/** Passes on a message that had to be read (docs/protocol.md P19). Answers why not, or nothing. */
export function passOn(message: ClientMessageOf<Relayed>, sender: Sender): RefusalCode | undefined {
  const frame = Buffer.from(JSON.stringify({ ...message, peerId: sender.member.peerId }));
  const receiver = admit(message, frame, sender);
  if (typeof receiver === 'string') return receiver;
  tell(receiver, frame);
  return undefined;
}

/** The same for a signal that need not even be unpacked; false when it has to be. */
export function passOnUnread(frame: Buffer, sender: Sender): boolean {
  const peerId = readSignalFrame(frame);
  if (peerId === undefined) return false;
  const receiver = admit({ type: 'signal', peerId }, frame, sender);
  if (typeof receiver === 'string') return false;
  readdress(frame, sender.member.peerId);
  tell(receiver, frame);
  return true;
}

/**
 * Who gets this frame, or why nobody does (P20 to P22). For a viewer that waits it is paid for
 * here, so a frame is passed on whenever somebody gets it.
 */
function admit(
  { type, peerId }: Addressed,
  { length }: Buffer,
  sender: Sender,
): Member | RefusalCode {
  const receiver = findReceiver(sender, peerId);
  if (receiver === undefined) return 'no-such-peer';
  // What reaches nobody must not use up what is there for the return.
  if (receiver.presence.name !== 'here') return receiver;
  const viewer = sender.member.role === 'viewer' ? sender.member : receiver;
  if (viewer.role !== 'viewer' || viewer.standing === 'approved') return receiver;
  return spendEarly(viewer.early, sender.member.role, type, length) ? receiver : 'wrong-order';
}

import { tell } from '../member.ts';
import type { MemberHandler } from './handler.ts';

/** A member that has been let in wants fresh credentials (docs/protocol.md P59). */
export const askIceServers: MemberHandler<'ask-ice-servers'> = (_message, sender, service) => {
  const { room, member } = sender;
  if (member.role === 'viewer' && member.standing === 'waiting') return 'wrong-order';
  tell(member, { type: 'ice-servers', ...service.iceFor(room.id, member.peerId) });
  return undefined;
};

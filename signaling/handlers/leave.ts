import { part } from '../member.ts';
import { dropViewer, endRoom } from '../membership.ts';
import type { MemberHandler } from './handler.ts';

/** A member goes for good; with the presenter the room ends (P31, P32). */
export const leave: MemberHandler<'leave'> = (_message, { room, member }, service) => {
  if (member.role === 'viewer') {
    dropViewer(service, room, member);
    return undefined;
  }
  // Parted first, so that it is not told about its own leaving.
  part(member);
  endRoom(service, room, 'presenter-left');
  return undefined;
};

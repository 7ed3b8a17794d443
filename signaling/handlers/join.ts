import { createViewer, tell } from '../member.ts';
import { knock } from '../room.ts';
import type { OpeningHandler } from './handler.ts';

/** A viewer asks to come in (docs/protocol.md P10 to P12). */
export const join: OpeningHandler<'join'> = (message, line, service) => {
  const { deps, rooms } = service;
  // Asked before the room is looked up, so that a stranger learns nothing about the room.
  if (!rooms.hasSpaceForMember()) return 'server-full';

  const room = rooms.find(message.roomId);
  if (room === undefined) return 'no-such-room';
  const answer = knock(room, message.peerId);
  if (answer !== 'open') {
    if (answer !== 'id-taken') tell(room.presenter, { type: 'turned-away', reason: answer });
    return 'no-such-room';
  }

  const { peerId, greeting } = message;
  const member = createViewer(peerId, greeting, line, deps.randomHex);
  rooms.seat(room, member);
  room.lastSaidAtMs = deps.now();
  deps.log.info({ room: room.number }, 'viewer waiting');
  tell(member, { type: 'waiting', resumeToken: member.tokens.current });
  tell(room.presenter, { type: 'join-request', peerId, greeting });
  if (room.presenter.presence.name === 'away') {
    tell(member, { type: 'peer-away', peerId: room.presenter.peerId });
  }
  return { room, member };
};

import { createViewer, type Newcomer, tell } from '../member.ts';
import type { ClientMessageOf } from '../protocol.ts';
import { knock, type Room } from '../room.ts';
import type { Service } from '../service.ts';
import type { OpeningHandler } from './handler.ts';

/** A viewer asks to come in (docs/protocol.md P10 to P12, P49, P53). */
export const join: OpeningHandler<'join'> = (message, newcomer, service) => {
  const { attempts, deps, rooms } = service;
  const { peerId } = message;
  // Asked before the room is looked up, so that a stranger learns nothing about the room.
  if (!rooms.hasSpaceForMember()) return 'server-full';
  const limit = message.presenterKey === undefined ? attempts.joining : attempts.returning;
  const retryAfterMs = limit.waitMs(newcomer.network);
  if (retryAfterMs > 0) return { retryAfterMs };

  const room = findOpenRoom(message, newcomer, service);
  if (room === undefined) {
    limit.count(newcomer.network);
    return 'no-such-room';
  }

  const member = createViewer(message, newcomer, deps.randomHex);
  rooms.seat(room, member);
  room.lastSaidAtMs = deps.now();
  deps.log.info({ room: room.number }, 'viewer waiting');
  tell(member, {
    type: 'waiting',
    resumeToken: member.tokens.current,
    presenterId: room.presenter.peerId,
  });
  tell(room.presenter, { type: 'join-request', peerId, greeting: message.greeting });
  if (room.presenter.presence.name === 'away') {
    tell(member, { type: 'peer-away', peerId: room.presenter.peerId });
  }
  return { room, member };
};

function findOpenRoom(
  { roomId, peerId, presenterKey }: ClientMessageOf<'join'>,
  { network }: Newcomer,
  { rooms }: Service,
): Room | undefined {
  const candidates = rooms.find(roomId);
  // Without a key nothing tells which of two claimants the code came from.
  const room =
    presenterKey === undefined && candidates.length === 1
      ? candidates[0]
      : candidates.find((candidate) => candidate.presenterKey === presenterKey);
  if (room === undefined) return undefined;
  const answer = knock(room, peerId, network);
  if (answer === 'full' || answer === 'locked') {
    tell(room.presenter, { type: 'turned-away', reason: answer });
  }
  return answer === 'open' ? room : undefined;
}

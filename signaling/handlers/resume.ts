import { matchesTokens, rotateTokens } from '../member.ts';
import type { ClientMessageOf } from '../protocol.ts';
import { findMember, type Room, type Sender } from '../room.ts';
import type { OpeningHandler } from './handler.ts';
import { takeSeat } from './take-seat.ts';

/** A member comes back over a new socket (docs/protocol.md P25 to P29). */
export const resume: OpeningHandler<'resume'> = (message, newcomer, service) => {
  const { attempts, deps, rooms, tombstones } = service;
  const { roomId, peerId, resumeToken } = message;
  const retryAfterMs = attempts.returning.waitMs(newcomer.network);
  if (retryAfterMs > 0) return { retryAfterMs };

  const sender = findSeat(rooms.find(roomId), message);
  if (sender === undefined) {
    const reason = tombstones.find(roomId, peerId, resumeToken);
    if (reason === undefined) {
      attempts.returning.count(newcomer.network);
      return 'resume-failed';
    }
    newcomer.line.send({ type: 'ended', reason });
    newcomer.line.close(1000);
    return 'done';
  }
  rotateTokens(sender.member, resumeToken, deps.randomHex);
  takeSeat(sender, newcomer, service);
  return sender;
};

/** The seat the token belongs to, in whichever of the rooms with that id. */
function findSeat(
  rooms: readonly Room[],
  { peerId, resumeToken }: ClientMessageOf<'resume'>,
): Sender | undefined {
  for (const room of rooms) {
    const member = findMember(room, peerId);
    if (member !== undefined && matchesTokens(member.tokens, resumeToken)) return { room, member };
  }
  return undefined;
}

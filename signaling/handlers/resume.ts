import { matchesTokens, rotateTokens, tell, type Viewer } from '../member.ts';
import type { ServerMessage } from '../protocol.ts';
import { findMember, listViewers, otherSide, type Room, type Sender } from '../room.ts';
import type { Service } from '../service.ts';
import type { OpeningHandler } from './handler.ts';
import { welcomePresenter } from './welcome.ts';

/** A member comes back over a new socket (docs/protocol.md P25 to P29). */
export const resume: OpeningHandler<'resume'> = (message, line, service) => {
  const { roomId, peerId, resumeToken } = message;
  const room = service.rooms.find(roomId);
  const member = room && findMember(room, peerId);
  if (room === undefined || member === undefined || !matchesTokens(member.tokens, resumeToken)) {
    const reason = service.tombstones.find(roomId, peerId, resumeToken);
    if (reason === undefined) return 'resume-failed';
    line.send({ type: 'ended', reason });
    line.close(1000);
    return undefined;
  }

  const { presence } = member;
  if (presence.name === 'away') presence.cancelWindow();
  if (presence.name === 'here') {
    presence.line.send({ type: 'ended', reason: 'replaced' });
    presence.line.close(1000);
  }
  member.presence = { name: 'here', line };
  rotateTokens(member, resumeToken, service.deps.randomHex);
  room.lastSaidAtMs = service.deps.now();
  service.deps.log.info({ room: room.number, role: member.role }, 'member back');

  tell(member, describeReturn(service, { room, member }));
  for (const other of otherSide(room, member)) tell(other, { type: 'peer-back', peerId });
  if (member.role === 'viewer' && room.presenter.presence.name === 'away') {
    tell(member, { type: 'peer-away', peerId: room.presenter.peerId });
  }
  return { room, member };
};

function describeReturn(service: Service, { room, member }: Sender): ServerMessage {
  if (member.role === 'viewer') return describeViewerReturn(service, room, member);
  return {
    type: 'presenter-resumed',
    ...welcomePresenter(service, room),
    isLocked: room.isLocked,
    viewers: listViewers(room),
  };
}

function describeViewerReturn(service: Service, room: Room, viewer: Viewer): ServerMessage {
  const waiting = { type: 'viewer-resumed', resumeToken: viewer.tokens.current } as const;
  if (viewer.standing === 'waiting') return waiting;
  const joined = { presenterId: room.presenter.peerId, iceServers: service.iceServers };
  return { ...waiting, joined };
}

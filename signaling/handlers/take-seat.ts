import { type Newcomer, tell, type Viewer } from '../member.ts';
import type { ServerMessage } from '../protocol.ts';
import { listViewers, otherSide, type Room, type Sender } from '../room.ts';
import type { Service } from '../service.ts';
import { welcomePresenter } from './welcome.ts';

/** A member that has proved itself takes its seat over a new socket (docs/protocol.md P25, P27). */
export function takeSeat(sender: Sender, { line, network }: Newcomer, service: Service): void {
  const { room, member } = sender;
  const { peerId, presence } = member;
  if (presence.name === 'away') presence.cancelWindow();
  if (presence.name === 'here') {
    presence.line.send({ type: 'ended', reason: 'replaced' });
    presence.line.close(1000);
  }
  member.presence = { name: 'here', line };
  if (member.role === 'viewer') member.network = network;
  room.lastSaidAtMs = service.deps.now();
  service.deps.log.info({ room: room.number, role: member.role }, 'member back');

  tell(member, describeReturn(service, sender));
  for (const other of otherSide(room, member)) tell(other, { type: 'peer-back', peerId });
  if (member.role === 'viewer' && room.presenter.presence.name === 'away') {
    tell(member, { type: 'peer-away', peerId: room.presenter.peerId });
  }
  // It may have been away when the other key came.
  const isContested = service.rooms.find(room.id).length > 1;
  if (member.role === 'presenter' && isContested) tell(member, { type: 'contested' });
}

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
  const { peerId: presenterId } = room.presenter;
  const resumeToken = viewer.tokens.current;
  const waiting = { type: 'viewer-resumed', resumeToken, presenterId } as const;
  if (viewer.standing === 'waiting') return waiting;
  return { ...waiting, joined: { presenterId, ...service.iceFor(room.id, viewer.peerId) } };
}

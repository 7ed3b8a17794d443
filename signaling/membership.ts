import { type Member, part, tell, type Viewer } from './member.ts';
import type { EndReason } from './protocol.ts';
import { otherSide, type Room, type Sender } from './room.ts';
import type { Service } from './service.ts';

/** The member's socket is lost: its seat is kept for a while and the other side is told. */
export function goAway(service: Service, sender: Sender): void {
  const { room, member } = sender;
  const { presenterResumeMs, viewerResumeMs } = service.options;
  const windowMs = member.role === 'presenter' ? presenterResumeMs : viewerResumeMs;
  const cancelWindow = service.deps.setTimer(() => giveUp(service, sender), windowMs);
  member.presence = { name: 'away', cancelWindow };
  service.deps.log.info({ room: room.number, role: member.role }, 'member away');
  for (const other of otherSide(room, member)) {
    tell(other, { type: 'peer-away', peerId: member.peerId });
  }
}

function giveUp(service: Service, { room, member }: Sender): void {
  if (member.role === 'presenter') endRoom(service, room, 'presenter-left');
  else dropViewer(service, room, member);
}

/** The viewer is gone by its own doing: its seat is free and the presenter is told. */
export function dropViewer(service: Service, room: Room, viewer: Viewer): void {
  service.rooms.unseat(room, viewer);
  // A room with nobody in it is idle from the moment the last viewer is gone.
  room.lastSaidAtMs = service.deps.now();
  part(viewer);
  tell(room.presenter, { type: 'peer-left', peerId: viewer.peerId });
  service.deps.log.info({ room: room.number }, 'viewer left');
}

/** The viewer's membership is ended for it: it is told why, now or when it tries to resume. */
export function endViewer(service: Service, room: Room, viewer: Viewer, reason: EndReason): void {
  service.rooms.unseat(room, viewer);
  room.lastSaidAtMs = service.deps.now();
  end(service, room, viewer, reason);
  service.deps.log.info({ room: room.number, reason }, 'viewer ended');
}

/** The member did not read what it was sent and its socket has been cut (docs/protocol.md P35). */
export function endSlow(service: Service, sender: Sender): void {
  const { room, member } = sender;
  // The presenter keeps its seat: a viewer could otherwise end the room by flooding it.
  if (member.role === 'presenter') {
    goAway(service, sender);
    return;
  }
  endViewer(service, room, member, 'too-slow');
  tell(room.presenter, { type: 'peer-left', peerId: member.peerId });
}

/** Ends the room for everyone still in it. */
export function endRoom(service: Service, room: Room, reason: EndReason): void {
  service.rooms.remove(room);
  for (const member of [...room.viewers.values(), room.presenter]) {
    end(service, room, member, reason);
  }
  service.deps.log.info({ room: room.number, reason }, 'room ended');
}

function end(service: Service, room: Room, member: Member, reason: EndReason): void {
  if (member.presence.name === 'gone') return;
  service.tombstones.bury(room.id, member, reason);
  tell(member, { type: 'ended', reason });
  part(member);
}

/** Ends every room without viewers in which nothing has been said for too long. */
export function endIdleRooms(service: Service): void {
  const { deps, options, rooms } = service;
  for (const room of rooms.all()) {
    const isSilent = deps.now() - room.lastSaidAtMs >= options.roomIdleMs;
    if (isSilent && room.viewers.size === 0) endRoom(service, room, 'room-idle');
  }
}

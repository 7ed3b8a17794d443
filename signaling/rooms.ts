import type { Presenter, Viewer } from './member.ts';
import type { Room } from './room.ts';

type RoomLimits = { maxRooms: number; maxMembers: number; maxViewers: number };

/** Every room of this service, and how full the service is. */
export type Rooms = {
  find(roomId: string): Room | undefined;
  all(): Room[];
  hasSpaceForRoom(): boolean;
  hasSpaceForMember(): boolean;
  add(roomId: string, presenter: Presenter, nowMs: number): Room;
  remove(room: Room): void;
  seat(room: Room, viewer: Viewer): void;
  unseat(room: Room, viewer: Viewer): void;
};

/** Starts with no room. */
export function createRooms(limits: RoomLimits): Rooms {
  const byId = new Map<string, Room>();
  let memberCount = 0;
  let roomNumber = 0;

  return {
    find: (roomId) => byId.get(roomId),
    all: () => [...byId.values()],
    hasSpaceForRoom: () => byId.size < limits.maxRooms && memberCount < limits.maxMembers,
    hasSpaceForMember: () => memberCount < limits.maxMembers,
    add(id, presenter, nowMs) {
      roomNumber += 1;
      memberCount += 1;
      const room: Room = {
        id,
        number: roomNumber,
        presenter,
        viewers: new Map(),
        maxViewers: limits.maxViewers,
        isLocked: false,
        lastSaidAtMs: nowMs,
      };
      byId.set(id, room);
      return room;
    },
    remove(room) {
      if (byId.get(room.id) !== room) return;
      byId.delete(room.id);
      memberCount -= 1 + room.viewers.size;
    },
    seat(room, viewer) {
      room.viewers.set(viewer.peerId, viewer);
      memberCount += 1;
    },
    unseat(room, viewer) {
      if (room.viewers.get(viewer.peerId) !== viewer) return;
      room.viewers.delete(viewer.peerId);
      memberCount -= 1;
    },
  };
}

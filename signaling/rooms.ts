import type { Presenter, Viewer } from './member.ts';
import type { Room } from './room.ts';
import { createTally } from './tally.ts';

type RoomLimits = {
  maxRooms: number;
  maxMembers: number;
  maxViewers: number;
  maxSocketsPerAddress: number;
};
type Opening = Pick<Room, 'id' | 'presenterKey' | 'network'> & { presenter: Presenter };

/** Every room of this service, and how full the service is. */
export type Rooms = {
  /** Usually one; more when several keys claim the same id (docs/protocol.md P48). */
  find(roomId: string): readonly Room[];
  all(): Room[];
  hasSpaceForRoom(network: string): boolean;
  hasSpaceForMember(): boolean;
  add(opening: Opening, nowMs: number): Room;
  remove(room: Room): void;
  seat(room: Room, viewer: Viewer): void;
  unseat(room: Room, viewer: Viewer): void;
};

/** Starts with no room. */
export function createRooms(limits: RoomLimits): Rooms {
  const byId = new Map<string, readonly Room[]>();
  const byNetwork = createTally();
  let roomCount = 0;
  let memberCount = 0;
  let roomNumber = 0;

  const find = (roomId: string) => byId.get(roomId) ?? [];
  return {
    find,
    all: () => [...byId.values()].flat(),
    hasSpaceForRoom: (network) =>
      roomCount < limits.maxRooms &&
      memberCount < limits.maxMembers &&
      byNetwork.count(network) < limits.maxSocketsPerAddress,
    hasSpaceForMember: () => memberCount < limits.maxMembers,
    add(opening, nowMs) {
      roomNumber += 1;
      roomCount += 1;
      memberCount += 1;
      byNetwork.add(opening.network);
      const room: Room = {
        ...opening,
        number: roomNumber,
        viewers: new Map(),
        maxViewers: limits.maxViewers,
        blockedNetworks: new Set(),
        isLocked: false,
        lastSaidAtMs: nowMs,
      };
      byId.set(room.id, [...find(room.id), room]);
      return room;
    },
    remove(room) {
      const rooms = find(room.id);
      if (!rooms.includes(room)) return;
      const others = rooms.filter((other) => other !== room);
      if (others.length > 0) byId.set(room.id, others);
      else byId.delete(room.id);
      byNetwork.remove(room.network);
      roomCount -= 1;
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

import type { Member, Presenter, Viewer } from './member.ts';
import type { RefusalCode, ViewerEntry } from './protocol.ts';

/** Networks one room keeps out; the oldest come in again beyond that. */
const MAX_BLOCKED = 256;

/** The place a presenter and its viewers meet. */
export type Room = {
  readonly id: string;
  /** Names the room in logs, where its id must not appear. */
  readonly number: number;
  readonly presenter: Presenter;
  /** Whoever holds this key is the presenter. */
  readonly presenterKey: string;
  /** From where the room was opened. */
  readonly network: string;
  readonly viewers: Map<string, Viewer>;
  readonly maxViewers: number;
  /** From where nobody may ask again, oldest first. */
  readonly blockedNetworks: Set<string>;
  isLocked: boolean;
  lastSaidAtMs: number;
};

/** A member together with the room it is in. */
export type Sender<M extends Member = Member> = { readonly room: Room; readonly member: M };

/** What the door says to a viewer who asks to come in. */
export type DoorAnswer = 'open' | 'blocked' | 'id-taken' | 'locked' | 'full';

/** Whether a viewer with this id, coming from this network, may wait in the room. */
export function knock(room: Room, peerId: string, network: string): DoorAnswer {
  if (room.blockedNetworks.has(network)) return 'blocked';
  if (room.isLocked) return 'locked';
  if (room.viewers.size >= room.maxViewers) return 'full';
  if (room.viewers.has(peerId) || room.presenter.peerId === peerId) return 'id-taken';
  return 'open';
}

/** Lets nobody in from this network any more. */
export function blockNetwork({ blockedNetworks }: Room, network: string): void {
  blockedNetworks.delete(network);
  blockedNetworks.add(network);
  for (const oldest of blockedNetworks) {
    if (blockedNetworks.size <= MAX_BLOCKED) return;
    blockedNetworks.delete(oldest);
  }
}

/** The member with this id, whatever its role. */
export function findMember(room: Room, peerId: string): Member | undefined {
  return room.presenter.peerId === peerId ? room.presenter : room.viewers.get(peerId);
}

/** Those who notice when this member comes and goes: viewers never notice each other. */
export function otherSide(room: Room, member: Member): Member[] {
  return member.role === 'presenter' ? [...room.viewers.values()] : [room.presenter];
}

/** Who gets what this member addressed to `peerId`: viewers never reach each other. */
export function findReceiver({ room, member }: Sender, peerId: string): Member | undefined {
  if (member.role === 'presenter') return room.viewers.get(peerId);
  return peerId === room.presenter.peerId ? room.presenter : undefined;
}

/** The viewer with this id if it has this standing, or why a presenter's order cannot be followed. */
export function findViewer(
  room: Room,
  peerId: string,
  standing: Viewer['standing'],
): Viewer | RefusalCode {
  const viewer = room.viewers.get(peerId);
  if (viewer === undefined) return 'no-such-peer';
  return viewer.standing === standing ? viewer : 'wrong-order';
}

/** Everyone in the room but the presenter, as the presenter is told after resuming. */
export function listViewers(room: Room): ViewerEntry[] {
  return Array.from(room.viewers.values(), (viewer) => ({
    peerId: viewer.peerId,
    greeting: viewer.greeting,
    isApproved: viewer.standing === 'approved',
    isAway: viewer.presence.name !== 'here',
  }));
}

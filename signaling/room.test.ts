import { expect, test } from 'vitest';
import { createPresenter, createViewer, type Line, type Viewer } from './member.ts';
import {
  blockNetwork,
  findMember,
  findReceiver,
  findViewer,
  knock,
  listViewers,
  otherSide,
} from './room.ts';
import { createRooms } from './rooms.ts';

const line: Line = { send: () => {}, close: () => {} };
const randomHex = () => '0'.repeat(32);

function createRoom(maxViewers = 3) {
  const rooms = createRooms({ maxRooms: 1, maxMembers: 9, maxViewers, maxSocketsPerAddress: 9 });
  const room = rooms.add(
    {
      id: 'room',
      presenter: createPresenter('presenter', line, randomHex),
      presenterKey: 'key',
      network: 'home',
    },
    0,
  );
  const seat = (peerId: string, standing: Viewer['standing'] = 'waiting') => {
    const viewer = createViewer(
      { peerId, greeting: `greeting of ${peerId}` },
      { line, nonce: '', network: 'home' },
      randomHex,
    );
    viewer.standing = standing;
    rooms.seat(room, viewer);
    return viewer;
  };
  return { room, seat };
}

test('P11, P12: the door answers open, id-taken, locked or full', () => {
  const { room, seat } = createRoom(2);
  expect(knock(room, 'a', 'home')).toBe('open');
  seat('a');
  expect(knock(room, 'a', 'home')).toBe('id-taken');
  expect(knock(room, 'presenter', 'home')).toBe('id-taken');
  expect(knock(room, 'b', 'home')).toBe('open');
  seat('b', 'approved');
  expect(knock(room, 'c', 'home')).toBe('full');
  room.isLocked = true;
  expect(knock(room, 'c', 'home')).toBe('locked');
});

test('P20: who receives a signal', () => {
  const { room, seat } = createRoom();
  const [waiting, approved] = [seat('waiting'), seat('approved', 'approved')];
  const { presenter } = room;
  expect(findReceiver({ room, member: presenter }, 'approved')).toBe(approved);
  expect(findReceiver({ room, member: presenter }, 'waiting')).toBe(waiting);
  for (const nobody of ['nobody', 'presenter', '__proto__']) {
    expect(findReceiver({ room, member: presenter }, nobody)).toBeUndefined();
  }
  for (const member of [waiting, approved]) {
    expect(findReceiver({ room, member }, 'presenter')).toBe(presenter);
    for (const other of ['waiting', 'approved', 'nobody']) {
      expect(findReceiver({ room, member }, other)).toBeUndefined();
    }
  }
});

test('P18: whom an order of the presenter is about', () => {
  const { room, seat } = createRoom();
  const viewer = seat('a');
  expect(findViewer(room, 'a', 'waiting')).toBe(viewer);
  expect(findViewer(room, 'a', 'approved')).toBe('wrong-order');
  expect(findViewer(room, 'presenter', 'approved')).toBe('no-such-peer');
});

test('P24: viewers notice the presenter only, the presenter every viewer', () => {
  const { room, seat } = createRoom();
  const [a, b] = [seat('a'), seat('b', 'approved')];
  expect(otherSide(room, room.presenter)).toEqual([a, b]);
  expect(otherSide(room, a)).toEqual([room.presenter]);
});

test('P25: the list of viewers tells standing and presence', () => {
  const { room, seat } = createRoom();
  seat('a').presence = { name: 'away', cancelWindow: () => {} };
  seat('b', 'approved');
  expect(listViewers(room)).toEqual([
    { peerId: 'a', greeting: 'greeting of a', isApproved: false, isAway: true },
    { peerId: 'b', greeting: 'greeting of b', isApproved: true, isAway: false },
  ]);
});

test('a member is found by its id whatever its role', () => {
  const { room, seat } = createRoom();
  const viewer = seat('a');
  expect(findMember(room, 'a')).toBe(viewer);
  expect(findMember(room, 'presenter')).toBe(room.presenter);
  expect(findMember(room, '__proto__')).toBeUndefined();
});

test('P50, P57: a room keeps out so many networks, the latest ones', () => {
  const { room } = createRoom();
  for (let network = 0; network < 1_000; network += 1) blockNetwork(room, `${network}`);
  expect(room.blockedNetworks.size).toBe(256);
  expect(knock(room, 'a', '999')).toBe('blocked');
  expect(knock(room, 'a', '0')).toBe('open');
  blockNetwork(room, '744');
  blockNetwork(room, 'one more');
  expect([knock(room, 'a', '744'), knock(room, 'a', '745')]).toEqual(['blocked', 'open']);
});

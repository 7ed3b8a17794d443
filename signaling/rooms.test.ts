import { expect, test } from 'vitest';
import { createPresenter, createViewer, type Line } from './member.ts';
import { createRooms } from './rooms.ts';

const line: Line = { send: () => {}, close: () => {} };
const randomHex = () => '0'.repeat(32);
const opening = (id: string, presenterKey = 'key', network = 'home') => {
  const presenter = createPresenter('presenter', line, randomHex);
  return { id, network, presenter, presenterKey };
};
const viewer = (peerId: string) =>
  createViewer({ peerId, greeting: 'x' }, { line, nonce: '', network: 'home' }, randomHex);

test('P36: rooms and members are counted, and counted back', () => {
  const rooms = createRooms({ maxRooms: 2, maxMembers: 3, maxViewers: 9, maxSocketsPerAddress: 9 });
  const one = rooms.add(opening('one'), 0);
  expect([rooms.hasSpaceForRoom('far'), rooms.hasSpaceForMember()]).toEqual([true, true]);
  const [a, b] = [viewer('a'), viewer('b')];
  rooms.seat(one, a);
  rooms.seat(one, b);
  expect([rooms.hasSpaceForRoom('far'), rooms.hasSpaceForMember()]).toEqual([false, false]);
  rooms.unseat(one, a);
  rooms.unseat(one, a);
  rooms.add(opening('two'), 0);
  expect([rooms.hasSpaceForRoom('far'), rooms.hasSpaceForMember()]).toEqual([false, false]);
  rooms.remove(one);
  rooms.remove(one);
  expect([rooms.hasSpaceForRoom('far'), rooms.hasSpaceForMember()]).toEqual([true, true]);
  expect(rooms.all().map(({ id }) => id)).toEqual(['two']);
});

test('P36: the room limit holds when there is space for members', () => {
  const rooms = createRooms({
    maxRooms: 1,
    maxMembers: 99,
    maxViewers: 9,
    maxSocketsPerAddress: 9,
  });
  rooms.add(opening('one'), 0);
  expect([rooms.hasSpaceForRoom('far'), rooms.hasSpaceForMember()]).toEqual([false, true]);
});

test('a seat or room that was given to another is not taken from it', () => {
  const rooms = createRooms({ maxRooms: 9, maxMembers: 9, maxViewers: 9, maxSocketsPerAddress: 9 });
  const old = rooms.add(opening('one'), 0);
  const before = viewer('a');
  rooms.seat(old, before);
  rooms.unseat(old, before);
  const after = viewer('a');
  rooms.seat(old, after);
  rooms.unseat(old, before);
  expect(old.viewers.get('a')).toBe(after);
  rooms.remove(old);
  const renewed = rooms.add(opening('one'), 0);
  rooms.remove(old);
  expect(rooms.find('one')).toEqual([renewed]);
});

test('names every object has are no rooms', () => {
  const rooms = createRooms({ maxRooms: 9, maxMembers: 9, maxViewers: 9, maxSocketsPerAddress: 9 });
  for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) {
    expect(rooms.find(id)).toEqual([]);
  }
});

test('P48: rooms under one id are told apart, and counted each', () => {
  const limits = { maxRooms: 2, maxMembers: 9, maxViewers: 9, maxSocketsPerAddress: 9 };
  const rooms = createRooms(limits);
  const [one, other] = [rooms.add(opening('id', 'a'), 0), rooms.add(opening('id', 'b'), 0)];
  expect(rooms.find('id')).toEqual([one, other]);
  expect(rooms.all()).toEqual([one, other]);
  expect(rooms.hasSpaceForRoom('far')).toBe(false);
  rooms.remove(one);
  expect(rooms.find('id')).toEqual([other]);
  expect(rooms.hasSpaceForRoom('far')).toBe(true);
  rooms.remove(other);
  expect(rooms.find('id')).toEqual([]);
});

test('P56: rooms are counted by network, and counted back', () => {
  const limits = { maxRooms: 9, maxMembers: 9, maxViewers: 9, maxSocketsPerAddress: 1 };
  const rooms = createRooms(limits);
  const room = rooms.add(opening('one'), 0);
  expect(['home', 'far'].map(rooms.hasSpaceForRoom)).toEqual([false, true]);
  rooms.remove(room);
  rooms.remove(room);
  expect(rooms.hasSpaceForRoom('home')).toBe(true);
});

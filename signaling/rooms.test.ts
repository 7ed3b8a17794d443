import { expect, test } from 'vitest';
import { createPresenter, createViewer, type Line } from './member.ts';
import { createRooms } from './rooms.ts';

const line: Line = { send: () => {}, close: () => {} };
const randomHex = () => '0'.repeat(32);
const presenter = () => createPresenter('presenter', line, randomHex);
const viewer = (peerId: string) => createViewer(peerId, 'x', line, randomHex);

test('P36: rooms and members are counted, and counted back', () => {
  const rooms = createRooms({ maxRooms: 2, maxMembers: 3, maxViewers: 9 });
  const one = rooms.add('one', presenter(), 0);
  expect([rooms.hasSpaceForRoom(), rooms.hasSpaceForMember()]).toEqual([true, true]);
  const [a, b] = [viewer('a'), viewer('b')];
  rooms.seat(one, a);
  rooms.seat(one, b);
  expect([rooms.hasSpaceForRoom(), rooms.hasSpaceForMember()]).toEqual([false, false]);
  rooms.unseat(one, a);
  rooms.unseat(one, a);
  rooms.add('two', presenter(), 0);
  expect([rooms.hasSpaceForRoom(), rooms.hasSpaceForMember()]).toEqual([false, false]);
  rooms.remove(one);
  rooms.remove(one);
  expect([rooms.hasSpaceForRoom(), rooms.hasSpaceForMember()]).toEqual([true, true]);
  expect(rooms.all().map(({ id }) => id)).toEqual(['two']);
});

test('P36: the room limit holds when there is space for members', () => {
  const rooms = createRooms({ maxRooms: 1, maxMembers: 99, maxViewers: 9 });
  rooms.add('one', presenter(), 0);
  expect([rooms.hasSpaceForRoom(), rooms.hasSpaceForMember()]).toEqual([false, true]);
});

test('a seat or room that was given to another is not taken from it', () => {
  const rooms = createRooms({ maxRooms: 9, maxMembers: 9, maxViewers: 9 });
  const old = rooms.add('one', presenter(), 0);
  const before = viewer('a');
  rooms.seat(old, before);
  rooms.unseat(old, before);
  const after = viewer('a');
  rooms.seat(old, after);
  rooms.unseat(old, before);
  expect(old.viewers.get('a')).toBe(after);
  rooms.remove(old);
  const renewed = rooms.add('one', presenter(), 0);
  rooms.remove(old);
  expect(rooms.find('one')).toBe(renewed);
});

test('names every object has are no rooms', () => {
  const rooms = createRooms({ maxRooms: 9, maxMembers: 9, maxViewers: 9 });
  for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) {
    expect(rooms.find(id)).toBeUndefined();
  }
});

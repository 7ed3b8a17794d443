import { describe, expect, it } from 'vitest';
import { createSeatKeeper } from './kept-seat.ts';
import { createFakeStorage } from './testing/test-deps.ts';

const seat = {
  socketUrl: 'wss://one.example/ws',
  displayName: 'Ada',
  roomId: 'a'.repeat(32),
  roomKey: 'b'.repeat(64),
  presenterKey: 'c'.repeat(64),
  peerId: 'd'.repeat(32),
  pass: 'e'.repeat(32),
};

describe('the kept seat', () => {
  it('is kept until it is cleared', () => {
    const storage = createFakeStorage();
    const keeper = createSeatKeeper(
      () => storage,
      () => 7,
    );
    expect(keeper.read()).toBeUndefined();
    keeper.write(seat);
    expect(
      createSeatKeeper(
        () => storage,
        () => 8,
      ).read(),
    ).toEqual({ ...seat, keptAtMs: 7 });
    keeper.clear();
    expect(keeper.read()).toBeUndefined();
  });

  it('is worth nothing after half a day, or from the future', () => {
    const storage = createFakeStorage();
    createSeatKeeper(
      () => storage,
      () => 1_000,
    ).write(seat);
    expect(
      createSeatKeeper(
        () => storage,
        () => 12 * 3_600_000 + 1_000,
      ).read(),
    ).toBeUndefined();
    expect(
      createSeatKeeper(
        () => storage,
        () => 0,
      ).read(),
    ).toBeUndefined();
  });

  it('is nothing when it is broken, of another kind, or storage is blocked', () => {
    const storage = createFakeStorage();
    const keeper = createSeatKeeper(
      () => storage,
      () => 0,
    );
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      JSON.stringify({ ...seat, pass: 'x', keptAtMs: 0 }),
    ]) {
      storage.setItem('sightline.seat', text);
      expect(keeper.read()).toBeUndefined();
    }
    const blocked = createSeatKeeper(
      () => {
        throw new Error('blocked');
      },
      () => 0,
    );
    blocked.write(seat);
    blocked.clear();
    expect(blocked.read()).toBeUndefined();
  });
});

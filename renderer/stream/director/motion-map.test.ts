import { describe, expect, it } from 'vitest';
import { createMotionMap } from './motion-map.ts';

const COLUMNS = 20;
const ROWS = 10;
/** In the middle, away from every edge. */
const TILE = 4 * COLUMNS + 8;

/** One tile that moves without a break for two seconds. */
function moving() {
  const map = createMotionMap(COLUMNS, ROWS);
  for (let atMs = 0; atMs <= 2_000; atMs += 50) {
    map.turnTo(atMs);
    map.mark(TILE, true);
  }
  return map;
}

describe('the map of what moves', () => {
  it('knows what is near a tile that keeps moving, and what is not', () => {
    const map = moving();
    expect(map.movingRatio()).toBe(1 / (COLUMNS * ROWS));
    expect(map.isNearMotion(TILE)).toBe(true);
    expect(map.isNearMotion(TILE + 2 * COLUMNS + 2)).toBe(true);
    expect(map.isNearMotion(TILE + 3)).toBe(false);
    expect(map.isNearMotion(TILE + 3 * COLUMNS)).toBe(false);
  });

  it('keeps to its rows at the edge of the picture', () => {
    const map = createMotionMap(COLUMNS, ROWS);
    for (let atMs = 0; atMs <= 2_000; atMs += 50) {
      map.turnTo(atMs);
      map.mark(COLUMNS - 1, true);
    }
    expect(map.isNearMotion(COLUMNS - 2)).toBe(true);
    expect(map.isNearMotion(COLUMNS)).toBe(false);
  });

  it('counts letters as a change, never as motion', () => {
    const map = createMotionMap(COLUMNS, ROWS);
    for (let atMs = 0; atMs <= 2_000; atMs += 50) {
      map.turnTo(atMs);
      map.mark(TILE, false);
    }
    expect(map.changedRatio()).toBeGreaterThan(0);
    expect(map.movingRatio()).toBe(0);
  });

  it('forgets everything after a silence, however long', () => {
    const map = moving();
    map.turnTo(1e9);
    expect(map.movingRatio()).toBe(0);
    expect(map.changedRatio()).toBe(0);
  });
});

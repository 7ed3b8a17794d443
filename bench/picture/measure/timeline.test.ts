import { describe, expect, it } from 'vitest';
import type { Crop } from './screen-probe.ts';
import { cropAt, firstTime } from './timeline.ts';

const crops: Crop[] = [100, 200, 300].map((atMs, index) => ({ atMs, luma: Uint8Array.of(index) }));

describe('cropAt', () => {
  it('is what has been shown since, until something else is', () => {
    expect(cropAt(crops, 250)).toBe(crops[1]);
    expect(cropAt(crops, 300)).toBe(crops[2]);
    expect(cropAt(crops, 9_000)).toBe(crops[2]);
    expect(cropAt(crops, 99)).toBeUndefined();
  });
});

describe('firstTime', () => {
  it('counts from the change, and takes nothing from before it', () => {
    expect(firstTime(crops, 150, () => true)).toBe(50);
    expect(firstTime(crops, 150, ({ luma }) => luma[0] === 2)).toBe(150);
    expect(firstTime(crops, 150, ({ luma }) => luma[0] === 0)).toBeNull();
  });
});

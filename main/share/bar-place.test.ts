import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptOnScreen, placeForBar } from './bar-place.ts';

const left = { id: 1, workArea: { x: 0, y: 24, width: 1920, height: 1056 } };
const right = { id: 2, workArea: { x: 1920, y: 0, width: 1280, height: 1024 } };
const two = { displays: [left, right], primary: left };
const one = { displays: [left], primary: left };
const size = { width: 600, height: 52 };
const nowhere = { isSeen: false, sharedDisplayId: null };

describe('the place of the control bar', () => {
  it('is where the person put it', () => {
    expect(placeForBar({ x: 100, y: 900 }, size, two, nowhere)).toEqual({
      x: 100,
      y: 900,
      ...size,
    });
  });

  it('is the top of the shared display, where viewers do not see it', () => {
    expect(placeForBar(null, size, two, nowhere)).toMatchObject({ x: 660, y: 36 });
    expect(placeForBar(null, size, two, { isSeen: false, sharedDisplayId: 2 })).toMatchObject({
      x: 2260,
      y: 12,
    });
  });

  it('is out of the picture where viewers would see it, or at least in a corner', () => {
    expect(placeForBar(null, size, two, { isSeen: true, sharedDisplayId: 1 })).toMatchObject({
      x: 2260,
      y: 12,
    });
    const corner = { x: 1920 - 600 - 12, y: 24 + 1056 - 52 - 12 };
    expect(placeForBar(null, size, one, { isSeen: true, sharedDisplayId: 1 })).toMatchObject(
      corner,
    );
    expect(placeForBar(null, size, one, { isSeen: true, sharedDisplayId: null })).toMatchObject(
      corner,
    );
  });

  it('moves as little as it takes when a display is gone', () => {
    expect(keptOnScreen({ x: 3000, y: 500, ...size }, one.displays, left)).toMatchObject({
      x: 1320,
      y: 500,
    });
    expect(keptOnScreen({ x: 1900, y: -20, ...size }, two.displays, left)).toMatchObject({
      x: 1920,
      y: 0,
    });
  });

  it('is always wholly on one display', () => {
    const anywhere = fc.record({ x: fc.integer(), y: fc.integer() });
    fc.assert(
      fc.property(anywhere, fc.constantFrom(one, two), (point, screens) => {
        const place = placeForBar(point, size, screens, nowhere);
        const isInside = screens.displays.some(
          ({ workArea: area }) =>
            place.x >= area.x &&
            place.y >= area.y &&
            place.x + place.width <= area.x + area.width &&
            place.y + place.height <= area.y + area.height,
        );
        expect(isInside).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growPatch, nextPatch, type PlanLimits } from './patch-plan.ts';
import { createScreenState, noteMoved, type ScreenState } from './screen-state.ts';
import { LEVEL } from './still-quality.ts';
import { gridOf, isPatchInside, tilesOf } from './tile-grid.ts';
import { createSentTiles, noteSending } from './viewer-tiles.ts';

const SIZE = { width: 640, height: 320 };
const limits = (nowMs: number, given: Partial<PlanLimits> = {}): PlanLimits => ({
  nowMs,
  isVideoResting: false,
  hasRoomToSpare: true,
  canMatch: false,
  mostTiles: { coarse: 100, near: 100, exact: 100 },
  ...given,
});
const screenAt = (nowMs: number) => createScreenState(1, 1, SIZE, nowMs);
const viewerOf = (screen: ScreenState) => createSentTiles(screen.grid.count);

describe('what a viewer gets next', () => {
  it('is nothing of what has moved within the last 300 ms', () => {
    const screen = screenAt(0);
    expect(nextPatch(screen, viewerOf(screen), limits(299))).toBeUndefined();
    expect(nextPatch(screen, viewerOf(screen), limits(300))?.patch).toEqual({
      column: 0,
      row: 0,
      columns: 10,
      rows: 5,
    });
  });

  it('is what changed last, without what is still moving', () => {
    const screen = screenAt(0);
    const two = { coarse: 2, near: 2, exact: 2 };
    noteMoved(screen, 2, [11, 12], 1_200);
    noteMoved(screen, 3, [13], 9_000);
    const early = nextPatch(screen, viewerOf(screen), limits(9_100));
    expect(early && tilesOf(screen.grid, early.patch), 'not yet').not.toContain(12);
    const planned = nextPatch(screen, viewerOf(screen), limits(9_250, { mostTiles: two }));
    expect(planned && tilesOf(screen.grid, planned.patch)).toEqual([11, 12]);
    const all = nextPatch(screen, viewerOf(screen), limits(9_250));
    expect(all && tilesOf(screen.grid, all.patch)).not.toContain(13);
  });

  it('is a new page from its top', () => {
    const screen = screenAt(0);
    noteMoved(screen, 2, [34], 100);
    noteMoved(screen, 3, [...screen.changedFrame.keys()], 200);
    const some = { coarse: 20, near: 20, exact: 20 };
    const planned = nextPatch(screen, viewerOf(screen), limits(1_000, { mostTiles: some }));
    expect(planned?.patch).toEqual({ column: 0, row: 0, columns: 10, rows: 2 });
  });

  it('is never what the viewer has already', () => {
    const screen = screenAt(0);
    const viewer = viewerOf(screen);
    const rest = fc.array(fc.nat({ max: screen.grid.count - 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(rest, (sent) => {
        viewer.level.fill(LEVEL.none);
        for (const tile of sent) viewer.level[tile] = LEVEL.frame;
        const planned = nextPatch(screen, viewer, limits(1_000));
        if (!planned) return expect(new Set(sent).size).toBe(screen.grid.count);
        expect(isPatchInside(screen.grid, planned.patch)).toBe(true);
        for (const tile of tilesOf(screen.grid, planned.patch)) {
          expect(viewer.level[tile]).toBe(LEVEL.none);
        }
      }),
    );
  });

  it('covers the whole screen exactly in the end, whatever the size of patches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.boolean(), (most, isVideoResting) => {
        const screen = screenAt(0);
        const viewer = viewerOf(screen);
        const mostTiles = { coarse: most, near: most, exact: most };
        for (let round = 0; round < 200; round += 1) {
          const planned = nextPatch(screen, viewer, limits(5_000, { mostTiles, isVideoResting }));
          if (!planned) break;
          const level = planned.wanted === 'near' ? LEVEL.frame : LEVEL[levelName(planned.wanted)];
          noteSending(viewer, screen, { patch: planned.patch, frame: 1, level }, 5_000);
        }
        expect([...viewer.level].every((level) => level === LEVEL.frame)).toBe(true);
      }),
    );
  });

  it('comes readable before exact where the video rests, and sooner', () => {
    const screen = screenAt(0);
    const resting = { isVideoResting: true };
    expect(nextPatch(screen, viewerOf(screen), limits(100, resting))?.wanted).toBe('coarse');
    const viewer = viewerOf(screen);
    viewer.level.fill(LEVEL.coarse, 0, 10);
    expect(nextPatch(screen, viewer, limits(1_000, resting))).toMatchObject({
      wanted: 'coarse',
      patch: { row: 1 },
    });
    viewer.level.fill(LEVEL.coarse);
    expect(nextPatch(screen, viewer, limits(1_000, resting))?.wanted).toBe('near');
  });

  it('shows what never stops too, a little of it often and much of it once a second, where the video rests', () => {
    const moving = (count: number, sentAtMs: number) => {
      const screen = screenAt(0);
      const viewer = viewerOf(screen);
      viewer.level.fill(LEVEL.frame);
      viewer.level.fill(LEVEL.none, 0, count);
      viewer.sentAtMs.fill(sentAtMs);
      const tiles = Array.from({ length: count }, (_, tile) => tile);
      noteMoved(screen, 9, tiles, 4_990);
      return nextPatch(screen, viewer, limits(5_000, { isVideoResting: true }));
    };
    expect(moving(20, 4_500)).toBeUndefined();
    expect(moving(20, 3_900)).toBeDefined();
    expect(moving(2, 4_950), 'a letter that was typed').toBeUndefined();
    expect(moving(2, 4_850)).toBeDefined();
  });

  it('waits a little for a still of the source, but not for ever', () => {
    const screen = screenAt(0);
    const canMatch = { canMatch: true };
    expect(nextPatch(screen, viewerOf(screen), limits(600, canMatch))).toBeUndefined();
    expect(nextPatch(screen, viewerOf(screen), limits(800, canMatch))?.wanted).toBe('near');
    screen.isMatched.fill(1);
    expect(nextPatch(screen, viewerOf(screen), limits(600, canMatch))?.wanted).toBe('near');
    // What had the colours of the capture gets those of the source.
    const viewer = viewerOf(screen);
    viewer.level.fill(LEVEL.frame);
    expect(nextPatch(screen, viewer, limits(600, canMatch))?.wanted).toBe('exact');
    viewer.level.fill(LEVEL.source);
    expect(nextPatch(screen, viewer, limits(600, canMatch))).toBeUndefined();
  });

  function levelName(wanted: 'coarse' | 'exact'): 'coarse' | 'frame' {
    return wanted === 'coarse' ? 'coarse' : 'frame';
  }
});

describe('a patch', () => {
  it('grows over like tiles only, and no larger than it may', () => {
    const grid = gridOf(SIZE);
    const likes = fc.uniqueArray(fc.nat({ max: grid.count - 1 }), { minLength: 1 });
    fc.assert(
      fc.property(likes, fc.integer({ min: 1, max: 60 }), (like, most) => {
        const [seed = 0] = like;
        const tiles = tilesOf(
          grid,
          growPatch(grid, seed, most, (tile) => like.includes(tile)),
        );
        expect(tiles).toContain(seed);
        expect(tiles.length).toBeLessThanOrEqual(most);
        for (const tile of tiles) expect(like).toContain(tile);
      }),
    );
  });
});

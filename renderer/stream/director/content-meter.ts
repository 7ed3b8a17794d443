import { createMotionMap } from './motion-map.ts';
import { createScrollFinder } from './scroll-finder.ts';
import { createTileSampler, type TileSampler } from './tile-sampler.ts';

/** The luma plane of one frame, as the screen was captured. */
export type LumaPicture = {
  readonly luma: Uint8Array;
  /** Bytes from one row to the next. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
};

/** What has been going on in the picture within the last second or two. */
export type ContentReading = {
  /** Share of the picture that changed at all, from 0 to 1. */
  readonly changedRatio: number;
  /** Share of the picture that keeps changing and has no letters in it: a clip, a game. */
  readonly movingRatio: number;
  /** Pictures in which something changed. */
  readonly changesPerSecond: number;
  /** Pictures in which letters changed, away from what keeps moving: typing, scrolling, paging. */
  readonly textChangesPerSecond: number;
  /** Share of the changed area with the edges of letters in it, from 0 to 1. */
  readonly edgeRatio: number;
  /** Share of the changes that were the same content pushed up or down, from 0 to 1. */
  readonly scrolledRatio: number;
};

export type ContentMeter = {
  /** Takes a frame into account; not every frame has to be shown. `atMs` never goes back. */
  look(picture: LumaPicture, atMs: number): void;
  read(atMs: number): ContentReading;
};

/** What one look found. */
type Look = {
  readonly atMs: number;
  readonly changedTiles: number;
  readonly letterTiles: number;
  readonly hasText: boolean;
  readonly isScrolled: boolean;
};

const WINDOW_MS = 1_000;
/** Above this share of the changes a look counts as scrolling. */
const SCROLLED_FROM = 0.5;
/** Fewer tiles than this share are not a page that scrolls, and not worth looking for one. */
const SCROLL_FROM_RATIO = 0.02;
/** Frames that follow sooner are left out: they cost as much and tell nothing more. */
const LOOK_EVERY_MS = 45;

/**
 * Measures what kind of content a screen shows, from a few pixels of each frame: about a tenth of
 * them for changes and letters, and a few columns to recognise scrolling.
 */
export function createContentMeter(): ContentMeter {
  let sampler: TileSampler | undefined;
  let motion = createMotionMap(0, 0);
  let scroll = createScrollFinder();
  let looks: Look[] = [];
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const forgetBefore = (fromMs: number) => {
    looks = looks.filter(({ atMs }) => atMs > fromMs);
  };

  return {
    look(picture, atMs) {
      if (!sampler?.fits(picture)) {
        sampler = createTileSampler(picture);
        motion = createMotionMap(sampler.columns, sampler.rows);
        scroll = createScrollFinder();
        looks = [];
        scroll.look(picture);
        return;
      }
      if (atMs - lookedAtMs < LOOK_EVERY_MS) return;
      lookedAtMs = atMs;
      const { changed, letters } = sampler.look(picture);
      const isLarge = changed.length >= sampler.columns * sampler.rows * SCROLL_FROM_RATIO;
      const isScrolled = isLarge && scroll.look(picture) >= SCROLLED_FROM;
      motion.turnTo(atMs);
      let letterTiles = 0;
      let hasText = false;
      for (const [place, tile] of changed.entries()) {
        const isLetters = letters[place] === 1;
        motion.mark(tile, !isLetters && !isScrolled);
        if (!isLetters) continue;
        letterTiles += 1;
        hasText ||= !motion.isNearMotion(tile);
      }
      looks.push({ atMs, changedTiles: changed.length, letterTiles, hasText, isScrolled });
      forgetBefore(atMs - WINDOW_MS);
    },
    read(atMs) {
      motion.turnTo(atMs);
      forgetBefore(atMs - WINDOW_MS);
      const busy = looks.filter(({ changedTiles }) => changedTiles > 0);
      const changedTiles = sumOf(busy, (look) => look.changedTiles);
      return {
        changedRatio: motion.changedRatio(),
        movingRatio: motion.movingRatio(),
        changesPerSecond: busy.length,
        textChangesPerSecond: busy.filter(({ hasText }) => hasText).length,
        edgeRatio: shareOf(
          sumOf(busy, ({ letterTiles }) => letterTiles),
          changedTiles,
        ),
        scrolledRatio: shareOf(
          sumOf(busy, (look) => (look.isScrolled ? look.changedTiles : 0)),
          changedTiles,
        ),
      };
    },
  };
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

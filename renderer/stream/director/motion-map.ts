/** Which tiles of a picture have changed in which of the last four spans of time. */
export type MotionMap = {
  /** Time goes on; before `mark` and before reading. */
  turnTo(atMs: number): void;
  /** A tile has changed; `isMotion` unless letters or scrolling explain it. */
  mark(tile: number, isMotion: boolean): void;
  /** Whether a tile that keeps moving is close by; as of the last full span. */
  isNearMotion(tile: number): boolean;
  changedRatio(): number;
  movingRatio(): number;
};

/**
 * A span is over when something has moved in it, or when it was long enough for the few frames of a
 * busy computer; short enough that turning pages leaves spans empty.
 */
const SPAN_MS = { moved: 400, empty: 500 } as const;
const SPANS = 4;
const SPANS_MASK = 0b1111;
/** One bit for each span; three of the last four, the running one may still be empty. */
const MOVING = new Set([0b0111, 0b1011, 0b1101, 0b1110, 0b1111]);
const NEAR_TILES = 2;

export function createMotionMap(columns: number, rows: number): MotionMap {
  const changed = new Uint8Array(columns * rows);
  const moved = new Uint8Array(columns * rows);
  const near = new Uint8Array(columns * rows);
  let startedAtMs: number | undefined;
  let hasMotion = false;

  const isMoving = (tile: number) => MOVING.has(moved[tile] ?? 0);
  const markNear = (tile: number) => {
    const column = tile % columns;
    const row = Math.floor(tile / columns);
    const left = Math.max(0, column - NEAR_TILES);
    const right = Math.min(columns - 1, column + NEAR_TILES);
    for (let y = Math.max(0, row - NEAR_TILES); y <= Math.min(rows - 1, row + NEAR_TILES); y += 1) {
      near.fill(1, y * columns + left, y * columns + right + 1);
    }
  };
  const turn = () => {
    hasMotion = false;
    near.fill(0);
    for (let tile = 0; tile < moved.length; tile += 1) {
      if (isMoving(tile)) markNear(tile);
      changed[tile] = ((changed[tile] ?? 0) << 1) & SPANS_MASK;
      moved[tile] = ((moved[tile] ?? 0) << 1) & SPANS_MASK;
    }
  };
  const shareWhere = (holds: (tile: number) => boolean): number => {
    let count = 0;
    for (let tile = 0; tile < changed.length; tile += 1) if (holds(tile)) count += 1;
    return changed.length === 0 ? 0 : count / changed.length;
  };

  return {
    turnTo(atMs) {
      startedAtMs ??= atMs;
      // After a long silence nothing is left of what was.
      startedAtMs = Math.max(startedAtMs, atMs - (SPANS + 1) * SPAN_MS.empty);
      for (let left = atMs - startedAtMs; ; left = atMs - startedAtMs) {
        const lengthMs = hasMotion ? SPAN_MS.moved : SPAN_MS.empty;
        if (left < lengthMs) return;
        startedAtMs += lengthMs;
        turn();
      }
    },
    mark(tile, isMotion) {
      changed[tile] = (changed[tile] ?? 0) | 1;
      if (!isMotion) return;
      moved[tile] = (moved[tile] ?? 0) | 1;
      hasMotion = true;
    },
    isNearMotion: (tile) => near[tile] === 1,
    changedRatio: () => shareWhere((tile) => changed[tile] !== 0),
    movingRatio: () => shareWhere(isMoving),
  };
}

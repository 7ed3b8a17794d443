import type { Still } from '../frame-tap/still-match.ts';
import type { ScreenState } from './screen-state.ts';
import { createStillAllowance, isStillWanted, mayTake, refill, spend } from './still-taking.ts';

/** Takes a picture of the shared source itself, of exactly this size; `null` where that cannot be done. */
export type TakeStill = (
  width: number,
  height: number,
) => Promise<{
  readonly width: number;
  readonly height: number;
  /** Blue, green, red and alpha of each pixel. */
  readonly pixels: Uint8Array<ArrayBuffer>;
} | null>;

/** Takes stills of the source when parts of the screen have come to rest. */
export type StillTaker = {
  canTake(): boolean;
  /** Takes one if it is time; true when tiles no longer wait for it. */
  look(): Promise<boolean>;
  /** Another source is shown: one that gave none says nothing about it. */
  startOver(): void;
};

/** A source that gave none so often in a row has none to give. */
const MOST_MISSES = 3;

export function createStillTaker(
  takeStill: TakeStill | undefined,
  around: {
    readonly now: () => number;
    readonly screen: () => ScreenState | undefined;
    readonly match: (still: Still) => Promise<readonly number[]>;
  },
): StillTaker {
  const { now } = around;
  let misses = 0;
  const canTake = () => takeStill !== undefined && misses < MOST_MISSES;
  let isTaking = false;
  let allowance = createStillAllowance(now());

  const take = async (screen: ScreenState): Promise<boolean> => {
    const askedAtMs = now();
    const { width, height } = screen.grid;
    const taken = await takeStill?.(width, height).catch(() => null);
    if (!taken) {
      misses += 1;
      screen.stillsDoneForMs = askedAtMs;
      return true;
    }
    misses = 0;
    const tiles = await around.match({ ...taken, order: 'bgra' });
    if (around.screen() !== screen) return false;
    screen.isMatched.fill(0);
    for (const tile of tiles) screen.isMatched[tile] = 1;
    screen.stillsDoneForMs = askedAtMs;
    return true;
  };
  return {
    canTake,
    startOver() {
      misses = 0;
    },
    async look() {
      const screen = around.screen();
      allowance = refill(allowance, now());
      if (!screen || !canTake() || isTaking) return false;
      if (!mayTake(allowance, now()) || !isStillWanted(screen, now())) return false;
      allowance = spend(allowance, now());
      isTaking = true;
      try {
        return await take(screen);
      } finally {
        isTaking = false;
      }
    },
  };
}

import { NO_RELIEF, type ReliefStep, seeLoad } from '../stream/relief.ts';

/**
 * How far the load on this computer is brought down, for all viewers of a share alike: relief for
 * one viewer alone would cost it its place at the encoder they share.
 */
export type ShareRelief = {
  step(): ReliefStep;
  /** One look at one viewer's encoder, which was too slow for so many looks in a row. */
  see(busyLooks: number): void;
};

export function createShareRelief(now: () => number): ShareRelief {
  let relief = NO_RELIEF;
  return {
    step: () => relief.step,
    see(busyLooks) {
      relief = seeLoad(relief, busyLooks, now());
    },
  };
}

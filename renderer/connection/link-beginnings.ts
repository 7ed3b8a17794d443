import type { ProfileName } from '../stream/profile.ts';
import { slowLocalStartOf, unmeasuredStartOf } from '../stream/start-bitrate.ts';

/** What is known when a link is built. */
export type LinkBeginning = {
  readonly profile: ProfileName;
  /** What its picture is to start with, in bit/s. */
  readonly startBps: number;
  /** It is built within the local network only. */
  readonly isLocal: boolean;
  /** The newest estimate of an earlier link to the same viewer, in bit/s. */
  readonly lastEstimateBps: number | null;
};

/** What the links to one viewer begin with, by what earlier ones have told. */
export function createLinkBeginnings(profile: () => ProfileName) {
  let lastEstimateBps: number | null = null;
  let slowStartBps: number | null = null;
  return {
    next(isLocal: boolean): LinkBeginning {
      const slow = lastEstimateBps === null ? slowStartBps : null;
      const startBps = slow ?? unmeasuredStartOf(isLocal, lastEstimateBps);
      return { profile: profile(), startBps, isLocal, lastEstimateBps };
    },
    noteEstimate(estimateBps: number | null): void {
      lastEstimateBps = estimateBps;
    },
    /**
     * Takes what the bursts over a local link have told. True when it starts far too fast for its
     * way: a browser cannot be told to start slower once a link stands, so another has to be built.
     */
    noteArrival(arrivalBps: number | null): boolean {
      if (slowStartBps !== null) return false;
      slowStartBps = slowLocalStartOf(arrivalBps);
      return slowStartBps !== null;
    },
  };
}

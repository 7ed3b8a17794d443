import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;
const FIRST_WAIT_MS = 60_000;

type Limits = {
  perMinute: number;
  /** All networks together. */
  perMinuteOverall: number;
  maxWaitMs: number;
  /** The oldest are forgotten beyond this. */
  maxNetworks: number;
};
type Standing = { offences: number; waitsUntilMs: number };

/** Makes a network that tries too often wait, longer each time. */
export type AttemptLimit = {
  /** How long this network has to wait; 0 when it may try. */
  waitMs(network: string): number;
  count(network: string, attempts?: number): void;
};

/** Starts with nobody known. Waits double up to the longest, and are forgotten after as long again. */
export function createAttemptLimit(limits: Limits, now: () => number): AttemptLimit {
  const duration = WINDOW_SECONDS;
  const perNetwork = new RateLimiterMemory({ points: limits.perMinute, duration });
  const overall = new RateLimiterMemory({ points: limits.perMinuteOverall, duration });
  const standings = new Map<string, Standing>();
  let allWaitUntilMs = 0;

  const recall = (network: string): Standing => {
    const standing = standings.get(network) ?? { offences: 0, waitsUntilMs: 0 };
    const isForgiven = now() >= standing.waitsUntilMs + limits.maxWaitMs;
    // A Map keeps its order: deleting first moves the network to the young end.
    standings.delete(network);
    standings.set(network, isForgiven ? { offences: 0, waitsUntilMs: 0 } : standing);
    for (const oldest of standings.keys()) {
      if (standings.size <= limits.maxNetworks) break;
      standings.delete(oldest);
      void perNetwork.delete(oldest);
    }
    return standings.get(network) ?? standing;
  };
  const punish = (network: string) => {
    const standing = recall(network);
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** standing.offences, limits.maxWaitMs);
    standing.offences += 1;
    standing.waitsUntilMs = now() + waitMs;
    void perNetwork.delete(network);
  };

  return {
    waitMs(network) {
      const untilMs = standings.get(network)?.waitsUntilMs ?? 0;
      return Math.max(0, Math.ceil(Math.max(untilMs, allWaitUntilMs) - now()));
    },
    count(network, attempts = 1) {
      recall(network);
      whenUsedUp(perNetwork.consume(network, attempts), () => punish(network));
      whenUsedUp(overall.consume('all', attempts), ({ msBeforeNext }) => {
        allWaitUntilMs = now() + msBeforeNext;
      });
    },
  };
}

/** The limiter resolves with what is left, and rejects with the same when it is too much. */
function whenUsedUp(
  consumption: Promise<RateLimiterRes>,
  then: (result: RateLimiterRes) => void,
): void {
  const judge = (result: RateLimiterRes) => {
    if (result.remainingPoints <= 0) then(result);
  };
  consumption.then(judge, judge);
}

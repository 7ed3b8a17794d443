/** What is known of a way before the first frame takes it. */
export type Beginning = {
  /** `null` while it is not known. */
  readonly route: 'direct' | 'through-nat' | 'relayed' | null;
  readonly transport: 'udp' | 'tcp' | 'tls';
  /** How fast a burst sent ahead arrived; `null` when the viewer did not say. */
  readonly arrivalBps: number | null;
  /** The newest estimate for the same viewer over an earlier link. */
  readonly lastEstimateBps: number | null;
};

const LEAST_BPS = 300_000;
/** Without a word from the viewer: what nearly every way of the kind carries. */
const UNTOLD_BPS = 1_000_000;
/** A first key frame at full size needs no more than this. */
const MOST_BPS = { direct: 40_000_000, 'through-nat': 10_000_000, relayed: 4_000_000 } as const;
const MOST_OVER_TCP_BPS = 2_000_000;
/** A short burst is flattered by the buffers on its way. */
const ARRIVAL_SHARE = 0.6;
/** A busy page measures no more than this even of a local network. */
const FAST_ARRIVAL_BPS = 12_000_000;
const LAST_SHARE = 0.8;

/**
 * The bitrate the first frame is sent with, in bit/s. Too low, and a fast link shows blur for half
 * a second; too high, and the first key frame clogs a slow link for many seconds.
 */
export function startBitrateOf({
  route,
  transport,
  arrivalBps,
  lastEstimateBps,
}: Beginning): number {
  const most = transport === 'udp' ? MOST_BPS[route ?? 'through-nat'] : MOST_OVER_TCP_BPS;
  const told = arrivalBps === null ? UNTOLD_BPS : carried(arrivalBps);
  const remembered = lastEstimateBps === null ? most : lastEstimateBps * LAST_SHARE;
  return Math.round(Math.max(LEAST_BPS, Math.min(most, told, remembered)));
}

const carried = (arrivalBps: number): number =>
  isFast(arrivalBps) ? Number.POSITIVE_INFINITY : arrivalBps * ARRIVAL_SHARE;

const isFast = (arrivalBps: number): boolean => arrivalBps >= FAST_ARRIVAL_BPS;

/**
 * What the first picture of a link starts with that is built before anything is measured, in bit/s.
 * Browsers probe several times as much when a link comes up, and cannot be told otherwise later.
 * @param lastEstimateBps the newest estimate for the same viewer over an earlier link
 */
export function unmeasuredStartOf(isLocal: boolean, lastEstimateBps: number | null): number {
  const most = isLocal ? MOST_BPS.direct : UNTOLD_BPS;
  if (lastEstimateBps === null) return most;
  return Math.round(Math.max(LEAST_BPS, Math.min(MOST_BPS.direct, lastEstimateBps * LAST_SHARE)));
}

/** What a local link is to start with that turned out to be slow; `null` where none has. */
export function slowLocalStartOf(arrivalBps: number | null): number | null {
  if (arrivalBps !== null && isFast(arrivalBps)) return null;
  const transport = 'udp';
  return startBitrateOf({ route: 'direct', transport, arrivalBps, lastEstimateBps: null });
}

/** What lies between presenter and viewer, the same both ways. */
export type Network = {
  readonly name: string;
  /** `null` is as fast as the machine. */
  readonly rateKbps: number | null;
  /** Each way, so twice of it for a round trip. */
  readonly delayMs: number;
  readonly lossPercent: number;
};

const network = (name: string, limits: Partial<Network> = {}): Network => ({
  name,
  rateKbps: null,
  delayMs: 0,
  lossPercent: 0,
  ...limits,
});

export const NETWORKS = {
  lan: network('LAN'),
  fast: network('4 Mbit/s', { rateKbps: 4_000 }),
  slow: network('1 Mbit/s', { rateKbps: 1_000 }),
  starved: network('0.3 Mbit/s', { rateKbps: 300 }),
  lossy: network('80 ms, 3 % loss', { delayMs: 80, lossPercent: 3 }),
} as const;

/** Longest that a packet waits before a rate limit throws it away. */
const QUEUE_MS = 200;

/** Words of `tc` that limit what leaves by a device. */
export function rateLimitWords(device: string, rateKbps: number): string[] {
  // 20 ms of the rate, and never less than two packets: a burst the limit does not see.
  const burstBytes = Math.max(3_200, Math.round((rateKbps / 8) * 20));
  const limit = `tbf rate ${rateKbps}kbit burst ${burstBytes} latency ${QUEUE_MS}ms`;
  return ['qdisc', 'add', 'dev', device, 'root', ...limit.split(' ')];
}

import type { Namespace } from './namespace.ts';
import { halfOpenRules, lossRules } from './router-rules.ts';

/** What goes wrong on the way between a local network and the public one. */
export type Impairment = {
  /** Loses `percent` of all packets, each way; 100 is silence. */
  setLoss(percent: number): Promise<void>;
  /** Limits both ways to so many kbit/s; `null` takes the limit off. */
  setRate(kbitPerSecond: number | null): Promise<void>;
  /**
   * Lets every TCP connection that now exists to a port hang half open: no packet of it arrives any
   * more, in either direction, and neither end is told. New ones work.
   * @throws an Error where there is none
   */
  hangConnectionsTo(port: number): Promise<void>;
  clear(): Promise<void>;
};

/**
 * Impairs what passes a router.
 * @param far the other end of the router's `wan`, where the way back can be slowed
 */
export function impair(
  router: Namespace,
  far: { readonly namespace: Namespace; readonly device: string },
): Impairment {
  const ends = [{ namespace: router, device: 'wan' }, far];
  let isRateLimited = false;

  const setRate = async (kbitPerSecond: number | null) => {
    for (const { namespace, device } of ends) {
      if (isRateLimited) await namespace.run('tc', ['qdisc', 'del', 'dev', device, 'root']);
      if (kbitPerSecond === null) continue;
      const limit = `qdisc add dev ${device} root tbf rate ${kbitPerSecond}kbit burst 16kb latency 200ms`;
      await namespace.run('tc', limit.split(' '));
    }
    isRateLimited = kbitPerSecond !== null;
  };

  return {
    setLoss: (percent) => router.nft(lossRules(percent)),
    setRate,
    async hangConnectionsTo(port) {
      const known = await router.run('conntrack', ['-L', '-p', 'tcp', '--dport', String(port)]);
      const ports = [...known.matchAll(/^tcp .*?ESTABLISHED .*?sport=(\d+)/gm)].map(([, found]) =>
        Number(found),
      );
      if (ports.length === 0) throw new Error(`no connection to port ${port} is there to hang`);
      await router.nft(halfOpenRules([...new Set(ports)]));
    },
    async clear() {
      await router.nft(lossRules(0));
      await router.nft(halfOpenRules([]));
      await setRate(null);
    },
  };
}

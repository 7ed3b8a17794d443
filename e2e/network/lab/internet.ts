import type { AddressPlan } from './addresses.ts';
import { type Namespace, openNamespace } from './namespace.ts';

/** The public network of the lab: the servers are in it, and every local network hangs on it. */
export type Internet = {
  readonly plan: AddressPlan;
  /** Where servers run, at `plan.service` and `plan.relay`. */
  readonly namespace: Namespace;
  /** Plugs the interface `wan` of a router in; resolves with the name of the port it is at. */
  plug(router: Namespace): Promise<string>;
  close(): Promise<void>;
};

/** Opens a public network of one kind of addresses, IPv4 or IPv6. */
export async function openInternet(plan: AddressPlan): Promise<Internet> {
  const namespace = await openNamespace('internet');
  let ports = 0;
  try {
    if (plan.family === 4) await namespace.sysctl(...WITHOUT_IPV6);
    else await namespace.sysctl(...PLAIN_IPV6, 'net.ipv6.conf.all.forwarding=1');
    await namespace.ip(`link add bridge address ${bridgeAddress(0)} type bridge`);
    for (const address of [plan.service, plan.relay]) {
      await namespace.ip(addressWords(`${address}/${plan.publicPrefix}`, 'bridge'));
    }
    await namespace.ip('link set bridge up');
  } catch (error) {
    await namespace.close();
    throw error;
  }
  return {
    plan,
    namespace,
    async plug(router) {
      ports += 1;
      const port = `port${ports}`;
      await router.ip(`link add wan type veth peer name ${port} netns ${namespace.name}`);
      await namespace.ip(`link set ${port} master bridge up`);
      return port;
    },
    close: namespace.close,
  };
}

/** An address is good at once, and none comes by itself: either would tell browsers of a change. */
export const PLAIN_IPV6 = [
  'net.ipv6.conf.default.accept_dad=0',
  'net.ipv6.conf.default.dad_transmits=0',
  'net.ipv6.conf.default.accept_ra=0',
  // As IPv4 has it by itself: a cable plugged out does not cost the address.
  'net.ipv6.conf.default.keep_addr_on_down=1',
] as const;
export const WITHOUT_IPV6 = [
  'net.ipv6.conf.all.disable_ipv6=1',
  'net.ipv6.conf.default.disable_ipv6=1',
] as const;

/**
 * The hardware address of bridge `number`. Without one of its own a bridge takes that of a port, and
 * another one when a port is added: what neighbours remember of it would lead nowhere.
 */
export const bridgeAddress = (number: number): string => `02:00:00:00:00:0${number}`;

/** The words of `ip` that give an interface an address, usable at once. */
export const addressWords = (addressWithPrefix: string, device: string): string =>
  `addr add ${addressWithPrefix} dev ${device}${addressWithPrefix.includes(':') ? ' nodad' : ''}`;

import { isIPv6 } from 'node:net';

/** One address of this computer, as `os.networkInterfaces()` lists it. */
type NetworkAddress = { address: string; family: string; internal: boolean };
/** Addresses by interface name. */
export type NetworkInterfaces = { [name: string]: readonly NetworkAddress[] | undefined };

type Reach = {
  /** The address listened on, a name already looked up. */
  host: string;
  port: number;
  publicUrl?: string | undefined;
  interfaces: NetworkInterfaces;
};

const MAX_ORIGINS = 16;
const WILDCARDS = ['0.0.0.0', '::'];
const VIRTUAL_INTERFACE =
  /^(docker|br-|veth|virbr|vmnet|vbox|vnic|utun|tun|tap|tailscale|wg|zt|cni|flannel|podman|lxc|bridge|awdl|llw)|virtual|vethernet|vmware|hyper-v|wsl/i;
const PRIVATE_IPV4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const LINK_LOCAL_IPV6 = /^fe[89ab]/i;
const LINK_LOCAL_IPV4 = /^169\.254\./;

/** Origins other people can open to reach the service, best first. */
export function listOrigins({ host, port, publicUrl, interfaces }: Reach): string[] {
  if (publicUrl !== undefined) return [new URL(publicUrl).origin];
  if (!WILDCARDS.includes(host)) return [createOrigin(host, port)];
  return listLanAddresses(interfaces, host === '::').map((address) => createOrigin(address, port));
}

function listLanAddresses(interfaces: NetworkInterfaces, hasIpv6: boolean): string[] {
  const candidates = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal }) => !internal)
      .filter(({ address }) => (isIPv6(address) ? hasIpv6 : true))
      .filter(({ address }) => !LINK_LOCAL_IPV6.test(address))
      .map(({ address }) => ({ address, rank: rank(name, address) })),
  );
  candidates.sort((a, b) => a.rank - b.rank);
  return [...new Set(candidates.map(({ address }) => address))].slice(0, MAX_ORIGINS);
}

/** Whether an interface is a tunnel or leads to machines inside this one, by its usual names. */
export const isVirtualInterface = (name: string): boolean => VIRTUAL_INTERFACE.test(name);

/** Lower is likelier to be reached by a colleague in the same office. */
export function rank(interfaceName: string, address: string): number {
  const virtual = isVirtualInterface(interfaceName) ? 4 : 0;
  if (PRIVATE_IPV4.test(address)) return virtual;
  if (LINK_LOCAL_IPV4.test(address)) return virtual + 3;
  return virtual + (isIPv6(address) ? 2 : 1);
}

function createOrigin(address: string, port: number): string {
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

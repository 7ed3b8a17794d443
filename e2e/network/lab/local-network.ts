import { type Impairment, impair } from './impairment.ts';
import {
  addressWords,
  bridgeAddress,
  type Internet,
  PLAIN_IPV6,
  WITHOUT_IPV6,
} from './internet.ts';
import { type LocalSocket, type Machine, openMachine } from './machine.ts';
import { openNamespace } from './namespace.ts';
import { type FirewallMode, type NatMode, routerRules } from './router-rules.ts';

export type RouterMode = { readonly nat: NatMode; readonly firewall: FirewallMode };

/** A network of machines behind one router, such as an office or a home. */
export type LocalNetwork = LocalSocket & {
  readonly impairment: Impairment;
  /** The address by which the public network knows its router. */
  publicAddress(): string;
  /** Whether UDP goes, or just went, from here to an address. */
  sendsUdpTo(address: string): Promise<boolean>;
  /** Adds a machine, whose only way out is this network's router. */
  addMachine(role: string): Promise<Machine>;
  /** Changes what the router does and forgets every mapping, as another router would. */
  setRouter(mode: Partial<RouterMode>): Promise<void>;
  /** Changes only what passes from now on, as an administrator does; mappings stay. */
  setFirewall(firewall: FirewallMode): Promise<void>;
  /** Gives the router another public address, as a provider does over night. */
  changePublicAddress(): Promise<void>;
  /** Has the router forget who talks to whom. */
  forgetMappings(): Promise<void>;
  /** Back to a good day: port-preserving NAT, nothing blocked, lost or slowed. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens local network `number` of the lab: port-preserving NAT with IPv4, routing with IPv6, and
 * nothing blocked but what comes unasked.
 */
export async function openLocalNetwork(internet: Internet, number: number): Promise<LocalNetwork> {
  const { plan } = internet;
  const router = await openNamespace(`router${number}`);
  const machines: Machine[] = [];
  const goodDay: RouterMode = { nat: plan.family === 4 ? 'cone' : 'none', firewall: 'open' };
  let mode = goodDay;
  let addresses = 1;
  let variant = 0;

  const freeAddress = () => {
    addresses += 1;
    return plan.localOf(number, addresses);
  };
  const publicAddress = () => plan.publicOf(number, variant);
  const forgetMappings = async () => {
    // It complains where there was nothing to forget.
    await router.run('conntrack', ['-F']).catch(() => '');
  };
  const setRouter = async (change: Partial<RouterMode>) => {
    mode = { ...mode, ...change };
    await router.nft(routerRules(mode.nat, mode.firewall));
    await forgetMappings();
  };
  const takePublicAddress = async () => {
    const address = publicAddress();
    await router.ip('addr flush dev wan scope global');
    await router.ip(addressWords(`${address}/${plan.publicPrefix}`, 'wan'));
    if (plan.family === 4) return;
    const local = `${plan.localOf(number, 0).replace(/0$/, '')}/${plan.localPrefix}`;
    await internet.namespace.ip(`route replace ${local} via ${address}`);
    await router.ip(`route replace default via ${plan.service}`);
  };
  const close = async () => {
    for (const machine of machines) await machine.close();
    await router.close();
  };

  try {
    if (plan.family === 4) await router.sysctl(...WITHOUT_IPV6, 'net.ipv4.ip_forward=1');
    else await router.sysctl(...PLAIN_IPV6, 'net.ipv6.conf.all.forwarding=1');
    const port = await internet.plug(router);
    await router.ip('link set wan up');
    await takePublicAddress();
    await router.ip(`link add lan address ${bridgeAddress(number)} type bridge`);
    await router.ip(addressWords(`${plan.localOf(number, 1)}/${plan.localPrefix}`, 'lan'));
    await router.ip('link set lan up');
    await setRouter({});
    const impairment = impair(router, { namespace: internet.namespace, device: port });
    const network: LocalNetwork = {
      number,
      router,
      impairment,
      freeAddress,
      publicAddress,
      async sendsUdpTo(address) {
        const family = plan.family === 4 ? 'ipv4' : 'ipv6';
        const flows = await router.run('conntrack', ['-L', '-f', family, '-p', 'udp']);
        return flows.includes(` dst=${address} `);
      },
      setRouter,
      forgetMappings,
      async addMachine(role) {
        const machine = await openMachine(role, plan);
        machines.push(machine);
        await machine.plugInto(network);
        return machine;
      },
      async setFirewall(firewall) {
        mode = { ...mode, firewall };
        await router.nft(routerRules(mode.nat, firewall));
      },
      async changePublicAddress() {
        variant += 1;
        await takePublicAddress();
        await forgetMappings();
      },
      async reset() {
        await impairment.clear();
        await setRouter(goodDay);
      },
      close,
    };
    return network;
  } catch (error) {
    await close();
    throw error;
  }
}

import type { AddressPlan } from './addresses.ts';
import { addressWords, PLAIN_IPV6, WITHOUT_IPV6 } from './internet.ts';
import { type Namespace, openNamespace } from './namespace.ts';

/** What a machine can be plugged into. */
export type LocalSocket = {
  readonly number: number;
  readonly router: Namespace;
  /** The next address nobody has had here. */
  freeAddress(): string;
};

/** One interface of a machine: a cable, a Wi-Fi, a VPN. */
export type Interface = {
  readonly device: string;
  /** Plugs the cable out or in. Its address stays; the way out comes back with it. */
  setLink(state: 'up' | 'down'): Promise<void>;
  /** Gets another address in the same network, as after a new lease. */
  changeAddress(): Promise<void>;
  remove(): Promise<void>;
};

/** A person's computer. */
export type Machine = {
  readonly namespace: Namespace;
  /** The interface it was made with. */
  readonly main: Interface;
  /**
   * Adds an interface in a local network, by which everything leaves where no other interface has a
   * lower metric.
   * @param metric 100 is that of the interface it was made with
   */
  plugInto(network: LocalSocket, metric?: number): Promise<Interface>;
  /** Stops every program on it, as when its lid is closed; the network goes on around it. */
  suspend(): Promise<void>;
  wake(): Promise<void>;
  /** Removes every interface but the one it was made with. */
  unplugOthers(): Promise<void>;
  close(): Promise<void>;
};

const MAIN_METRIC = 100;

/** Opens a machine that is plugged into nothing yet. */
export async function openMachine(role: string, plan: AddressPlan): Promise<Machine> {
  const namespace = await openNamespace(role);
  const interfaces: Interface[] = [];
  let plugged = 0;
  if (plan.family === 4) await namespace.sysctl(...WITHOUT_IPV6);
  else await namespace.sysctl(...PLAIN_IPV6);

  return {
    namespace,
    get main() {
      const [first] = interfaces;
      if (!first) throw new Error(`${namespace.name} is plugged into nothing`);
      return first;
    },
    async plugInto(network, metric = MAIN_METRIC) {
      const device = `eth${plugged}`;
      const port = `port${namespace.name.split('-')[2]}x${plugged}`;
      plugged += 1;
      const { router, number } = network;
      await namespace.ip(`link add ${device} type veth peer name ${port} netns ${router.name}`);
      await router.ip(`link set ${port} master lan up`);

      const takeAddress = async () => {
        const address = `${network.freeAddress()}/${plan.localPrefix}`;
        await namespace.ip(`addr flush dev ${device} scope global`);
        await namespace.ip(addressWords(address, device));
      };
      const setRoute = () =>
        namespace.ip(
          `route replace default via ${plan.localOf(number, 1)} dev ${device} metric ${metric}`,
        );
      await namespace.ip(`link set ${device} up`);
      await takeAddress();
      await setRoute();

      const added: Interface = {
        device,
        async setLink(state) {
          await namespace.ip(`link set ${device} ${state}`);
          if (state === 'up') await setRoute();
        },
        async changeAddress() {
          await takeAddress();
          await setRoute();
        },
        async remove() {
          await namespace.ip(`link del ${device}`);
          interfaces.splice(interfaces.indexOf(added), 1);
        },
      };
      interfaces.push(added);
      return added;
    },
    suspend: () => namespace.signal('SIGSTOP'),
    wake: () => namespace.signal('SIGCONT'),
    async unplugOthers() {
      for (const added of interfaces.slice(1)) await added.remove();
    },
    close: namespace.close,
  };
}

import { WITHOUT_IPV6 } from './internet.ts';
import { type Namespace, openNamespace } from './namespace.ts';

/** Computers at one router that has lost its line: no server, no internet, nothing behind it. */
export type CabledNetwork = {
  /** Opens a computer that is plugged in at `eth0`. */
  addMachine(role: string): Promise<Namespace>;
  /** Plugs a computer in at another of its interfaces; resolves with its address there. */
  plug(machine: Namespace, device: string): Promise<string>;
  close(): Promise<void>;
};

/**
 * Opens network 10.1.NUMBER.0/24.
 * @param number 1 to 9
 */
export async function openCabledNetwork(number: number): Promise<CabledNetwork> {
  const hub = await openNamespace(`router${number}`);
  const machines: Namespace[] = [];
  let plugged = 0;
  const plug = async (machine: Namespace, device: string) => {
    plugged += 1;
    const address = `10.1.${number}.${plugged + 1}`;
    await machine.ip(`link add ${device} type veth peer name port${plugged} netns ${hub.name}`);
    await hub.ip(`link set port${plugged} master bridge up`);
    await machine.ip(`addr add ${address}/24 dev ${device}`);
    await machine.ip(`link set ${device} up`);
    return address;
  };
  const close = async () => {
    for (const machine of machines) await machine.close();
    await hub.close();
  };
  try {
    await hub.sysctl(...WITHOUT_IPV6);
    await hub.ip('link add bridge type bridge mcast_snooping 0');
    await hub.ip(`addr add 10.1.${number}.1/24 dev bridge`);
    await hub.ip('link set bridge up');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async addMachine(role) {
      const machine = await openNamespace(role);
      machines.push(machine);
      await machine.sysctl(...WITHOUT_IPV6);
      await plug(machine, 'eth0');
      await machine.ip(`route add default via 10.1.${number}.1`);
      return machine;
    },
    plug,
    close,
  };
}

import type { Side } from './two-networks.ts';

/** What a side's machine and router know of the network, for whoever looks at a failure. */
export async function describeNetworks({ machine, network }: Side): Promise<string> {
  const { namespace } = machine;
  const { router } = network;
  const parts = await Promise.all([
    namespace.ip('-brief addr'),
    namespace.ip('route'),
    namespace.run('ss', ['-antuH']),
    router.ip('neigh'),
    router.run('conntrack', ['-L']).catch(() => ''),
  ]);
  return parts.join('\n');
}

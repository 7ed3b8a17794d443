import { execFileSync } from 'node:child_process';

/** The presenter's and the viewer's address. */
export const ADDRESSES = { presenter: '10.77.0.1', viewer: '10.77.0.2' };

/**
 * Three network namespaces in a row: presenter, wire, viewer. They have no way out, and the names
 * are those that the network lab clears away where their process is gone (e2e/network/lab).
 * @typedef {{ presenter: string, wire: string, viewer: string }} Topology
 */

/**
 * Opens the namespaces. They must be there before the benchmark starts inside one of them: what is
 * mounted in there is not seen outside.
 * @returns {{ topology: Topology, close(): void }} closing twice is safe
 */
export function openTopology() {
  const name = (/** @type {string} */ role) => `sightline-${process.pid}-${role}`;
  const topology = { presenter: name('presenter'), wire: name('wire'), viewer: name('viewer') };
  const close = () => {
    for (const namespace of Object.values(topology)) attempt(['netns', 'del', namespace]);
  };
  try {
    for (const namespace of Object.values(topology)) {
      ip(['netns', 'add', namespace]);
      ip(['-n', namespace, 'link', 'set', 'lo', 'up']);
      for (const scope of ['all', 'default']) {
        const off = `net.ipv6.conf.${scope}.disable_ipv6=1`;
        ip(['netns', 'exec', namespace, 'sysctl', '-qw', off]);
      }
    }
    ip(['-n', topology.wire, 'link', 'add', 'bridge', 'type', 'bridge']);
    ip(['-n', topology.wire, 'link', 'set', 'bridge', 'up']);
    for (const role of /** @type {const} */ (['presenter', 'viewer'])) {
      const end = topology[role];
      const peer = ['peer', 'name', role, 'netns', topology.wire];
      ip(['-n', end, 'link', 'add', 'eth0', 'type', 'veth', ...peer]);
      ip(['-n', end, 'addr', 'add', `${ADDRESSES[role]}/24`, 'dev', 'eth0']);
      ip(['-n', end, 'link', 'set', 'eth0', 'up']);
      // Without a way to anywhere a browser takes itself for offline.
      ip(['-n', end, 'route', 'add', 'default', 'dev', 'eth0']);
      ip(['-n', topology.wire, 'link', 'set', role, 'master', 'bridge', 'up']);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { topology, close };
}

/** @param {string[]} words */
const ip = (words) => execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'inherit'] });

/** @param {string[]} words */
function attempt(words) {
  try {
    execFileSync('ip', words, { stdio: 'ignore' });
  } catch {
    // It was not there.
  }
}

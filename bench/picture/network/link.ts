import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { run } from '../../../e2e/network/lab/command.ts';
import { waitForLine } from '../../../e2e/network/lab/wait-for-line.ts';
import { end } from '../../../e2e/support/x-screen.ts';
import { type Network, rateLimitWords } from './networks.ts';
import type { Topology } from './topology.mjs';

const ENDS = ['presenter', 'viewer'] as const;

/** The way between both sides, which can be made worse. */
export type Link = {
  /** Makes the way that of `network`; waits until it is. */
  become(network: Network): Promise<void>;
  close(): Promise<void>;
};

/**
 * Takes charge of the way through the namespace `wire`.
 * @param wireProgram the compiled native/wire.c
 */
export function openLink(topology: Topology, wireProgram: string): Link {
  const inWire = (...words: string[]) => run('ip', ['netns', 'exec', topology.wire, ...words]);
  let isLimited = false;
  let delaying: ChildProcess | undefined;

  const plain = async () => {
    if (isLimited) for (const device of ENDS) await inWire(...without(device));
    isLimited = false;
    if (!delaying) return;
    await end(delaying);
    delaying = undefined;
    for (const device of ENDS) await inWire('ip', 'link', 'set', device, 'master', 'bridge');
  };
  return {
    async become({ rateKbps, delayMs, lossPercent }) {
      await plain();
      if (rateKbps !== null) {
        for (const device of ENDS) await inWire('tc', ...rateLimitWords(device, rateKbps));
        isLimited = true;
      }
      if (delayMs === 0 && lossPercent === 0) return;
      for (const device of ENDS) await inWire('ip', 'link', 'set', device, 'nomaster');
      const limits = [String(delayMs), String(lossPercent)];
      const words = ['netns', 'exec', topology.wire, wireProgram, ...ENDS, ...limits];
      delaying = spawn('ip', words, { stdio: ['ignore', 'pipe', 'inherit'] });
      await waitForLine(delaying, /ready/);
    },
    close: plain,
  };
}

const without = (device: string) => ['tc', 'qdisc', 'del', 'dev', device, 'root'];

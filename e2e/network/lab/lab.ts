import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import type { AddressPlan } from './addresses.ts';
import { type Certificates, createCertificates } from './certificates.ts';
import { openChromiumIn } from './chromium-in.ts';
import { type Coturn, startCoturn } from './coturn.ts';
import { type Internet, openInternet } from './internet.ts';
import type { LabProgram } from './lab-program.ts';
import { type LocalNetwork, openLocalNetwork } from './local-network.ts';
import type { Machine } from './machine.ts';
import { makeLabFolder, removeLeftovers } from './namespace.ts';
import { type IceSettings, startSignalingIn } from './signaling-in.ts';
import { startTlsFront } from './tls-front.ts';

/**
 * A small internet inside this machine: a public network with the servers in it, and local networks
 * behind routers. Nothing in it has a way to the machine's own network, which is never touched.
 */
export type Lab = {
  readonly plan: AddressPlan;
  readonly internet: Internet;
  readonly coturn: Coturn;
  /** Origin of the web app, such as `https://203.0.113.10`. */
  readonly origin: string;
  /** Opens local network `number`, 1 to 9; the lab closes it. */
  openNetwork(number: number): Promise<LocalNetwork>;
  /** Starts the signaling service behind the TLS front; one at a time, closed by who started it. */
  startSignaling(ice: IceSettings): Promise<LabProgram>;
  /** Opens a browser on a machine; the lab closes it. */
  openChromium(
    machine: Machine,
    options: { args?: readonly string[]; headless?: boolean },
  ): Promise<Browser>;
  /** Ends and removes everything, whatever state it is in. */
  close(): Promise<void>;
};

/** Opens the lab's public network and servers, without any local network yet. Needs root. */
export async function openLab(plan: AddressPlan): Promise<Lab> {
  await removeLeftovers();
  const folder = await makeLabFolder();
  const closers: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = () => closeAll(closers);
  try {
    const internet = await openInternet(plan);
    closers.push(internet.close);
    const certificates = await createCertificates(folder, [plan.service, plan.relay]);
    const [coturn, front] = await startServers(internet, certificates, folder, closers);
    return {
      plan,
      internet,
      coturn,
      origin: front.origin,
      async openNetwork(number) {
        const network = await openLocalNetwork(internet, number);
        closers.push(network.close);
        return network;
      },
      startSignaling: (ice) => startSignalingIn(internet, front.origin, ice),
      async openChromium(machine, options) {
        const { home } = certificates;
        const browser = await openChromiumIn(machine, { folder, home, ...options });
        closers.push(() => browser.close());
        return browser;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServers(
  internet: Internet,
  certificates: Certificates,
  folder: string,
  closers: (() => Promise<void>)[],
) {
  const keep = async <Program extends LabProgram>(starting: Promise<Program>) => {
    const program = await starting;
    closers.push(program.close);
    return program;
  };
  return Promise.all([
    keep(startCoturn(internet, certificates, path.join(folder, 'coturn'))),
    keep(startTlsFront(internet, certificates, path.join(folder, 'front'))),
  ]);
}

/** Closes the last opened first, every one of them, and then tells what went wrong. */
async function closeAll(closers: (() => Promise<void>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    await closer().catch((error: unknown) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'the lab did not close cleanly');
}

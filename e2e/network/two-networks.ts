import type { Browser } from '@playwright/test';
import { openStampWindow, type StampWindow } from '../stamp/stamp-window.ts';
import { ANSWER_WITH_SCREEN } from '../support/chromium.ts';
import type { AddressPlan } from './lab/addresses.ts';
import { type Lab, openLab } from './lab/lab.ts';
import type { LocalNetwork } from './lab/local-network.ts';
import type { Machine } from './lab/machine.ts';

/** Two people, each at home behind a router of their own, and a lab around them. */
export type TwoNetworks = {
  readonly lab: Lab;
  readonly presenterSide: Side;
  readonly viewerSide: Side;
  /** A window on the shared screen whose picture tells how new it is. */
  readonly stamp: StampWindow;
  /** Opens, once, a browser on another machine of the presenter's network. */
  openNeighbour(): Promise<Browser>;
  /** Gives both sides a good day again, whatever a journey did to them. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

export type Side = {
  readonly network: LocalNetwork;
  readonly machine: Machine;
  readonly browser: Browser;
};

/**
 * Opens the lab and both people's browsers.
 * @param slot tells runs beside each other apart, 0 or 1: they share one screen
 */
export async function openTwoNetworks(plan: AddressPlan, slot: number): Promise<TwoNetworks> {
  const [lab, stamp] = await Promise.all([
    openLab(plan),
    openStampWindow(21 + slot, { x: 850, y: slot * 360 }),
  ]);
  const close = async () => {
    await lab.close();
    await stamp.close();
  };
  const openSide = async (number: number, role: string, options: BrowserOptions): Promise<Side> => {
    const network = await lab.openNetwork(number);
    const machine = await network.addMachine(role);
    return { network, machine, browser: await lab.openChromium(machine, options) };
  };
  try {
    const [presenterSide, viewerSide] = await Promise.all([
      openSide(1, 'presenter', { args: [ANSWER_WITH_SCREEN, '--window-position=0,0'] }),
      openSide(2, 'viewer', VIEWER_OPTIONS),
    ]);
    let neighbour: Promise<Browser> | undefined;
    const openNeighbour = () => {
      neighbour ??= presenterSide.network
        .addMachine('neighbour')
        .then((machine) => lab.openChromium(machine, VIEWER_OPTIONS));
      return neighbour;
    };
    const reset = async () => {
      for (const { network, machine } of [presenterSide, viewerSide]) {
        await machine.wake();
        await machine.unplugOthers();
        await machine.main.setLink('up');
        await network.reset();
      }
    };
    return { lab, presenterSide, viewerSide, stamp, openNeighbour, reset, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type BrowserOptions = { args?: readonly string[]; headless?: boolean };

/** A viewer's window on the shared screen would be shared in turn. */
const VIEWER_OPTIONS: BrowserOptions = { headless: true };

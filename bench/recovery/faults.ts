import { setTimeout as pause } from 'node:timers/promises';
import type { Meeting } from '../../e2e/network/meeting.ts';
import type { TwoNetworks } from '../../e2e/network/two-networks.ts';

/** Something that goes wrong in mid-share and is over again. */
export type Fault = {
  readonly name: string;
  /** Runs of a full benchmark. */
  readonly runs: number;
  /** Whether the picture has to go by the relay for this fault to concern it. */
  readonly isRelayed?: true;
  /** Ends as soon as a way exists again. */
  strike(networks: TwoNetworks, meeting: Meeting): Promise<void>;
};

const loseEverything = (durationMs: number) => async (networks: TwoNetworks) => {
  const { impairment } = networks.presenterSide.network;
  await impairment.setLoss(100);
  await pause(durationMs);
  await impairment.setLoss(0);
};

export const faults: readonly Fault[] = [
  { name: '5 s of total loss', runs: 20, strike: loseEverything(5_000) },
  { name: '30 s of total loss', runs: 3, strike: loseEverything(30_000) },
  {
    name: 'the presenter’s address changes',
    runs: 5,
    strike: ({ presenterSide }) => presenterSide.machine.main.changeAddress(),
  },
  {
    name: 'the router’s public address changes',
    runs: 5,
    strike: ({ presenterSide }) => presenterSide.network.changePublicAddress(),
  },
  {
    name: 'coturn killed and back after 3 s',
    runs: 5,
    isRelayed: true,
    async strike({ lab }) {
      await lab.coturn.kill();
      await pause(3_000);
      await lab.coturn.restart();
    },
  },
];

/** Concerns Sightline alone: the plain page’s signals take no network. */
export const signalingFault: Fault = {
  name: 'signaling killed for 20 s, back empty',
  runs: 3,
  async strike(_, { service }) {
    await service.kill();
    await pause(20_000);
    await service.restart();
    // Its members come back meanwhile; nothing of that may show in the picture.
    await pause(5_000);
  },
};

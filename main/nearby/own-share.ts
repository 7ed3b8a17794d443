import { hostname, networkInterfaces } from 'node:os';
import type { LocalNetwork, NearbyOffer, NearbyStanding } from '../../preload/nearby.ts';
import { advertise } from './advertise.ts';
import { type Advertiser, createAdvertiser } from './advertiser.ts';
import { createKnockDoor, type KnockDoor } from './knock-door.ts';
import { isInSubnet, listLocalNetworks } from './local-networks.ts';
import { openMdns } from './mdns.ts';
import type { NearbyDeps } from './nearby-deps.ts';
import { computerInHost, hostNameOf } from './service-record.ts';

type OwnShareDeps = NearbyDeps & {
  readonly now: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  readonly randomHex: (byteCount: number) => string;
};
type OpenShare = { readonly id: string; readonly door: KnockDoor; offer: NearbyOffer };

/** The share that runs here, as the local network sees it. */
export function createOwnShare(deps: OwnShareDeps) {
  const { now, setTimer, randomHex, isBlocked, emit } = deps;
  let share: OpenShare | undefined;
  let advertiser: Advertiser | undefined;
  let settling: Promise<void> = Promise.resolve();

  /** Those by which the service inside the app is reached. */
  const ownNetworks = (): readonly LocalNetwork[] => {
    const hosts = deps.origins().map((origin) => new URL(origin).hostname);
    return listLocalNetworks(networkInterfaces()).filter(({ address }) => hosts.includes(address));
  };
  const offeredNetworks = () => chooseNetworks(ownNetworks(), share?.offer.interfaceName ?? null);
  const isOffered = (remoteAddress: string, ownAddress: string) =>
    advertiser !== undefined &&
    offeredNetworks().some(
      ({ address, subnet }) => address === ownAddress && isInSubnet(remoteAddress, subnet),
    );
  const visibilityIn = (networks: readonly LocalNetwork[]) => {
    if (!deps.isVisible() || !share?.offer.isOpen) return 'hidden';
    if (networks.length === 0) return 'no-network';
    return advertiser?.isBlocked() ? 'blocked' : 'visible';
  };
  const standing = (): NearbyStanding => {
    const networks = ownNetworks();
    const visibility = visibilityIn(networks);
    const name = share?.offer.name || computerInHost(hostNameOf(hostname()));
    return { visibility, name, networks, port: deps.port(), program: deps.program };
  };

  const openDoor = (shareId: string) =>
    createKnockDoor({
      ...{ shareId, now, setTimer, isOffered, isBlocked },
      createKnockId: () => randomHex(16),
      onKnock: (knock) => emit('nearby:knocked', knock),
      onWithdrawn: (knockId) => emit('nearby:withdrawn', knockId),
    });
  const advertiseShare = ({ id, offer }: OpenShare) =>
    createAdvertiser(
      { id, name: offer.name, computer: hostname(), port: deps.port() },
      {
        listNetworks: offeredNetworks,
        advertise: (told, address) => advertise(told, address, { openMdns, mark: randomHex(3) }),
        setTimer,
        onChange: () => emit('nearby:standing', standing()),
      },
    );
  /** Makes what is told fit what is offered. */
  const settle = async () => {
    const wanted = share?.offer.isOpen && deps.isVisible() && deps.port() > 0 ? share : undefined;
    const told = advertiser?.share;
    if (advertiser && (told?.id !== wanted?.id || told?.name !== wanted?.offer.name)) {
      const ending = advertiser;
      advertiser = undefined;
      await ending.close();
    }
    if (wanted) advertiser ??= advertiseShare(wanted);
    await advertiser?.refresh();
  };
  const settleNext = () => {
    settling = settling.then(settle);
    return settling;
  };

  return {
    id: () => share?.id,
    async open(offer: NearbyOffer): Promise<NearbyStanding> {
      await deps.whenListening;
      if (share) share.offer = offer;
      else {
        const id = randomHex(16);
        share = { id, door: openDoor(id), offer };
      }
      await settleNext();
      return standing();
    },
    answer: (...answer: Parameters<KnockDoor['answer']>) => share?.door.answer(...answer),
    answerRequest: (...request: Parameters<KnockDoor['answerRequest']>) =>
      share?.door.answerRequest(...request) ?? false,
    /** What others may see has changed. */
    refresh: settleNext,
    /** Whoever waits is told, and the network that the share is over. */
    close(): Promise<void> {
      share?.door.close();
      share = undefined;
      return settleNext();
    },
  };
}

/** A network that was chosen and is gone is no reason to be seen nowhere. */
function chooseNetworks(networks: readonly LocalNetwork[], chosen: string | null) {
  const there = networks.filter(({ interfaceName }) => interfaceName === chosen);
  return there.length > 0 ? there : networks;
}

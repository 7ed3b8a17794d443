import type { NearbyBridge } from '../bridge/nearby-bridge.ts';
import { socketUrlOf } from '../bridge/socket-url.ts';
import { cleanDisplayName } from '../connection/greeting.ts';
import { isLoopback } from '../connection/invite-of-room.ts';
import type { GuestInvite } from '../connection/knock.ts';
import type { Presenter } from '../connection/presenter-state.ts';
import { createStore } from '../connection/store.ts';
import { sealToKnock } from '../trust/knock-seal.ts';
import { encodeInvite } from './sealed-invite.ts';

type Standing = Awaited<ReturnType<NearbyBridge['open']>>;
type Offer = Parameters<NearbyBridge['open']>[0];
type ReceivedKnock = Parameters<Parameters<NearbyBridge['onKnocked']>[0]>[0];

export type HostState = {
  /** `null` while nothing is shared, and where the local network cannot be asked. */
  readonly standing: Standing | null;
  /** The one network the share is offered in; `null` for all. */
  readonly interfaceName: string | null;
};

/** The share that runs here, as it is offered to the local network. */
export type NearbyHost = {
  getState(): HostState;
  subscribe(listener: () => void): () => void;
  /** Offers it in one network only, or in all; the invite's link follows. */
  chooseNetwork(interfaceName: string | null): void;
};

export type HostDeps = {
  readonly bridge: Omit<NearbyBridge, 'watch' | 'knock' | 'cancelKnock'>;
  readonly presenter: Presenter;
  /** How others see this person; empty until told. */
  readonly ownName: () => string;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
};

/** Follows the presenter for as long as the page lives. */
export function createNearbyHost({ bridge, presenter, ownName, fillRandom }: HostDeps): NearbyHost {
  const store = createStore<HostState>({ standing: null, interfaceName: null });
  let offered: Offer | undefined;
  /** Whether the invite's link leads to this computer; `undefined` until that is known. */
  let isOwnLink: boolean | undefined;

  const take = (standing: Standing) => {
    const share = presenter.getState();
    if (!offered || share.name !== 'open') return;
    store.set({ ...store.get(), standing });
    const { link } = share.invite;
    isOwnLink ??= leadsHere(link, standing);
    const origin = isOwnLink ? originToOffer(link, store.get()) : undefined;
    if (origin !== undefined) presenter.setInviteOrigin(origin);
  };
  const offer = (next: Offer) => {
    offered = next;
    bridge.open(next).then(
      (standing) => offered === next && take(standing),
      () => {},
    );
  };
  const follow = () => {
    const state = presenter.getState();
    if (state.name === 'open') {
      const isOpen = !state.isLocked;
      const { interfaceName } = store.get();
      if (!offered) offer({ name: ownName(), isOpen, interfaceName });
      else if (offered.isOpen !== isOpen) offer({ ...offered, isOpen });
    } else if (offered) {
      offered = undefined;
      isOwnLink = undefined;
      bridge.close();
      store.set({ standing: null, interfaceName: null });
    }
  };

  const onKnocked = (knock: ReceivedKnock) => {
    const { knockId: id, address, displayName } = knock;
    presenter.knock({
      id,
      address,
      name: cleanDisplayName(displayName),
      allow(invite) {
        const sealed = sealToKnock(encodeInvite(inviteFor(invite, knock)), knock, fillRandom);
        bridge.answer(id, sealed === undefined ? { kind: 'deny' } : { kind: 'allow', sealed });
      },
      refuse: (kind) => bridge.answer(id, { kind }),
    });
  };
  presenter.subscribe(follow);
  bridge.onStanding(take);
  bridge.onKnocked(onKnocked);
  bridge.onWithdrawn(presenter.withdrawKnock);

  return {
    getState: store.get,
    subscribe: store.subscribe,
    chooseNetwork(interfaceName) {
      store.set({ ...store.get(), interfaceName });
      if (offered) offer({ ...offered, interfaceName });
    },
  };
}

/** Whoever reached this computer's service by an address reaches it there again. */
function inviteFor(invite: GuestInvite, { origin }: ReceivedKnock): GuestInvite {
  const isOwnService = isLoopback(invite.socketUrl.replace(/^ws/, 'http'));
  return isOwnService ? { ...invite, socketUrl: socketUrlOf(origin) } : invite;
}

function leadsHere(link: string, { networks, port }: Standing): boolean {
  const { hostname, port: linkPort, origin } = new URL(link);
  const isHere = isLoopback(origin) || networks.some(({ address }) => address === hostname);
  return isHere && Number(linkPort) === port;
}

/** By the chosen network; else it stays as it is, unless its network has gone. */
function originToOffer(link: string, { standing, interfaceName }: HostState): string | undefined {
  const { networks = [], port = 0 } = standing ?? {};
  const current = networks.find(({ address }) => address === new URL(link).hostname);
  const chosen = networks.find((network) => network.interfaceName === interfaceName);
  const next = chosen ?? current ?? networks[0];
  return next && next !== current ? `http://${next.address}:${port}` : undefined;
}

import type { NearbyBridge } from '../bridge/nearby-bridge.ts';
import { cleanDisplayName } from '../connection/greeting.ts';
import type { GuestInvite } from '../connection/knock.ts';
import { createStore } from '../connection/store.ts';
import { createKnockKey, openForKnock } from '../trust/knock-seal.ts';
import { parseInvite } from './sealed-invite.ts';

type Listing = Parameters<Parameters<NearbyBridge['watch']>[0]>[0];
/** Somebody on the local network who shares, in words fit to show. */
export type FoundShare = Extract<Listing, { status: 'looking' }>['shares'][number];
type Outcome = Awaited<ReturnType<NearbyBridge['knock']>>;
/** Why a knock led nowhere. */
export type KnockProblem = Exclude<Outcome['status'], 'allowed' | 'cancelled'>;

export type FinderState = {
  /** `null` until the network was first looked at. */
  readonly listing: Listing | null;
  readonly knock:
    | { readonly name: 'none' }
    | { readonly name: 'waiting'; readonly share: FoundShare }
    | { readonly name: 'failed'; readonly share: FoundShare; readonly problem: KnockProblem };
};

/** Finds others who share on the local network, and asks one of them to be let in. */
export type NearbyFinder = {
  getState(): FinderState;
  subscribe(listener: () => void): () => void;
  /** Looks around until the returned function is called, which also takes back a knock. */
  look(): () => void;
  /** Asks one presenter; another one asked before is not waited for any more. */
  ask(share: FoundShare, displayName: string): void;
  cancel(): void;
};

export type FinderDeps = {
  readonly bridge: Pick<NearbyBridge, 'watch' | 'knock' | 'cancelKnock'>;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly onAllowed: (invite: GuestInvite, displayName: string) => void;
};

const NONE = { name: 'none' } as const;

export function createNearbyFinder({ bridge, fillRandom, onAllowed }: FinderDeps): NearbyFinder {
  const store = createStore<FinderState>({ listing: null, knock: NONE });
  const change = (next: Partial<FinderState>) => store.set({ ...store.get(), ...next });
  /** The knock that is waited for. */
  let current: object | undefined;

  const cancel = () => {
    if (current) bridge.cancelKnock();
    current = undefined;
    if (store.get().knock.name !== 'none') change({ knock: NONE });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    look() {
      const stop = bridge.watch((listing) => change({ listing: cleanListing(listing) }));
      return () => {
        stop();
        cancel();
        change({ listing: null });
      };
    },
    async ask(share, displayName) {
      const mine = {};
      current = mine;
      change({ knock: { name: 'waiting', share } });
      const key = createKnockKey(fillRandom);
      const { publicKey } = key;
      const outcome = await bridge.knock({ shareId: share.id, displayName, publicKey });
      if (current !== mine) return;
      current = undefined;
      if (outcome.status === 'cancelled') return change({ knock: NONE });
      const opened =
        outcome.status === 'allowed'
          ? openForKnock(outcome.sealed, { shareId: share.id, ...key })
          : undefined;
      const invite = opened === undefined ? undefined : parseInvite(opened);
      if (invite) {
        change({ knock: NONE });
        return onAllowed(invite, displayName);
      }
      const problem = outcome.status === 'allowed' ? 'failed' : outcome.status;
      change({ knock: { name: 'failed', share, problem } });
    },
    cancel,
  };
}

/** Names are strangers' own: nothing in them may hide, turn around or fill the screen. */
function cleanListing(listing: Listing): Listing {
  if (listing.status !== 'looking') return listing;
  const shares = listing.shares.map((share) => ({
    ...share,
    name: cleanDisplayName(share.name) || cleanDisplayName(share.computer),
    computer: cleanDisplayName(share.computer),
  }));
  return { status: 'looking', shares };
}

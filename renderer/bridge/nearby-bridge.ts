import type { DesktopApi } from '../../preload/contract.ts';
import type {
  KnockAnswer,
  KnockOutcome,
  NearbyListing,
  NearbyOffer,
  NearbyStanding,
  OwnKnock,
  ReceivedKnock,
} from '../../preload/nearby.ts';

/** What the page may ask about the local network. Names in it are strangers' own words. */
export type NearbyBridge = {
  /** Calls `onChange` now and on every change, until the returned function is called. */
  watch(onChange: (listing: NearbyListing) => void): () => void;
  /** Resolves when the presenter has answered, or nobody will; a second one cancels the first. */
  knock(knock: OwnKnock): Promise<KnockOutcome>;
  cancelKnock(): void;
  /** Has the local network told of the share that runs here. */
  open(offer: NearbyOffer): Promise<NearbyStanding>;
  close(): void;
  answer(knockId: string, answer: KnockAnswer): void;
  /** Each calls its listener until the returned function is called. */
  onStanding(listener: (standing: NearbyStanding) => void): () => void;
  onKnocked(listener: (knock: ReceivedKnock) => void): () => void;
  onWithdrawn(listener: (knockId: string) => void): () => void;
};

/** A main process that is going away answers nothing any more; nobody needs its answer then. */
const ignore = () => {};

export function createNearbyBridge(api: DesktopApi): NearbyBridge {
  return {
    watch(onChange) {
      const stopListening = api.onNearbyChanged(onChange);
      let isWatching = true;
      api.watchNearby().then(
        (listing) => isWatching && onChange(listing),
        () => isWatching && onChange({ status: 'unavailable', reason: 'blocked' }),
      );
      return () => {
        isWatching = false;
        stopListening();
        api.unwatchNearby().catch(ignore);
      };
    },
    knock: (knock) => api.knockNearby(knock).catch(() => ({ status: 'failed' })),
    cancelKnock: () => void api.cancelNearby().catch(ignore),
    open: api.openNearby,
    close: () => void api.closeNearby().catch(ignore),
    answer: (knockId, answer) => void api.answerNearby(knockId, answer).catch(ignore),
    onStanding: api.onNearbyStanding,
    onKnocked: api.onNearbyKnocked,
    onWithdrawn: api.onNearbyWithdrawn,
  };
}

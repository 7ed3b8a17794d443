import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { LinkView, PresenterProver } from '../trust/link-proof.ts';
import { MOST_BURSTS, sendBurst } from './way-burst.ts';

/** What a viewer that has proved itself told along with it. */
export type ProvedViewer = {
  /** How fast the fastest burst arrived, in bit/s; `null` when it did not say. */
  readonly arrivalBps: number | null;
  /** Enough bursts were sent for a page that is busy now and then. */
  readonly isSure: boolean;
};

export type PresenterProofs = {
  /** Answers what belongs to the proof, and says what has come of it. */
  take(message: PeerMessage): 'proved' | 'not-proved' | 'nothing';
  viewer(): ProvedViewer | undefined;
};

/**
 * The presenter's half of the mutual proof over one link (docs/security.md).
 * @param onMeasured no other burst will follow
 */
export function createPresenterProofs(
  peer: Pick<Peer, 'send' | 'lines'>,
  prover: PresenterProver,
  view: () => LinkView | undefined,
  onMeasured: (arrivalBps: number | null) => void,
): PresenterProofs {
  let viewer: ProvedViewer | undefined;
  let bursts = 0;
  const burst = () => {
    bursts += 1;
    if (bursts <= MOST_BURSTS) sendBurst(peer.lines.probe);
  };
  return {
    take(message) {
      const seen = view();
      if (message.type === 'hello' && seen) {
        if (bursts === 0) burst();
        peer.send({ type: 'presenter-proof', ...prover.prove(seen) });
      }
      if (message.type === 'burst-ask' && viewer) burst();
      if (message.type !== 'viewer-proof') return 'nothing';
      if (!seen || !prover.isViewerProof(seen, message.proof)) return 'not-proved';
      const isSure = bursts >= MOST_BURSTS;
      const arrivalBps = fasterOf(viewer?.arrivalBps ?? null, message.arrivalBps ?? null);
      viewer = { arrivalBps, isSure };
      if (isSure) onMeasured(arrivalBps);
      return 'proved';
    },
    viewer: () => viewer,
  };
}

const fasterOf = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other);

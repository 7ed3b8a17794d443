import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { LinkView, PresenterProver } from '../trust/link-proof.ts';
import { sendBurst } from './way-burst.ts';

/** What a viewer that has proved itself told along with it. */
export type ProvedViewer = {
  /** How fast the burst arrived, in bit/s; `null` when it did not say. */
  readonly arrivalBps: number | null;
};

export type PresenterProofs = {
  /** Answers what belongs to the proof, and says what has come of it. */
  take(message: PeerMessage): 'proved' | 'not-proved' | 'nothing';
  viewer(): ProvedViewer | undefined;
};

/** The presenter's half of the mutual proof over one link (docs/security.md). */
export function createPresenterProofs(
  peer: Pick<Peer, 'send' | 'lines'>,
  prover: PresenterProver,
  view: () => LinkView | undefined,
): PresenterProofs {
  let viewer: ProvedViewer | undefined;
  let hasBurst = false;
  return {
    take(message) {
      const seen = view();
      if (message.type === 'hello' && seen) {
        if (!hasBurst) sendBurst(peer.lines.probe);
        hasBurst = true;
        peer.send({ type: 'presenter-proof', ...prover.prove(seen) });
      }
      if (message.type !== 'viewer-proof') return 'nothing';
      if (!seen || !prover.isViewerProof(seen, message.proof)) return 'not-proved';
      viewer ??= { arrivalBps: message.arrivalBps ?? null };
      return 'proved';
    },
    viewer: () => viewer,
  };
}

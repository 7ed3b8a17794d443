import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { PresenterProof, ViewerProver } from '../trust/link-proof.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { createTimer } from './schedule.ts';
import { BURST_WAIT_MS, createBurstMeter, MOST_BURSTS, NEXT_BURST_MS } from './way-burst.ts';

export type ViewerProofs = {
  /** Asks for the presenter's proof, again and again until it comes. */
  ask(): void;
  /** The words both ends can compare; `undefined` when the proof is wrong. */
  verify(proof: PresenterProof): readonly number[] | undefined;
  takeProbe(packet: Uint8Array): void;
  /** The presenter has taken our proof and decides: there is time to measure the way again. */
  wait(): void;
  /** Nothing more is asked or told. */
  stop(): void;
};

/** The first data-channel message can get lost while the channel opens, so each is repeated. */
const REPEAT_INTERVAL_MS = 500;

/** The viewer's half of the mutual proof over one link (docs/security.md), and how fast that is. */
export function createViewerProofs(
  { link, prover }: { readonly link: number; readonly prover: ViewerProver },
  peer: Pick<Peer, 'send' | 'fingerprints'>,
  { schedule, now }: Pick<ConnectionDeps, 'schedule' | 'now'>,
): ViewerProofs {
  const timer = createTimer(schedule);
  let burst = createBurstMeter(now);
  let bursts = 1;
  let proof: string | undefined;
  let isAwaitingBurst = false;

  const repeat = (message: PeerMessage) => {
    peer.send(message);
    timer.start(REPEAT_INTERVAL_MS, () => repeat(message));
  };
  const prove = () => {
    if (proof === undefined || !isAwaitingBurst) return;
    isAwaitingBurst = false;
    const arrivalBps = burst.arrivalBps();
    repeat({ type: 'viewer-proof', proof, ...(arrivalBps === undefined ? {} : { arrivalBps }) });
  };
  const awaitBurst = () => {
    isAwaitingBurst = true;
    if (burst.isWhole()) prove();
    else timer.start(BURST_WAIT_MS, prove);
  };
  return {
    ask: () => repeat({ type: 'hello' }),
    verify(presenterProof) {
      const fingerprints = peer.fingerprints();
      const verified = fingerprints && prover.verify({ link, fingerprints }, presenterProof);
      if (!verified) return undefined;
      proof = verified.proof;
      awaitBurst();
      return verified.words;
    },
    takeProbe(packet) {
      burst.take(packet);
      if (burst.isWhole()) prove();
    },
    wait() {
      timer.cancel();
      if (bursts >= MOST_BURSTS) return;
      timer.start(NEXT_BURST_MS, () => {
        bursts += 1;
        burst = createBurstMeter(now);
        peer.send({ type: 'burst-ask' });
        awaitBurst();
      });
    },
    stop: timer.cancel,
  };
}

import { encodeLinkSignal, type LinkSignal, parseLinkSignal } from '../../peer/link-signal.ts';
import type { PeerMessage } from '../../peer/peer-message.ts';
import { createPresenterProver, createViewerProver } from '../../trust/link-proof.ts';
import { createPresenterKey } from '../../trust/presenter-key.ts';
import type { ReturnClaim } from '../../trust/return-pass.ts';
import { createSeal, type PeerPair, sealGreeting } from '../../trust/seal.ts';
import { encodeGreeting } from '../greeting.ts';
import { type FakePeer, fingerprints } from './fake-peers.ts';
import { ROOM_ID, ROOM_KEY } from './test-deps.ts';

const fill = (bytes: Uint8Array<ArrayBuffer>) => void bytes.fill(9);
const swapped = { local: fingerprints.remote, remote: fingerprints.local };

/** What an honest viewer with the code does, for tests of the presenter. */
export function createFarViewer(presenterId: string, viewerId: string, roomKey = ROOM_KEY) {
  const pair: PeerPair = { roomId: ROOM_ID, presenterId, viewerId };
  const seal = createSeal(roomKey, pair, 'viewer', fill);
  const prover = createViewerProver({ roomKey, pair, pin: { key: undefined } });
  let sequence = 0;
  return {
    joinRequest: (displayName: string, returning: ReturnClaim | null = null) => ({
      type: 'join-request' as const,
      peerId: viewerId,
      greeting: sealGreeting(
        roomKey,
        { roomId: ROOM_ID, viewerId },
        encodeGreeting({ displayName, device: null, returning }),
        fill,
      ),
    }),
    signal(signal: LinkSignal) {
      sequence += 1;
      const payload = seal.seal(encodeLinkSignal(signal), sequence);
      return { type: 'signal' as const, peerId: viewerId, sequence, payload };
    },
    open: (sealed: { sequence: number; payload: string }) =>
      parseLinkSignal(seal.open(sealed.payload, sealed.sequence) ?? ''),
    /** Connects and proves itself over the presenter's newest peer. */
    watch(peer: FakePeer, link = 1): void {
      peer.listeners.onTransport('connected');
      peer.listeners.onMessage({ type: 'hello' });
      const told = peer.messages.findLast(({ type }) => type === 'presenter-proof');
      if (told?.type !== 'presenter-proof') throw new Error('the presenter proved nothing');
      const verified = prover.verify({ link, fingerprints: swapped }, told);
      if (!verified) throw new Error('the presenter’s proof is wrong');
      peer.listeners.onMessage({ type: 'viewer-proof', proof: verified.proof });
    },
    /** Says its proof once more, and how fast a burst has arrived. */
    tellArrival(peer: FakePeer, link: number, arrivalBps: number): void {
      const told = peer.messages.findLast(({ type }) => type === 'presenter-proof');
      const { proof } =
        (told?.type === 'presenter-proof' &&
          prover.verify({ link, fingerprints: swapped }, told)) ||
        {};
      if (!proof) throw new Error('the presenter proved nothing');
      peer.listeners.onMessage({ type: 'viewer-proof', proof, arrivalBps });
    },
  };
}

/** What an honest presenter does, for tests of the viewer. */
export function createFarPresenter(presenterId: string, viewerId: string, keySeed = 3) {
  const pair: PeerPair = { roomId: ROOM_ID, presenterId, viewerId };
  const seal = createSeal(ROOM_KEY, pair, 'presenter', fill);
  const presenterKey = createPresenterKey((bytes) => void bytes.fill(keySeed));
  const prover = createPresenterProver({ roomKey: ROOM_KEY, pair, presenterKey });
  let sequence = 0;
  return {
    publicKey: presenterKey.publicKey,
    signal(signal: LinkSignal) {
      sequence += 1;
      const payload = seal.seal(encodeLinkSignal(signal), sequence);
      return { type: 'signal' as const, peerId: presenterId, sequence, payload };
    },
    open: (sealed: { sequence: number; payload: string }) =>
      parseLinkSignal(seal.open(sealed.payload, sealed.sequence) ?? ''),
    proof: (link = 1): PeerMessage => ({
      type: 'presenter-proof',
      ...prover.prove({ link, fingerprints }),
    }),
    isViewerProof: (proof: string, link = 1) => prover.isViewerProof({ link, fingerprints }, proof),
  };
}

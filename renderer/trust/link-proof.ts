import { encodeFields } from './fields.ts';
import { isSignedBy, type PresenterKey } from './presenter-key.ts';
import {
  comparisonWords,
  createProof,
  encodeTranscript,
  isProof,
  type Transcript,
} from './proof.ts';
import type { PeerPair } from './seal.ts';

/** What one end of a link sees, seen from that end. */
export type LinkView = {
  readonly link: number;
  readonly fingerprints: { readonly local: string; readonly remote: string };
};

export type PresenterProof = {
  readonly presenterKey: string;
  readonly proof: string;
  readonly signature: string;
};

type Secrets = { readonly roomKey: Uint8Array; readonly pair: PeerPair };

/** The presenter's half of the proof that both ends see the same link (docs/security.md, S2). */
export function createPresenterProver({
  roomKey,
  pair,
  presenterKey,
}: Secrets & { readonly presenterKey: PresenterKey }) {
  const transcriptOf = ({ link, fingerprints }: LinkView): Transcript => ({
    ...pair,
    link,
    presenterFingerprint: fingerprints.local,
    viewerFingerprint: fingerprints.remote,
    presenterKey: presenterKey.publicKey,
  });
  return {
    prove(view: LinkView): PresenterProof {
      const transcript = transcriptOf(view);
      return {
        presenterKey: presenterKey.publicKey,
        proof: createProof(roomKey, transcript, 'presenter'),
        signature: presenterKey.sign(statementOf(transcript)),
      };
    },
    isViewerProof: (view: LinkView, proof: string): boolean =>
      isProof(proof, roomKey, transcriptOf(view), 'viewer'),
    words: (view: LinkView): readonly number[] => comparisonWords(roomKey, transcriptOf(view)),
  };
}
export type PresenterProver = ReturnType<typeof createPresenterProver>;

/** The presenter's key a viewer has met; once known, no other one is accepted. */
export type KeyPin = { key: string | undefined };

/**
 * The viewer's half.
 * @param pin is filled by the first good proof and outlives the link
 */
export function createViewerProver({ roomKey, pair, pin }: Secrets & { readonly pin: KeyPin }) {
  const transcriptOf = ({ link, fingerprints }: LinkView, presenterKey: string): Transcript => ({
    ...pair,
    link,
    presenterFingerprint: fingerprints.remote,
    viewerFingerprint: fingerprints.local,
    presenterKey,
  });
  return {
    /** The viewer's own proof and the words to compare, or `undefined`: do not trust this link. */
    verify(
      view: LinkView,
      { presenterKey, proof, signature }: PresenterProof,
    ): { proof: string; words: readonly number[] } | undefined {
      const transcript = transcriptOf(view, presenterKey);
      if (pin.key !== undefined && pin.key !== presenterKey) return undefined;
      if (!isProof(proof, roomKey, transcript, 'presenter')) return undefined;
      if (!isSignedBy(presenterKey, statementOf(transcript), signature)) return undefined;
      pin.key = presenterKey;
      return {
        proof: createProof(roomKey, transcript, 'viewer'),
        words: comparisonWords(roomKey, transcript),
      };
    },
  };
}
export type ViewerProver = ReturnType<typeof createViewerProver>;

// The key also signs openings towards the server; neither signature may pass for the other.
const statementOf = (transcript: Transcript): Uint8Array =>
  encodeFields('sightline/v1/link', encodeTranscript(transcript));

import { createPresenterProver } from '../trust/link-proof.ts';
import type { PresenterKey } from '../trust/presenter-key.ts';
import { createSeal } from '../trust/seal.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPeerLine, type PeerLine } from './peer-line.ts';
import {
  openPresenterLink,
  type PresenterLink,
  type PresenterLinkEnd,
  type PresenterLinkOptions,
} from './presenter-link.ts';
import type { PresenterEvent } from './presenter-transition.ts';
import type { SignalingClient } from './signaling-client.ts';

/** One viewer: signals by way of the server, the picture directly. */
export type PresenterContact = {
  readonly link: PresenterLink;
  readonly line: PeerLine;
  isWatching(): boolean;
};

export function openPresenterContact(
  room: {
    readonly viewerId: string;
    readonly roomId: string;
    readonly roomKey: Uint8Array;
    readonly presenterId: string;
    readonly presenterKey: PresenterKey;
    readonly link: Omit<PresenterLinkOptions, 'prover'>;
  },
  outlets: {
    dispatch(event: PresenterEvent): void;
    readonly server: Pick<SignalingClient, 'send' | 'check'>;
    /** Its signals can no longer be delivered. */
    onLost(): void;
    onEnded(how: PresenterLinkEnd): void;
  },
  deps: ConnectionDeps,
): PresenterContact {
  const { viewerId, roomId, roomKey, presenterId, presenterKey } = room;
  const { dispatch, server } = outlets;
  const pair = { roomId, presenterId, viewerId };
  let isWatching = false;
  const line = openPeerLine(viewerId, createSeal(roomKey, pair, 'presenter', deps.fillRandom), {
    send: server.send,
    schedule: deps.schedule,
    onSignal: (signal) => link.receive(signal),
    onTampered: () => dispatch({ type: 'tampered' }),
    onOverflow: outlets.onLost,
  });
  const prover = createPresenterProver({ roomKey, pair, presenterKey });
  const link: PresenterLink = openPresenterLink(
    { ...room.link, prover },
    {
      sendSignal: line.send,
      onStage(stage) {
        isWatching = false;
        dispatch({ type: 'stage', peerId: viewerId, stage });
      },
      onWatching(words) {
        isWatching = true;
        dispatch({ type: 'watching', peerId: viewerId, words });
      },
      onPath: (path) => dispatch({ type: 'path', peerId: viewerId, path }),
      onQuality: (quality) => dispatch({ type: 'viewer-quality', peerId: viewerId, quality }),
      onSilent: server.check,
      onEnded: outlets.onEnded,
    },
    deps,
  );
  return { link, line, isWatching: () => isWatching };
}

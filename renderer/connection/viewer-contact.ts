import type { IceServer } from '../../signaling/protocol.ts';
import { createViewerProver, type KeyPin } from '../trust/link-proof.ts';
import { createSeal, type PeerPair } from '../trust/seal.ts';
import type { CloseReason } from './close-reason.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPeerLine, type PeerLine } from './peer-line.ts';
import type { SignalingClient } from './signaling-client.ts';
import { openViewerLink, type ViewerLink, type ViewerLinkEnd } from './viewer-link.ts';
import type { ViewerEvent } from './viewer-transition.ts';

/** The presenter a viewer meets: signals by way of the server, media directly. */
export type ViewerContact = {
  readonly presenterId: string;
  readonly link: ViewerLink;
  readonly line: PeerLine;
};

/** Forgeries in a row that are ignored; more mean that nothing genuine gets through any more. */
const FORGERIES_IGNORED = 32;

const closeReasonOfLink: Record<ViewerLinkEnd, CloseReason> = {
  'share-ended': 'presenter-left',
  unreachable: 'no-path',
  failed: 'peer-failed',
  unsupported: 'webrtc-unavailable',
  'not-proved': 'proof-failed',
};

export function meetPresenter(
  room: {
    readonly roomKey: Uint8Array;
    readonly pair: PeerPair;
    readonly pin: KeyPin;
    readonly iceServers: () => readonly IceServer[];
    readonly isAdmitted: boolean;
  },
  machine: {
    dispatch(event: ViewerEvent): void;
    close(reason: CloseReason): void;
    /** The presenter has told what lets this viewer come back. */
    keepPass(pass: string): void;
    readonly server: Pick<SignalingClient, 'send' | 'check' | 'isOnline'>;
  },
  deps: ConnectionDeps,
): ViewerContact {
  const { dispatch, close, server } = machine;
  const { roomKey, pair } = room;
  let forgeries = 0;
  const line = openPeerLine(
    pair.presenterId,
    createSeal(roomKey, pair, 'viewer', deps.fillRandom),
    {
      send: server.send,
      schedule: deps.schedule,
      onSignal(signal) {
        forgeries = 0;
        link.receive(signal);
      },
      onTampered() {
        forgeries += 1;
        if (forgeries > FORGERIES_IGNORED) close('tampered');
      },
      onOverflow: () => close('peer-failed'),
    },
  );
  const link = openViewerLink(
    {
      iceServers: room.iceServers,
      isOnline: server.isOnline,
      prover: createViewerProver(room),
      isAdmitted: room.isAdmitted,
    },
    {
      sendSignal: line.send,
      onConnected(stream, words, tiles) {
        // Over the link itself this is known sooner than by way of the server.
        dispatch({ type: 'joined' });
        dispatch({ type: 'connected', stream, words, tiles, onFrame: link.shown });
      },
      onInterrupted: (attempt) => dispatch({ type: 'interrupted', attempt }),
      onPath: (path) => dispatch({ type: 'path', path }),
      onQuality: (quality) => dispatch({ type: 'quality', quality }),
      onPass: machine.keepPass,
      onSilent: server.check,
      onShareState: (pauseReason) => dispatch({ type: 'share-state', pauseReason }),
      onEnded: (how) => close(closeReasonOfLink[how]),
    },
    deps,
  );
  return { presenterId: pair.presenterId, link, line };
}

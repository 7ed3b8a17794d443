import type { ClientMessage, IceServer } from '../../signaling/protocol.ts';
import type { CloseReason } from './close-reason.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPeerLine, type PeerLine } from './peer-line.ts';
import { openViewerLink, type ViewerLink } from './viewer-link.ts';
import type { ViewerEvent } from './viewer-transition.ts';

/** The presenter a viewer has been let in by: signals by way of the server, media directly. */
export type ViewerContact = {
  readonly presenterId: string;
  readonly link: ViewerLink;
  readonly line: PeerLine;
};

export type ViewerContactListeners = {
  dispatch(event: ViewerEvent): void;
  close(reason: CloseReason): void;
  send(message: ClientMessage): boolean;
};

const closeReasonOfLink = {
  'share-ended': 'presenter-left',
  failed: 'peer-failed',
  unsupported: 'webrtc-unavailable',
} as const satisfies Record<string, CloseReason>;

export function meetPresenter(
  { presenterId, iceServers }: { presenterId: string; iceServers: readonly IceServer[] },
  { dispatch, close, send }: ViewerContactListeners,
  deps: ConnectionDeps,
): ViewerContact {
  const line = openPeerLine(presenterId, {
    send,
    schedule: deps.schedule,
    onSignal: (signal) => link.receive(signal),
    onOverflow: () => close('peer-failed'),
  });
  const link = openViewerLink(
    { iceServers },
    {
      sendSignal: line.send,
      onConnected: (stream) => dispatch({ type: 'connected', stream }),
      onInterrupted: (attempt) => dispatch({ type: 'interrupted', attempt }),
      onShareState: (isPaused) => dispatch({ type: 'share-state', isPaused }),
      onEnded: (how) => close(closeReasonOfLink[how]),
    },
    deps,
  );
  return { presenterId, link, line };
}

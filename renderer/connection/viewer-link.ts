import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { OpenPeer, Peer } from '../peer/peer.ts';
import type { PeerFailure } from '../peer/peer-failure.ts';
import { LAST_WORDS_MS, RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';

export type ViewerLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  /** The picture flows; `stream` is a new one after a rebuild. */
  onConnected(stream: MediaStream): void;
  onInterrupted(attempt: number): void;
  onShareState(isPaused: boolean): void;
  onEnded(how: 'share-ended' | 'failed' | 'unsupported'): void;
};

export type ViewerLink = {
  receive(signal: LinkSignal): void;
  /** Tells the presenter that this viewer is gone for good, and closes. */
  leave(): void;
  close(): void;
};

/** The first data-channel message can get lost while the channel opens, so it is repeated. */
const HELLO_INTERVAL_MS = 500;

/** The viewer's side: answers each link the presenter builds, and asks for another when one fails. */
export function openViewerLink(
  options: { readonly iceServers: readonly IceServer[] },
  listeners: ViewerLinkListeners,
  deps: { readonly openPeer: OpenPeer; readonly schedule: Schedule },
): ViewerLink {
  let link = 0;
  let peer: Peer | undefined;
  let failedAttempts = 0;
  let isClosed = false;
  const timer = createTimer(deps.schedule);
  const helloTimer = createTimer(deps.schedule);

  const sayHello = () => {
    peer?.send({ type: 'hello' });
    helloTimer.start(HELLO_INTERVAL_MS, sayHello);
  };

  const answer = (newLink: number) => {
    peer?.close();
    link = newLink;
    const isCurrent = () => !isClosed && link === newLink;
    let stream: MediaStream | undefined;
    let isConnected = false;
    const reportWhenComplete = () => {
      if (stream && isConnected) listeners.onConnected(stream);
    };
    peer = deps.openPeer(
      { role: 'viewer', iceServers: options.iceServers },
      {
        onSignal: (signal) =>
          isCurrent() && listeners.sendSignal({ type: 'rtc', link: newLink, signal }),
        onStream(received) {
          stream = received;
          if (isCurrent()) reportWhenComplete();
        },
        onTransport(state) {
          if (!isCurrent()) return;
          isConnected = state === 'connected';
          if (!isConnected) return listeners.onInterrupted(failedAttempts + 1);
          failedAttempts = 0;
          timer.cancel();
          reportWhenComplete();
        },
        onMessage(message) {
          if (!isCurrent()) return;
          if (message.type === 'share-ended') return finish('share-ended');
          if (message.type !== 'share-state') return;
          helloTimer.cancel();
          listeners.onShareState(message.isPaused);
        },
        onClosed: (failure) => isCurrent() && recover(failure),
      },
    );
    timer.start(RECONNECT.peerConnectTimeoutMs, () => recover(null));
    sayHello();
  };

  const recover = (failure: PeerFailure | null) => {
    peer?.close();
    peer = undefined;
    helloTimer.cancel();
    if (failure?.code === 'unsupported') return finish('unsupported');
    failedAttempts += 1;
    if (failedAttempts > RECONNECT.peerRebuildAttempts) return finish('failed');
    listeners.onInterrupted(failedAttempts);
    // Without a first offer there is nothing to build again; the presenter still repeats that one.
    if (link > 0) listeners.sendSignal({ type: 'rebuild', link });
    timer.start(RECONNECT.peerConnectTimeoutMs, () => recover(null));
  };

  const close = () => {
    isClosed = true;
    timer.cancel();
    helloTimer.cancel();
    peer?.close();
    peer = undefined;
  };
  const finish = (how: 'share-ended' | 'failed' | 'unsupported') => {
    close();
    listeners.onEnded(how);
  };

  // The presenter offers at once after its approval; silence means the offer got lost for good.
  timer.start(RECONNECT.peerConnectTimeoutMs, () => recover(null));
  return {
    receive(signal) {
      if (isClosed || signal.type !== 'rtc' || signal.link < link) return;
      if (signal.link > link) answer(signal.link);
      peer?.signal(signal.signal);
    },
    leave() {
      const leaving = peer;
      leaving?.send({ type: 'leaving' });
      peer = undefined;
      close();
      deps.schedule(LAST_WORDS_MS, () => leaving?.close());
    },
    close,
  };
}

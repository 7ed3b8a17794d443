import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { OpenPeer, Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { LinkView, PresenterProver } from '../trust/link-proof.ts';
import { LAST_WORDS_MS, RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';

/** What the presenter's side of one viewer's link reports. */
export type PresenterLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  onStage(stage: 'connecting' | 'reconnecting'): void;
  /** Both ends have proved themselves; `words` can be compared aloud. */
  onWatching(words: readonly number[]): void;
  /** The viewer left over the link, every rebuild was in vain, or the viewer's proof was wrong. */
  onEnded(how: 'left' | 'failed' | 'not-proved'): void;
};

export type PresenterLink = {
  receive(signal: LinkSignal): void;
  /** What the viewer gets to see; `null` while paused. */
  show(track: MediaStreamTrack | null): void;
  /** Tells the viewer that the share is over, as far as the link still carries it, and closes. */
  end(): void;
  close(): void;
};

/** Keeps one approved viewer connected: builds the peer, and builds it again when it fails. */
export function openPresenterLink(
  options: {
    readonly iceServers: readonly IceServer[];
    readonly track: MediaStreamTrack | null;
    readonly prover: PresenterProver;
  },
  listeners: PresenterLinkListeners,
  deps: { readonly openPeer: OpenPeer; readonly schedule: Schedule },
): PresenterLink {
  let link = 0;
  let peer: Peer | undefined;
  let track = options.track;
  /** Nothing is shown over a link before its viewer has proved itself. */
  let isProved = false;
  let failedAttempts = 0;
  let isClosed = false;
  const timer = createTimer(deps.schedule);

  const view = (): LinkView | undefined => {
    const fingerprints = peer?.fingerprints();
    return fingerprints && { link, fingerprints };
  };
  const showNow = () => {
    if (!isProved) return;
    peer?.showTrack(track);
    peer?.send({ type: 'share-state', isPaused: track === null });
  };

  const onMessage = (message: PeerMessage) => {
    const seen = view();
    if (message.type === 'leaving') return finish('left');
    if (message.type === 'hello' && seen) {
      peer?.send({ type: 'presenter-proof', ...options.prover.prove(seen) });
    }
    if (message.type !== 'viewer-proof') return;
    if (!seen || !options.prover.isViewerProof(seen, message.proof)) return finish('not-proved');
    isProved = true;
    failedAttempts = 0;
    timer.cancel();
    showNow();
    listeners.onWatching(options.prover.words(seen));
  };

  const build = () => {
    link += 1;
    isProved = false;
    const thisLink = link;
    const isCurrent = () => !isClosed && link === thisLink;
    peer = deps.openPeer(
      { role: 'presenter', iceServers: options.iceServers },
      {
        onSignal: (signal) =>
          isCurrent() && listeners.sendSignal({ type: 'rtc', link: thisLink, signal }),
        onStream: () => {},
        onMessage: (message) => isCurrent() && onMessage(message),
        onTransport(state) {
          if (!isCurrent() || !isProved) return;
          const seen = view();
          if (state === 'interrupted' || !seen) return listeners.onStage('reconnecting');
          showNow();
          listeners.onWatching(options.prover.words(seen));
        },
        onClosed: () => isCurrent() && rebuild(),
      },
    );
    timer.start(RECONNECT.peerConnectTimeoutMs, rebuild);
  };

  const rebuild = () => {
    peer?.close();
    peer = undefined;
    failedAttempts += 1;
    if (failedAttempts > RECONNECT.peerRebuildAttempts) return finish('failed');
    listeners.onStage('reconnecting');
    timer.start(RECONNECT.peerRebuildDelayMs, build);
  };

  const close = () => {
    isClosed = true;
    timer.cancel();
    peer?.close();
    peer = undefined;
  };
  const finish = (how: 'left' | 'failed' | 'not-proved') => {
    close();
    listeners.onEnded(how);
  };

  listeners.onStage('connecting');
  build();
  return {
    receive(signal) {
      if (isClosed || signal.link !== link) return;
      if (signal.type === 'rtc') peer?.signal(signal.signal);
      else if (peer) rebuild();
    },
    show(next) {
      track = next;
      showNow();
    },
    end() {
      const ending = peer;
      ending?.showTrack(null);
      ending?.send({ type: 'share-ended' });
      peer = undefined;
      close();
      deps.schedule(LAST_WORDS_MS, () => ending?.close());
    },
    close,
  };
}

import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { OpenPeer, Peer } from '../peer/peer.ts';
import { LAST_WORDS_MS, RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';

/** What the presenter's side of one viewer's link reports. */
export type PresenterLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  onStage(stage: 'connecting' | 'watching' | 'reconnecting'): void;
  /** The viewer left over the link, or every rebuild was in vain. */
  onEnded(how: 'left' | 'failed'): void;
};

export type PresenterLink = {
  receive(signal: LinkSignal): void;
  /** What the viewer gets to see; `null` while paused. */
  show(track: MediaStreamTrack | null): void;
  /** Tells the viewer that the share is over, as far as the line still carries it, and closes. */
  end(): void;
  close(): void;
};

/** Keeps one approved viewer connected: builds the peer, and builds it again when it fails. */
export function openPresenterLink(
  options: { readonly iceServers: readonly IceServer[]; readonly track: MediaStreamTrack | null },
  listeners: PresenterLinkListeners,
  deps: { readonly openPeer: OpenPeer; readonly schedule: Schedule },
): PresenterLink {
  let link = 0;
  let peer: Peer | undefined;
  let track = options.track;
  let failedAttempts = 0;
  let isClosed = false;
  const timer = createTimer(deps.schedule);

  const tellShareState = () => peer?.send({ type: 'share-state', isPaused: track === null });

  const build = () => {
    link += 1;
    const thisLink = link;
    const isCurrent = () => !isClosed && link === thisLink;
    peer = deps.openPeer(
      { role: 'presenter', iceServers: options.iceServers },
      {
        onSignal: (signal) =>
          isCurrent() && listeners.sendSignal({ type: 'rtc', link: thisLink, signal }),
        onStream: () => {},
        onMessage(message) {
          if (!isCurrent()) return;
          if (message.type === 'hello') tellShareState();
          if (message.type === 'leaving') finish('left');
        },
        onTransport(state) {
          if (!isCurrent()) return;
          if (state === 'interrupted') return listeners.onStage('reconnecting');
          failedAttempts = 0;
          timer.cancel();
          peer?.showTrack(track);
          listeners.onStage('watching');
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
  const finish = (how: 'left' | 'failed') => {
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
      peer?.showTrack(track);
      tellShareState();
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

import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { OpenPeer, Peer } from '../peer/peer.ts';
import type { PeerFailure } from '../peer/peer-failure.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { PresenterProof, ViewerProver } from '../trust/link-proof.ts';
import { LAST_WORDS_MS, RECONNECT } from './reconnect-policy.ts';
import { createTimer, type Schedule } from './schedule.ts';

export type ViewerLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  /** The link stands and the presenter is proved; `stream` is a new one after a rebuild. */
  onConnected(stream: MediaStream, words: readonly number[]): void;
  onInterrupted(attempt: number): void;
  onShareState(isPaused: boolean): void;
  onEnded(how: ViewerLinkEnd): void;
};
export type ViewerLinkEnd = 'share-ended' | 'failed' | 'unsupported' | 'not-proved';

export type ViewerLink = {
  receive(signal: LinkSignal): void;
  /** Tells the presenter that this viewer is gone for good, and closes. */
  leave(): void;
  close(): void;
};

/** The first data-channel message can get lost while the channel opens, so each is repeated. */
const REPEAT_INTERVAL_MS = 500;

/** What is known of the link being built; a picture is reported once all of it is there. */
type Progress = {
  readonly stream?: MediaStream;
  readonly isUp?: boolean;
  readonly words?: readonly number[];
};

/** The viewer's side: answers each link the presenter builds, and asks for another when one fails. */
export function openViewerLink(
  options: { readonly iceServers: readonly IceServer[]; readonly prover: ViewerProver },
  listeners: ViewerLinkListeners,
  deps: { readonly openPeer: OpenPeer; readonly schedule: Schedule },
): ViewerLink {
  let link = 0;
  let peer: Peer | undefined;
  let progress: Progress = {};
  let failedAttempts = 0;
  let isClosed = false;
  const timer = createTimer(deps.schedule);
  const repeatTimer = createTimer(deps.schedule);

  const repeat = (message: PeerMessage) => {
    peer?.send(message);
    repeatTimer.start(REPEAT_INTERVAL_MS, () => repeat(message));
  };
  const advance = (step: Progress) => {
    progress = { ...progress, ...step };
    const { stream, isUp, words } = progress;
    if (!stream || !isUp || !words) return;
    failedAttempts = 0;
    timer.cancel();
    listeners.onConnected(stream, words);
  };

  const onPresenterProof = (presenterProof: PresenterProof) => {
    if (progress.words) return;
    const fingerprints = peer?.fingerprints();
    const verified = fingerprints && options.prover.verify({ link, fingerprints }, presenterProof);
    if (!verified) return finish('not-proved');
    repeat({ type: 'viewer-proof', proof: verified.proof });
    advance({ words: verified.words });
  };
  const onMessage = (message: PeerMessage) => {
    if (message.type === 'presenter-proof') return onPresenterProof(message);
    // Until then anybody could be at the other end.
    if (!progress.words) return;
    if (message.type === 'share-ended') return finish('share-ended');
    if (message.type !== 'share-state') return;
    repeatTimer.cancel();
    listeners.onShareState(message.isPaused);
  };

  const answer = (newLink: number) => {
    peer?.close();
    link = newLink;
    progress = {};
    const isCurrent = () => !isClosed && link === newLink;
    peer = deps.openPeer(
      { role: 'viewer', iceServers: options.iceServers },
      {
        onSignal: (signal) =>
          isCurrent() && listeners.sendSignal({ type: 'rtc', link: newLink, signal }),
        onStream: (stream) => isCurrent() && advance({ stream }),
        onTransport(state) {
          if (!isCurrent()) return;
          advance({ isUp: state === 'connected' });
          if (state === 'interrupted') listeners.onInterrupted(failedAttempts + 1);
        },
        onMessage: (message) => isCurrent() && onMessage(message),
        onClosed: (failure) => isCurrent() && recover(failure),
      },
    );
    timer.start(RECONNECT.peerConnectTimeoutMs, () => recover(null));
    repeat({ type: 'hello' });
  };

  const recover = (failure: PeerFailure | null) => {
    peer?.close();
    peer = undefined;
    repeatTimer.cancel();
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
    repeatTimer.cancel();
    peer?.close();
    peer = undefined;
  };
  const finish = (how: ViewerLinkEnd) => {
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

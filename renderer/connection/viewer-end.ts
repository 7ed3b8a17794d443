import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { RtcSignal } from '../peer/link-signal.ts';
import type { PeerFailure } from '../peer/peer-failure.ts';
import type { AbsenceReason, PeerMessage } from '../peer/peer-message.ts';
import type { ShownFrame } from '../stream/quality/frame-latency.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { TilePicture } from '../stream/tiles/tile-picture.ts';
import type { PresenterProof, ViewerProver } from '../trust/link-proof.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { Rung } from './link-recovery.ts';
import { type LinkWatch, openLinkWatch } from './link-watch.ts';
import { LAST_WORDS_MS } from './reconnect-policy.ts';
import { createViewerProofs } from './viewer-proofs.ts';
import { createViewerQuality } from './viewer-quality.ts';

/** What the presenter says about the share. */
export type ShareState = {
  readonly isPaused: boolean;
  readonly reason: AbsenceReason | null;
  readonly hasSound: boolean;
};

/** A link that stands: what it brings, and the words to compare. */
export type ReceivedPicture = {
  readonly stream: MediaStream;
  readonly words: readonly number[];
  readonly tiles: TilePicture;
  /** What carries sound whenever there is any; `null` where the presenter's app has none. */
  readonly sound: MediaStream | null;
};

export type ViewerEndListeners = {
  onSignal(signal: RtcSignal): void;
  /** The link stands, the presenter is proved and has let this viewer in, or is heard again. */
  onConnected(picture: ReceivedPicture): void;
  onRung(rung: Rung): void;
  onPath(path: LinkPath): void;
  onQuality(quality: LiveQuality): void;
  onShareState(state: ShareState): void;
  onPass(pass: string): void;
  onShareEnded(): void;
  onNotProved(): void;
  onClosed(failure: PeerFailure | null): void;
};

/** The viewer's end of one link with one number; once closed it stays closed. */
export type ViewerEnd = {
  signal(signal: RtcSignal): void;
  setIceServers(iceServers: readonly IceServer[]): void;
  /** The viewer's screen has shown a frame. */
  shown(frame: ShownFrame): void;
  /** Tells the presenter that this viewer is gone for good, and closes. */
  leave(): void;
  close(): void;
};

/** What is known of the link being built; a picture is reported once all of it is there. */
type Progress = {
  readonly stream?: MediaStream;
  readonly sound?: MediaStream;
  readonly isUp?: boolean;
  readonly words?: readonly number[];
  /** The presenter has let this viewer in; until then there is no picture to report. */
  readonly isAdmitted?: boolean;
};

export function openViewerEnd(
  options: {
    readonly link: number;
    readonly iceServers: readonly IceServer[];
    readonly prover: ViewerProver;
  },
  listeners: ViewerEndListeners,
  deps: Pick<ConnectionDeps, 'openPeer' | 'openTilePicture' | 'schedule' | 'now' | 'pathPolicy'>,
): ViewerEnd {
  let progress: Progress = {};
  let watch: LinkWatch | undefined;
  let isClosed = false;

  const advance = (step: Progress) => {
    progress = { ...progress, ...step };
    const { stream, isUp, words, isAdmitted } = progress;
    if (!stream || !isUp || !words || !isAdmitted) return;
    const { onRung, onPath } = listeners;
    const { sound = null } = progress;
    const onBack = () => listeners.onConnected({ stream, words, tiles, sound });
    if (watch) return watch.heard();
    watch = openLinkWatch(peer, { onRung, onBack, onPath, onStats }, deps);
    onBack();
  };

  const onStats = (entries: readonly StatsEntry[]) => {
    const seen = quality.look(entries);
    if (seen) listeners.onQuality(seen);
  };

  const onPresenterProof = (presenterProof: PresenterProof) => {
    if (progress.words) return;
    const words = proofs.verify(presenterProof);
    if (!words) return listeners.onNotProved();
    progress = { ...progress, words };
  };
  const onMessage = (message: PeerMessage) => {
    if (watch?.take(message)) return;
    if (message.type === 'beat') peer.send({ type: 'echo' });
    if (message.type === 'presenter-proof') return onPresenterProof(message);
    // Until then anybody could be at the other end.
    if (!progress.words) return;
    if (quality.take(message)) return;
    if (message.type === 'pass') return listeners.onPass(message.pass);
    if (message.type === 'share-ended') return listeners.onShareEnded();
    if (message.type === 'wait') return proofs.wait();
    if (message.type !== 'share-state') return;
    proofs.stop();
    if (!progress.isAdmitted) advance({ isAdmitted: true });
    const { isPaused, reason = null, hasSound = false } = message;
    const absence = isPaused ? (reason ?? 'by-hand') : null;
    listeners.onShareState({ isPaused, reason: absence, hasSound });
  };

  const peer = deps.openPeer(
    { role: 'viewer', iceServers: options.iceServers, pathPolicy: deps.pathPolicy },
    {
      onSignal: (signal) => !isClosed && listeners.onSignal(signal),
      onStream: (stream) => !isClosed && advance({ stream }),
      onSound: (sound) => !isClosed && advance({ sound }),
      onTransport(state) {
        if (isClosed) return;
        if (state === 'connected') advance({ isUp: true });
        else watch?.suspect();
      },
      onOpen: () => !isClosed && !progress.words && proofs.ask(),
      onMessage: (message) => !isClosed && onMessage(message),
      onPacket(line, packet) {
        if (isClosed) return;
        // Until then anybody could be at the other end.
        if (line !== 'probe') return progress.words && tiles.take(line, packet);
        proofs.takeProbe(packet);
      },
      onDrained: () => {},
      onClosed: (failure) => !isClosed && listeners.onClosed(failure),
    },
  );
  const tiles = deps.openTilePicture((packet) => peer.lines.marks.send(packet));
  const proofs = createViewerProofs(options, peer, deps);
  const quality = createViewerQuality(peer, deps);
  const fallSilent = () => {
    isClosed = true;
    tiles.close();
    watch?.close();
    proofs.stop();
  };

  proofs.ask();
  return {
    signal: peer.signal,
    setIceServers: peer.setIceServers,
    shown: quality.shown,
    leave() {
      fallSilent();
      peer.send({ type: 'leaving' });
      deps.schedule(LAST_WORDS_MS, peer.close);
    },
    close() {
      fallSilent();
      peer.close();
    },
  };
}

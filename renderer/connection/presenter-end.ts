import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { RtcSignal } from '../peer/link-signal.ts';
import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { ProfileName } from '../stream/profile.ts';
import type { LiveQuality, PicturePurpose } from '../stream/quality/live-quality.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { LinkView, PresenterProver } from '../trust/link-proof.ts';
import type { PresenterLinkDeps } from './connection-deps.ts';
import type { LinkBeginning } from './link-beginnings.ts';
import type { Rung } from './link-recovery.ts';
import { type LinkWatch, openLinkWatch } from './link-watch.ts';
import { createPictureSteering, pictureBeginningOf } from './picture-steering.ts';
import { createPresenterProofs, type ProvedViewer } from './presenter-proofs.ts';
import { createPresenterQuality } from './presenter-quality.ts';
import { createPresenterTiles } from './presenter-tiles.ts';
import { LAST_WORDS_MS } from './reconnect-policy.ts';
import type { ShareRelief } from './share-relief.ts';
import { type ShownSource, shareStateOf } from './shown-source.ts';

export type PresenterEndListeners = {
  onSignal(signal: RtcSignal): void;
  /** Both ends have proved themselves, or hear each other again; `words` can be compared aloud. */
  onWatching(words: readonly number[]): void;
  onRung(rung: Rung): void;
  onPath(path: LinkPath): void;
  /** What the link carries, for the next one. */
  onEstimate(estimateBps: number | null): void;
  onQuality(quality: LiveQuality): void;
  /** How fast the fastest burst arrived, in bit/s; `null` when the viewer did not say. */
  onMeasured(arrivalBps: number | null): void;
  /** The viewer says that it has gone for good. */
  onLeft(): void;
  /** The viewer's proof was wrong. */
  onNotProved(): void;
  /** The peer is of no more use. */
  onClosed(): void;
};

/** The presenter's end of one link with one number; once closed it stays closed. */
export type PresenterEnd = {
  signal(signal: RtcSignal): void;
  show(shown: ShownSource): void;
  setProfile(profile: ProfileName): void;
  /** The presenter has let this viewer in: from now on the picture is shown. */
  admit(): void;
  isProved(): boolean;
  restartIce(iceServers: readonly IceServer[]): void;
  /** Tells the viewer that the share is over, as far as the link still carries it, and closes. */
  end(): void;
  close(): void;
};

export type PresenterEndOptions = {
  /** Whether the presenter has let this viewer in; until then nothing is shown. */
  readonly isAdmitted: boolean;
  readonly link: number;
  readonly iceServers: readonly IceServer[];
  readonly shown: ShownSource;
  readonly tiles: TileShare;
  readonly prover: PresenterProver;
  /** What the viewer can show to come back without being asked about again. */
  readonly pass: string;
  readonly purpose: () => PicturePurpose;
  readonly relief: ShareRelief;
  readonly beginning: LinkBeginning;
};

export function openPresenterEnd(
  options: PresenterEndOptions,
  listeners: PresenterEndListeners,
  deps: PresenterLinkDeps,
): PresenterEnd {
  const { link, prover, purpose, beginning } = options;
  let { shown, isAdmitted } = options;
  let watch: LinkWatch | undefined;
  let isShowing = false;
  let isClosed = false;

  const view = (): LinkView | undefined => {
    const fingerprints = peer.fingerprints();
    return fingerprints && { link, fingerprints };
  };
  const showNow = () => {
    if (!isShowing) return;
    showOver(peer, shown);
    peer.send(shareStateOf(shown));
  };
  const beWatching = () => {
    const seen = view();
    if (seen) listeners.onWatching(prover.words(seen));
  };
  const onBack = () => {
    showNow();
    // What got lost meanwhile would keep the viewer waiting for a frame it can decode.
    peer.refreshPicture();
    beWatching();
  };

  const onMessage = (message: PeerMessage) => {
    if (message.type === 'leaving') return listeners.onLeft();
    if (watch?.take(message) || (watch && quality.take(message))) return;
    if (message.type === 'beat') peer.send({ type: 'echo' });
    const come = proofs.take(message);
    if (come === 'not-proved') return listeners.onNotProved();
    if (come === 'proved' && isAdmitted) beShowing();
    else if (come === 'proved') peer.send({ type: 'wait' });
  };
  const start = (viewer: ProvedViewer) => {
    const { onRung, onPath } = listeners;
    watch = openLinkWatch(peer, { onRung, onBack, onPath, onStats: quality.look }, deps);
    steering.begin(viewer);
    isShowing = true;
  };
  /** Nothing is shown before the viewer has both proved itself and been let in. */
  const beShowing = () => {
    const viewer = proofs.viewer();
    if (!viewer || !isAdmitted || isClosed) return;
    if (!isShowing) start(viewer);
    showNow();
    peer.send({ type: 'pass', pass: options.pass });
    tiles.begin();
    beWatching();
  };

  const peer = deps.openPeer(
    {
      role: 'presenter',
      iceServers: options.iceServers,
      // Whoever is not let in yet must not learn this computer's public address.
      pathPolicy: () => (isAdmitted ? deps.pathPolicy() : 'lan-only'),
      picture: pictureBeginningOf(beginning),
    },
    {
      onSignal: (signal) => !isClosed && listeners.onSignal(signal),
      ...{ onStream: () => {}, onSound: () => {}, onOpen: () => {} },
      onMessage: (message) => !isClosed && onMessage(message),
      onTransport(state) {
        if (state === 'interrupted') return watch?.suspect();
        watch?.heard();
        void steering.seePath();
      },
      onPacket: (line, packet) => tiles.onPacket(line, packet),
      onDrained: (line) => tiles.onDrained(line),
      onClosed: () => !isClosed && listeners.onClosed(),
    },
  );

  const proofs = createPresenterProofs(peer, prover, view, listeners.onMeasured);
  const steering = createPictureSteering(peer, beginning, {
    ...deps,
    relief: options.relief,
    stillsBps: () => tiles.measuredBps(),
  });
  const tiles = createPresenterTiles(options.tiles, peer, steering);
  const quality = createPresenterQuality(peer, { purpose, steering, listeners }, deps);
  const fallSilent = () => {
    isClosed = true;
    tiles.close();
    watch?.close();
  };
  return {
    signal: peer.signal,
    show(next) {
      shown = next;
      showNow();
    },
    setProfile: steering.setProfile,
    admit() {
      isAdmitted = true;
      beShowing();
    },
    isProved: () => proofs.viewer() !== undefined,
    restartIce(iceServers) {
      peer.setIceServers(iceServers);
      peer.restartIce();
    },
    end() {
      fallSilent();
      showOver(peer, null);
      peer.send({ type: 'share-ended' });
      deps.schedule(LAST_WORDS_MS, peer.close);
    },
    close() {
      fallSilent();
      peer.close();
    },
  };
}

function showOver(peer: Pick<Peer, 'showTrack' | 'showSound'>, shown: ShownSource | null): void {
  peer.showTrack(shown?.picture ?? null);
  peer.showSound(shown?.picture ? shown.sound : null);
}

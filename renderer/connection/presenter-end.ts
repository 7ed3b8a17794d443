import type { IceServer } from '../../signaling/protocol.ts';
import { type LinkPath, linkMeasureOf } from '../peer/link-path.ts';
import type { RtcSignal } from '../peer/link-signal.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { ProfileName } from '../stream/profile.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { LinkView, PresenterProver } from '../trust/link-proof.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { Rung } from './link-recovery.ts';
import { type LinkWatch, openLinkWatch } from './link-watch.ts';
import {
  createPictureSteering,
  type PictureLimit,
  pictureBeginningOf,
} from './picture-steering.ts';
import { LAST_WORDS_MS } from './reconnect-policy.ts';
import { sendBurst } from './way-burst.ts';

export type PresenterEndListeners = {
  onSignal(signal: RtcSignal): void;
  /** Both ends have proved themselves, or hear each other again; `words` can be compared aloud. */
  onWatching(words: readonly number[]): void;
  onRung(rung: Rung): void;
  onPath(path: LinkPath): void;
  /** What holds the picture back, if anything; and what the link carries, for the next one. */
  onPicture(limit: PictureLimit | null, estimateBps: number | null): void;
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
  show(track: MediaStreamTrack | null): void;
  setProfile(profile: ProfileName): void;
  restartIce(iceServers: readonly IceServer[]): void;
  /** Tells the viewer that the share is over, as far as the link still carries it, and closes. */
  end(): void;
  close(): void;
};

export function openPresenterEnd(
  options: {
    readonly link: number;
    readonly iceServers: readonly IceServer[];
    readonly track: MediaStreamTrack | null;
    readonly prover: PresenterProver;
    /** What the viewer can show to come back without being asked about again. */
    readonly pass: string;
    readonly profile: ProfileName;
    /** What an earlier link to the same viewer carried. */
    readonly lastEstimateBps: number | null;
  },
  listeners: PresenterEndListeners,
  deps: Pick<ConnectionDeps, 'openPeer' | 'schedule' | 'now' | 'pathPolicy'>,
): PresenterEnd {
  const { link, prover } = options;
  let track = options.track;
  /** Nothing is shown over a link before its viewer has proved itself. */
  let watch: LinkWatch | undefined;
  let isShowing = false;
  let hasBurst = false;
  let path: Omit<LinkPath, 'lossRatio'> | null = null;
  let isClosed = false;

  const view = (): LinkView | undefined => {
    const fingerprints = peer.fingerprints();
    return fingerprints && { link, fingerprints };
  };
  const showNow = () => {
    if (!isShowing) return;
    peer.showTrack(track);
    peer.send({ type: 'share-state', isPaused: track === null });
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
    const seen = view();
    if (message.type === 'leaving') return listeners.onLeft();
    if (watch?.take(message)) return;
    if (message.type === 'beat') peer.send({ type: 'echo' });
    if (message.type === 'hello' && seen) {
      if (!hasBurst) sendBurst(peer.lines.probe);
      hasBurst = true;
      peer.send({ type: 'presenter-proof', ...prover.prove(seen) });
    }
    if (message.type !== 'viewer-proof') return;
    if (!seen || !prover.isViewerProof(seen, message.proof)) return listeners.onNotProved();
    if (watch) return beShowing();
    const { onRung, onPath } = listeners;
    watch = openLinkWatch(peer, { onRung, onBack, onPath, onStats }, deps);
    start(message.arrivalBps ?? null);
  };
  const onStats = (entries: readonly StatsEntry[]) => {
    steering.take(entries);
    listeners.onPicture(steering.limit(), steering.estimateBps());
  };
  const start = (arrivalBps: number | null) => {
    const { route = null, transport = 'udp' } = path ?? {};
    const { lastEstimateBps } = options;
    steering.begin({ route, transport, arrivalBps, lastEstimateBps });
    beShowing();
  };
  const beShowing = () => {
    isShowing = true;
    showNow();
    peer.send({ type: 'pass', pass: options.pass });
    beWatching();
  };
  const lookAtPath = async () => {
    path = linkMeasureOf(await peer.stats().catch(() => [])).path;
  };

  const peer = deps.openPeer(
    {
      role: 'presenter',
      iceServers: options.iceServers,
      pathPolicy: deps.pathPolicy(),
      picture: pictureBeginningOf(options.profile),
    },
    {
      onSignal: (signal) => !isClosed && listeners.onSignal(signal),
      onStream: () => {},
      onMessage: (message) => !isClosed && onMessage(message),
      onTransport(state) {
        if (state === 'interrupted') return watch?.suspect();
        watch?.heard();
        if (!path) void lookAtPath();
      },
      onPacket: () => {},
      onDrained: () => {},
      onClosed: () => !isClosed && listeners.onClosed(),
    },
  );

  const steering = createPictureSteering(peer, options.profile);
  const fallSilent = () => {
    isClosed = true;
    watch?.close();
  };
  return {
    signal: peer.signal,
    show(next) {
      track = next;
      showNow();
    },
    setProfile: steering.setProfile,
    restartIce(iceServers) {
      peer.setIceServers(iceServers);
      peer.restartIce();
    },
    end() {
      fallSilent();
      peer.showTrack(null);
      peer.send({ type: 'share-ended' });
      deps.schedule(LAST_WORDS_MS, peer.close);
    },
    close() {
      fallSilent();
      peer.close();
    },
  };
}

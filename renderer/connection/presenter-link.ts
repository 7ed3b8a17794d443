import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ProfileName } from '../stream/profile.ts';
import type { LiveQuality, PicturePurpose } from '../stream/quality/live-quality.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { PresenterProver } from '../trust/link-proof.ts';
import type { PresenterLinkDeps } from './connection-deps.ts';
import { createLinkAttempts } from './link-attempts.ts';
import { createLinkBeginnings } from './link-beginnings.ts';
import type { Rung } from './link-recovery.ts';
import { openPresenterEnd, type PresenterEnd } from './presenter-end.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer } from './schedule.ts';
import type { ShareRelief } from './share-relief.ts';

export type PresenterLinkEnd = 'left' | 'unreachable' | 'failed' | 'not-proved';

/** What the presenter's side of one viewer's link reports. */
export type PresenterLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  onStage(stage: 'connecting' | 'reconnecting'): void;
  /** Both ends have proved themselves; `words` can be compared aloud. */
  onWatching(words: readonly number[]): void;
  onPath(path: LinkPath): void;
  onQuality(quality: LiveQuality): void;
  /** Nothing is heard over the link; it would be good to know whether the server is still there. */
  onSilent(): void;
  /** The viewer left over the link, no way was found, every rebuild was in vain, or its proof was wrong. */
  onEnded(how: PresenterLinkEnd): void;
};

export type PresenterLink = {
  receive(signal: LinkSignal): void;
  /** What the viewer gets to see; `null` while paused. */
  show(track: MediaStreamTrack | null): void;
  setProfile(profile: ProfileName): void;
  /** The presenter has let this viewer in. */
  admit(): void;
  /** Whoever is not has a link at most, and sees nothing over it. */
  isAdmitted(): boolean;
  /** The server, or the viewer's line to it, is back: what could not be negotiated now can. */
  wake(): void;
  /** Tells the viewer that the share is over, as far as the link still carries it, and closes. */
  end(): void;
  close(): void;
};

export type PresenterLinkOptions = {
  readonly iceServers: () => readonly IceServer[];
  /** Whether signals get as far as the server right now. */
  readonly isOnline: () => boolean;
  readonly track: MediaStreamTrack | null;
  readonly isAdmitted: boolean;
  readonly tiles: TileShare;
  readonly prover: PresenterProver;
  readonly pass: string;
  /** What the picture is made for, at any time. */
  readonly purpose: () => PicturePurpose;
  readonly relief: ShareRelief;
  /** Why nothing is shown, while that is so. */
  readonly pauseReason: () => PauseReason | null;
};

type Health = 'building' | 'watching' | 'silent' | 'waiting-for-server';

/**
 * Keeps one viewer connected: builds the peer, mends it, and builds it again when it fails. A viewer
 * who is still waiting to be let in gets one try, without ICE servers and without a picture, so that
 * letting in takes no time.
 */
export function openPresenterLink(
  options: PresenterLinkOptions,
  listeners: PresenterLinkListeners,
  deps: PresenterLinkDeps,
): PresenterLink {
  let link = 0;
  let end: PresenterEnd | undefined;
  let { track, isAdmitted } = options;
  const beginnings = createLinkBeginnings(() => options.purpose().profile);
  let health: Health = 'building';
  const attempts = createLinkAttempts();
  let isClosed = false;
  const timer = createTimer(deps.schedule);

  const build = () => {
    end?.close();
    link += 1;
    health = 'building';
    const iceServers = isAdmitted ? options.iceServers() : [];
    const beginning = beginnings.next(!isAdmitted);
    end = openPresenterEnd(
      { ...options, link, iceServers, isAdmitted, track, beginning },
      {
        ...listeners,
        onSignal: (signal) => listeners.sendSignal({ type: 'rtc', link, signal }),
        onWatching(words) {
          health = 'watching';
          attempts.succeed();
          timer.cancel();
          listeners.onWatching(words);
        },
        onRung,
        onEstimate: beginnings.noteEstimate,
        onMeasured: (bps) => !isAdmitted && beginnings.noteArrival(bps) && build(),
        onLeft: () => (isAdmitted ? finish('left') : shut()),
        onNotProved: () => (isAdmitted ? finish('not-proved') : shut()),
        onClosed: rebuild,
      },
      deps,
    );
    timer.start(attempts.timeoutMs(), rebuild);
  };

  const onRung = (rung: Rung) => {
    if (rung === 'rebuild') return rebuild();
    if (rung === 'restart-ice') return end?.restartIce(options.iceServers());
    health = 'silent';
    listeners.onStage('reconnecting');
    listeners.onSilent();
  };

  const shut = () => {
    timer.cancel();
    end?.close();
    end = undefined;
  };

  const rebuild = () => {
    shut();
    // While it waits to be let in, a link is only a head start.
    if (!isAdmitted) return;
    listeners.onStage('reconnecting');
    // What cannot reach the viewer need not be tried, and must not count as having failed.
    if (!options.isOnline()) {
      health = 'waiting-for-server';
      return listeners.onSilent();
    }
    health = 'building';
    if (attempts.fail()) return finish(attempts.end());
    timer.start(RECONNECT.peerRebuildDelayMs, build);
  };

  const close = () => {
    isClosed = true;
    shut();
  };
  const finish = (how: PresenterLinkEnd) => {
    close();
    listeners.onEnded(how);
  };

  if (isAdmitted) listeners.onStage('connecting');
  build();
  return {
    receive(signal) {
      if (isClosed || (!isAdmitted && signal.type !== 'rtc')) return;
      if (signal.type === 'given-up') return finish(attempts.end());
      if (signal.link !== link || !end) return;
      if (signal.type === 'rtc') end.signal(signal.signal);
      else if (signal.type === 'rebuild') rebuild();
      else end.restartIce(options.iceServers());
    },
    show(next) {
      track = next;
      end?.show(next);
    },
    setProfile: (profile) => end?.setProfile(profile),
    admit() {
      if (isAdmitted || isClosed) return;
      isAdmitted = true;
      listeners.onStage('connecting');
      if (!end) return build();
      timer.start(attempts.timeoutMs(), rebuild);
      end.admit();
      // Without any server's help it may have found no way.
      if (!end.isProved()) end.restartIce(options.iceServers());
    },
    isAdmitted: () => isAdmitted,
    wake() {
      if (isClosed || !isAdmitted) return;
      if (health === 'silent') end?.restartIce(options.iceServers());
      // Its candidates may be those of a network that was not there.
      else if (health === 'building' && attempts.hasWatched()) rebuild();
      else if (health === 'waiting-for-server') build();
    },
    end() {
      end?.end();
      end = undefined;
      close();
    },
    close,
  };
}

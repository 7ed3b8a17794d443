import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { ProfileName } from '../stream/profile.ts';
import type { PresenterProver } from '../trust/link-proof.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { Rung } from './link-recovery.ts';
import type { PictureLimit } from './picture-steering.ts';
import { openPresenterEnd, type PresenterEnd } from './presenter-end.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer } from './schedule.ts';

export type PresenterLinkEnd = 'left' | 'unreachable' | 'failed' | 'not-proved';

/** What the presenter's side of one viewer's link reports. */
export type PresenterLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  onStage(stage: 'connecting' | 'reconnecting'): void;
  /** Both ends have proved themselves; `words` can be compared aloud. */
  onWatching(words: readonly number[]): void;
  onPath(path: LinkPath): void;
  /** What holds this viewer's picture back, if anything. */
  onPictureLimit(limit: PictureLimit | null): void;
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
  /** The server, or the viewer's line to it, is back: what could not be negotiated now can. */
  wake(): void;
  /** Tells the viewer that the share is over, as far as the link still carries it, and closes. */
  end(): void;
  close(): void;
};

type Health = 'building' | 'watching' | 'silent' | 'waiting-for-server';

/** Keeps one approved viewer connected: builds the peer, mends it, and builds it again when it fails. */
export function openPresenterLink(
  options: {
    readonly iceServers: () => readonly IceServer[];
    /** Whether signals get as far as the server right now. */
    readonly isOnline: () => boolean;
    readonly track: MediaStreamTrack | null;
    readonly prover: PresenterProver;
    readonly pass: string;
    readonly profile: ProfileName;
  },
  listeners: PresenterLinkListeners,
  deps: Pick<ConnectionDeps, 'openPeer' | 'schedule' | 'now' | 'pathPolicy'>,
): PresenterLink {
  let link = 0;
  let end: PresenterEnd | undefined;
  let track = options.track;
  let profile = options.profile;
  let lastEstimateBps: number | null = null;
  let health: Health = 'building';
  let hasWatched = false;
  let failedAttempts = 0;
  let isClosed = false;
  const timer = createTimer(deps.schedule);

  const build = () => {
    link += 1;
    health = 'building';
    const thisLink = link;
    const { prover, pass } = options;
    const iceServers = options.iceServers();
    end = openPresenterEnd(
      { link, iceServers, track, prover, pass, profile, lastEstimateBps },
      {
        onSignal: (signal) => listeners.sendSignal({ type: 'rtc', link: thisLink, signal }),
        onWatching(words) {
          health = 'watching';
          hasWatched = true;
          failedAttempts = 0;
          timer.cancel();
          listeners.onWatching(words);
        },
        onRung,
        onPath: listeners.onPath,
        onPicture(limit, estimateBps) {
          lastEstimateBps = estimateBps;
          listeners.onPictureLimit(limit);
        },
        onLeft: () => finish('left'),
        onNotProved: () => finish('not-proved'),
        onClosed: rebuild,
      },
      deps,
    );
    const { peerConnectTimeoutMs, peerReconnectTimeoutMs } = RECONNECT;
    timer.start(hasWatched ? peerReconnectTimeoutMs : peerConnectTimeoutMs, rebuild);
  };

  const onRung = (rung: Rung) => {
    if (rung === 'rebuild') return rebuild();
    if (rung === 'restart-ice') return end?.restartIce(options.iceServers());
    health = 'silent';
    listeners.onStage('reconnecting');
    listeners.onSilent();
  };

  const rebuild = () => {
    end?.close();
    end = undefined;
    listeners.onStage('reconnecting');
    timer.cancel();
    // What cannot reach the viewer need not be tried, and must not count as having failed.
    if (!options.isOnline()) {
      health = 'waiting-for-server';
      return listeners.onSilent();
    }
    health = 'building';
    failedAttempts += 1;
    const attempts = hasWatched ? RECONNECT.peerRebuildAttempts : RECONNECT.peerFirstAttempts;
    if (failedAttempts > attempts) return finish(hasWatched ? 'failed' : 'unreachable');
    timer.start(RECONNECT.peerRebuildDelayMs, build);
  };

  const close = () => {
    isClosed = true;
    timer.cancel();
    end?.close();
    end = undefined;
  };
  const finish = (how: PresenterLinkEnd) => {
    close();
    listeners.onEnded(how);
  };

  listeners.onStage('connecting');
  build();
  return {
    receive(signal) {
      if (isClosed) return;
      if (signal.type === 'given-up') return finish(hasWatched ? 'failed' : 'unreachable');
      if (signal.link !== link || !end) return;
      if (signal.type === 'rtc') end.signal(signal.signal);
      else if (signal.type === 'rebuild') rebuild();
      else end.restartIce(options.iceServers());
    },
    show(next) {
      track = next;
      end?.show(next);
    },
    setProfile(next) {
      profile = next;
      end?.setProfile(next);
    },
    wake() {
      if (isClosed) return;
      if (health === 'silent') end?.restartIce(options.iceServers());
      // Its candidates may be those of a network that was not there.
      else if (health === 'building' && hasWatched) rebuild();
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

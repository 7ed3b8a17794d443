import type { IceServer } from '../../signaling/protocol.ts';
import type { LinkPath } from '../peer/link-path.ts';
import type { LinkSignal } from '../peer/link-signal.ts';
import type { PeerFailure } from '../peer/peer-failure.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ShownFrame } from '../stream/quality/frame-latency.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { TilePicture } from '../stream/tiles/tile-picture.ts';
import type { ViewerProver } from '../trust/link-proof.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { createLinkAttempts } from './link-attempts.ts';
import type { Rung } from './link-recovery.ts';
import { RECOVERY } from './reconnect-policy.ts';
import { createTimer } from './schedule.ts';
import { openViewerEnd, type ViewerEnd } from './viewer-end.ts';

export type ViewerLinkListeners = {
  sendSignal(signal: LinkSignal): void;
  /** The link stands and the viewer is let in; `stream` is a new one after a rebuild. */
  onConnected(stream: MediaStream, words: readonly number[], tiles: TilePicture): void;
  onInterrupted(attempt: number): void;
  onShareState(pauseReason: PauseReason | null): void;
  onPath(path: LinkPath): void;
  onQuality(quality: LiveQuality): void;
  onPass(pass: string): void;
  /** Nothing is heard over the link; it would be good to know whether the server is still there. */
  onSilent(): void;
  onEnded(how: ViewerLinkEnd): void;
};
export type ViewerLinkEnd = 'share-ended' | 'unreachable' | 'failed' | 'unsupported' | 'not-proved';

export type ViewerLink = {
  receive(signal: LinkSignal): void;
  /** The presenter has let this viewer in, so that a link must come about. */
  admit(): void;
  isAdmitted(): boolean;
  /** The viewer's screen has shown a frame. */
  shown(frame: ShownFrame): void;
  /** Tells the presenter that this viewer is gone for good, and closes. */
  leave(): void;
  close(): void;
};

/**
 * The viewer's side: answers each link the presenter builds, and asks for another when one fails,
 * once it has been let in.
 */
export function openViewerLink(
  options: {
    readonly iceServers: () => readonly IceServer[];
    /** Whether signals get as far as the server right now. */
    readonly isOnline: () => boolean;
    readonly prover: ViewerProver;
    readonly isAdmitted: boolean;
  },
  listeners: ViewerLinkListeners,
  deps: Pick<ConnectionDeps, 'openPeer' | 'openTilePicture' | 'schedule' | 'now' | 'pathPolicy'>,
): ViewerLink {
  let link = 0;
  let end: ViewerEnd | undefined;
  let { isAdmitted } = options;
  const attempts = createLinkAttempts();
  let isClosed = false;
  const timer = createTimer(deps.schedule);

  const answer = (newLink: number) => {
    end?.close();
    link = newLink;
    const { prover } = options;
    end = openViewerEnd(
      { link, iceServers: options.iceServers(), prover },
      {
        onSignal: (signal) => listeners.sendSignal({ type: 'rtc', link: newLink, signal }),
        onConnected(stream, words, tiles) {
          isAdmitted = true;
          attempts.succeed();
          timer.cancel();
          listeners.onConnected(stream, words, tiles);
        },
        onRung,
        onPath: listeners.onPath,
        onQuality: listeners.onQuality,
        onPass: listeners.onPass,
        onShareState: listeners.onShareState,
        onShareEnded: () => finish('share-ended'),
        onNotProved: () => finish('not-proved'),
        onClosed: recover,
      },
      deps,
    );
    waitForLink();
  };
  const waitForLink = () => {
    if (!isAdmitted) return;
    const graceMs = attempts.hasWatched() ? RECOVERY.viewerAsksAfterMs : 0;
    timer.start(attempts.timeoutMs() + graceMs, () => recover(null));
  };

  const onRung = (rung: Rung) => {
    if (rung === 'restart-ice') return listeners.sendSignal({ type: 'restart-ice', link });
    if (rung === 'rebuild') {
      return timer.start(RECOVERY.viewerAsksAfterMs, () => recover(null));
    }
    listeners.onInterrupted(attempts.failed() + 1);
    listeners.onSilent();
  };

  const recover = (failure: PeerFailure | null) => {
    end?.close();
    end = undefined;
    if (failure?.code === 'unsupported') return finish('unsupported');
    // While it waits to be let in, a link is only a head start.
    if (!isAdmitted) return;
    // A server that is out of reach says nothing about the way to the presenter.
    if (options.isOnline()) attempts.fail();
    if (attempts.areOver()) {
      listeners.sendSignal({ type: 'given-up', link });
      return finish(attempts.end());
    }
    listeners.onInterrupted(attempts.failed());
    // Without a first offer there is nothing to build again; the presenter still repeats that one.
    if (link > 0 && options.isOnline()) listeners.sendSignal({ type: 'rebuild', link });
    waitForLink();
  };

  const close = () => {
    isClosed = true;
    timer.cancel();
    end?.close();
    end = undefined;
  };
  const finish = (how: ViewerLinkEnd) => {
    close();
    listeners.onEnded(how);
  };

  // The presenter offers at once after its approval; silence means the offer got lost for good.
  waitForLink();
  return {
    receive(signal) {
      if (isClosed || signal.type !== 'rtc' || signal.link < link) return;
      if (signal.link > link) answer(signal.link);
      // An offer makes the browser gather anew, which needs credentials that are still good.
      else if (signal.signal.type === 'offer') end?.setIceServers(options.iceServers());
      end?.signal(signal.signal);
    },
    admit() {
      if (isAdmitted || isClosed) return;
      isAdmitted = true;
      waitForLink();
    },
    isAdmitted: () => isAdmitted,
    shown: (frame) => end?.shown(frame),
    leave() {
      end?.leave();
      end = undefined;
      close();
    },
    close,
  };
}

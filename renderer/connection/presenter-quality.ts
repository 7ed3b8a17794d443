import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { LiveQuality, PicturePurpose, PictureState } from '../stream/quality/live-quality.ts';
import { momentOf, type QualityMoment, remember } from '../stream/quality/quality-history.ts';
import { lookAtQuality, type QualityCounters } from '../stream/quality/quality-reading.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import type { PictureSteering } from './picture-steering.ts';

/** What a presenter learns about the picture one viewer gets, does about it, and tells it. */
export type PresenterQuality = {
  /** Looks at a message of a viewer that is proved; true when it was about the picture's quality. */
  take(message: PeerMessage): boolean;
  /** What the browser counts, about once a second. */
  look(entries: readonly StatsEntry[]): void;
};

export function createPresenterQuality(
  peer: Pick<Peer, 'send'>,
  picture: {
    readonly purpose: () => PicturePurpose;
    readonly steering: PictureSteering;
    readonly listeners: {
      onEstimate(estimateBps: number | null): void;
      onQuality(quality: LiveQuality): void;
    };
  },
  { now, epochNow }: Pick<ConnectionDeps, 'now' | 'epochNow'>,
): PresenterQuality {
  const { steering, listeners } = picture;
  let counters: QualityCounters | undefined;
  let history: readonly QualityMoment[] = [];
  let latencyMs: number | null = null;
  let told: string | undefined;

  const tell = (): PictureState => {
    const limit = steering.limit();
    const state = { ...picture.purpose(), limit, captureIntervalMs: steering.captureIntervalMs() };
    const telling = JSON.stringify(state);
    if (telling !== told && peer.send({ type: 'picture-state', ...state })) told = telling;
    return state;
  };

  return {
    take(message) {
      if (message.type === 'clock-ask') {
        peer.send({ type: 'clock-answer', id: message.id, atMs: epochNow() });
      }
      if (message.type === 'picture-latency') latencyMs = message.latencyMs;
      return message.type === 'clock-ask' || message.type === 'picture-latency';
    },
    look(entries) {
      steering.take(entries);
      listeners.onEstimate(steering.estimateBps());
      const state = tell();
      const atMs = now();
      const seen = lookAtQuality(entries, counters, atMs);
      if (!seen) return;
      counters = seen.counters;
      const { reading } = seen;
      history = remember(history, momentOf(atMs, latencyMs, reading));
      listeners.onQuality({ reading, latencyMs, state, history });
    },
  };
}

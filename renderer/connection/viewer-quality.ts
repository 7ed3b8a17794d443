import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import { createClockOffset } from '../stream/quality/clock-offset.ts';
import { createFrameLatency, type ShownFrame } from '../stream/quality/frame-latency.ts';
import type { LiveQuality, PictureState } from '../stream/quality/live-quality.ts';
import {
  momentOf,
  type QualityMoment,
  recentLatency,
  remember,
} from '../stream/quality/quality-history.ts';
import { lookAtQuality, type QualityCounters } from '../stream/quality/quality-reading.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { ConnectionDeps } from './connection-deps.ts';

/** What a viewer learns about its picture, over one link to a presenter that is proved. */
export type ViewerQuality = {
  /** Looks at a message of the presenter; true when it was about the picture's quality. */
  take(message: PeerMessage): boolean;
  shown(frame: ShownFrame): void;
  /** About once a second; `undefined` before anything of a picture is counted. */
  look(entries: readonly StatsEntry[]): LiveQuality | undefined;
};

/** A still screen sends hardly any frames; how late it was a moment ago still holds. */
const LATENCY_HOLDS_MS = 10_000;

export function createViewerQuality(
  peer: Pick<Peer, 'send' | 'captured'>,
  { now }: Pick<ConnectionDeps, 'now'>,
): ViewerQuality {
  const clock = createClockOffset();
  const frames = createFrameLatency();
  let counters: QualityCounters | undefined;
  let history: readonly QualityMoment[] = [];
  let state: PictureState | null = null;

  const latencyNow = (atMs: number): number | null => {
    const captured = peer.captured();
    const offset = clock.offset(atMs);
    if (!captured || !offset || !state) {
      frames.drop();
      return null;
    }
    const sinceCaptureMs = frames.take(captured, offset.offsetMs);
    // A change waits for the next capture: half an interval on average, which no clock shows.
    return sinceCaptureMs === null
      ? null
      : Math.round(sinceCaptureMs + state.captureIntervalMs / 2);
  };

  return {
    take(message) {
      if (message.type === 'clock-answer') clock.answer(message.id, message.atMs, now());
      if (message.type === 'picture-state') {
        const { type, ...told } = message;
        state = told;
      }
      return message.type === 'clock-answer' || message.type === 'picture-state';
    },
    shown: frames.shown,
    look(entries) {
      const atMs = now();
      const newLatencyMs = latencyNow(atMs);
      peer.send({ type: 'clock-ask', id: clock.ask(atMs) });
      const seen = lookAtQuality(entries, counters, atMs);
      if (!seen) return undefined;
      counters = seen.counters;
      const { reading } = seen;
      history = remember(history, momentOf(atMs, newLatencyMs, reading));
      const latencyMs = recentLatency(history, LATENCY_HOLDS_MS);
      peer.send({ type: 'picture-latency', latencyMs });
      return { reading, latencyMs, state, history };
    },
  };
}

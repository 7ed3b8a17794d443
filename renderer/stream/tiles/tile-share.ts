import type { ByteLines } from '../byte-line.ts';
import type { ContentReading } from '../director/content-meter.ts';
import type { FrameTap, OpenFrameTap } from '../frame-tap/open-frame-tap.ts';
import type { LinkConditions } from './link-conditions.ts';
import type { OpenStillWorker, StillWorker } from './open-still-worker.ts';
import type { FinishedStill } from './outgoing-still.ts';
import type { PlannedPatch } from './patch-plan.ts';
import { createScreenState, noteMoved, type ScreenState, versionOf } from './screen-state.ts';
import { createStillCache } from './still-cache.ts';
import { levelOf } from './still-quality.ts';
import { createStillTaker, type TakeStill } from './still-taker.ts';
import { type OpenTileViewer, openTileViewer, type TileViewer } from './tile-viewer.ts';

/** Everything outside the tiles' own logic. */
export type TileShareDeps = {
  readonly openTap: OpenFrameTap;
  readonly openStillWorker: OpenStillWorker;
  /** Where the source's own pixels can be had. */
  readonly takeStill?: TakeStill | undefined;
  readonly now: () => number;
  readonly schedule: (delayMs: number, task: () => void) => () => void;
};

/** The tiles of one share, for all its viewers. */
export type TileShare = {
  /**
   * From now on tiles go to this viewer, which must have proved itself.
   * @param conditions asked anew for each decision
   */
  addViewer(
    lines: Pick<ByteLines, 'tiles' | 'marks'>,
    conditions: () => LinkConditions,
  ): TileViewer;
  /** Reads another track from now on, or none; nothing of the one before is shown any more. */
  show(track: MediaStreamTrack | null): void;
  /** While paused nothing is read or sent, and viewers show no tile. */
  setPaused(isPaused: boolean): void;
  /** Twice a second while frames are read; returns what ends it. */
  onReading(listener: (reading: ContentReading) => void): () => void;
  close(): void;
};
export type OpenTileShare = (track: MediaStreamTrack, deps: TileShareDeps) => TileShare;

const CACHE_BYTES = 8 * 1_024 * 1_024;
const LOOK_EVERY_MS = 100;

/** Opens the tiles of a share; where frames cannot be read it stays with the video alone. */
export const openTileShare: OpenTileShare = (firstTrack, deps) => {
  const { now, schedule } = deps;
  const viewers = new Set<OpenTileViewer>();
  const listeners = new Set<(reading: ContentReading) => void>();
  const cache = createStillCache<FinishedStill>(CACHE_BYTES, ({ bytes }) => bytes.length);
  let tap: FrameTap | null = null;
  let stills: StillWorker | undefined;
  let screen: ScreenState | undefined;
  let generation = 0;
  let nextFrame = 1;
  let cancelLook = () => {};
  let track: MediaStreamTrack | null = firstTrack;
  const taker = createStillTaker(deps.takeStill, {
    now,
    screen: () => screen,
    match: async (still) => (await tap?.match(still)) ?? [],
  });

  const advance = () => {
    for (const viewer of viewers) viewer.advance();
  };
  const write = async (planned: PlannedPatch) =>
    screen ? finish(planned, screen, cache, () => ({ tap, stills })) : null;
  const look = () => {
    cancelLook = schedule(LOOK_EVERY_MS, look);
    if (viewers.size === 0) return;
    void taker.look().then((hasMatched) => hasMatched && advance());
    advance();
  };
  const stop = () => {
    cancelLook();
    tap?.close();
    stills?.close();
    tap = null;
    stills = undefined;
    screen = undefined;
    cache.clear();
    for (const viewer of viewers) viewer.clear(nextFrame);
  };
  const start = () => {
    if (!track) return;
    tap = deps.openTap(track, nextFrame, {
      onSize(frame, size) {
        generation = (generation + 1) & 0xffff;
        nextFrame = frame + 1;
        screen = createScreenState(generation, frame, size, now());
        cache.clear();
        advance();
      },
      onMoved(frame, tiles) {
        nextFrame = frame + 1;
        if (screen) noteMoved(screen, frame, tiles, now());
        advance();
      },
      onReading(reading) {
        for (const listener of listeners) listener(reading);
        // A page in the background has slow timers of its own, but its workers do not.
        advance();
      },
      // What is shown would never be taken back.
      onEnded: stop,
    });
    if (!tap) return;
    stills = deps.openStillWorker();
    look();
  };

  start();
  let isPaused = false;
  let isClosed = false;
  return {
    addViewer(lines, conditions) {
      const viewer = openTileViewer(
        lines,
        conditions,
        {
          screen: () => screen,
          canMatch: taker.canTake,
          write,
          onClosed: () => viewers.delete(viewer),
        },
        now,
      );
      viewers.add(viewer);
      viewer.advance();
      return viewer;
    },
    show(next) {
      if (isClosed || next === track) return;
      stop();
      track = next;
      taker.startOver();
      if (!isPaused) start();
    },
    setPaused(next) {
      if (isClosed || next === isPaused) return;
      isPaused = next;
      if (isPaused) stop();
      else start();
    },
    onReading(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      stop();
      for (const viewer of [...viewers]) viewer.close();
      listeners.clear();
    },
  };
};

/** Each patch is cut and written once for all viewers. */
function finish(
  { patch, wanted }: PlannedPatch,
  seen: ScreenState,
  cache: ReturnType<typeof createStillCache<FinishedStill>>,
  tools: () => { readonly tap: FrameTap | null; readonly stills: StillWorker | undefined },
): Promise<FinishedStill | null> {
  return cache.get(`${versionOf(seen, patch)} ${wanted}`, async () => {
    const cut = await tools().tap?.cut(patch);
    const written = cut && (await tools().stills?.write(cut, wanted));
    if (!cut || !written) return null;
    const { codec, bytes } = written;
    const level = levelOf(written, cut.isExact);
    return { generation: seen.generation, frame: cut.frame, patch, level, codec, bytes };
  });
}

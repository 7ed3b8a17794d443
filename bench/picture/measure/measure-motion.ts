import { setTimeout as pause } from 'node:timers/promises';
import type { Lab } from '../lab.ts';
import { type Figures, named } from '../results.ts';
import type { Step } from '../scenarios.ts';
import type { PicturePlace, Share } from '../shares/share.ts';
import { type Latency, latencyOf } from './latency.ts';
import { addedSince, type MediaCounters, readMedia } from './media-counters.ts';
import { cpuSecondsOf } from './process-tree.ts';

/** Once something moves, encoders and estimates need a moment to settle. */
const SETTLE_MS = 1_500;
const DISPLAY_INTERVAL_MS = 1_000 / 60;

type Move = Extract<Step, { does: 'move' }>;

/** Moves something and compares when both screens show it; the way is that of the only viewer. */
export async function measureMotion(
  lab: Lab,
  share: Share,
  place: PicturePlace,
  { kind, seconds }: Move,
): Promise<Figures> {
  await lab.source.start(kind);
  await pause(SETTLE_MS);
  const before = await readBoth(share);
  const latency = await watchLatency(lab, place, { kind, seconds });
  const after = await readBoth(share);
  await lab.source.stop();
  return named(kind, { ...latency, ...figuresBetween(before, after, latency) });
}

/** @returns `null` for a motion without stamps */
async function watchLatency(
  { surroundings, probe }: Lab,
  { origin }: PicturePlace,
  { kind, seconds }: Pick<Move, 'kind' | 'seconds'>,
): Promise<Latency | null> {
  if (kind === 'unstamped typing') {
    await pause(seconds * 1_000);
    return null;
  }
  const { presenterDisplay, viewerDisplay } = surroundings;
  const [source, viewer] = await Promise.all([
    probe.watchStamps(presenterDisplay, { x: 0, y: 0 }, seconds),
    probe.watchStamps(viewerDisplay, origin, seconds + 0.3),
  ]);
  return latencyOf(source, viewer);
}

/** Moves something for everybody who watches. */
export async function measureCrowd(lab: Lab, share: Share, step: Move): Promise<Figures> {
  await lab.source.start(step.kind);
  await pause(SETTLE_MS);
  const before = await readBoth(share);
  await pause(step.seconds * 1_000);
  const after = await readBoth(share);
  await lab.source.stop();
  const figures = figuresBetween(before, after, null);
  const viewers = share.viewerPages.length;
  const { presenterCpu = null, framesPerSecond = null } = figures;
  return named('crowd', {
    ...figures,
    framesPerViewer: framesPerSecond === null ? null : framesPerSecond / viewers,
    presenterCpuPerViewer: presenterCpu === null ? null : presenterCpu / viewers,
  });
}

type Reading = {
  readonly atMs: number;
  readonly presenter: MediaCounters;
  readonly viewers: readonly MediaCounters[];
  readonly presenterCpu: number;
  readonly viewerCpu: number;
};

async function readBoth(share: Share): Promise<Reading> {
  const presenterCpu = cpuSecondsOf(share.presenterProcess);
  const viewerCpu = cpuSecondsOf(share.viewerProcess);
  const atMs = Date.now();
  const [presenter, ...viewers] = await Promise.all(
    [share.presenterPage, ...share.viewerPages].map(readMedia),
  );
  if (!presenter) throw new Error('the presenter’s page tells nothing');
  return { atMs, presenter, viewers, presenterCpu, viewerCpu };
}

function figuresBetween(before: Reading, after: Reading, latency: Latency | null): Figures {
  const seconds = (after.atMs - before.atMs) / 1_000;
  const sent = addedSince(before.presenter, after.presenter);
  const received = after.viewers.map((counters, index) =>
    addedSince(before.viewers[index] ?? counters, counters),
  );
  const sum = (name: 'framesDecoded' | 'mediaBytes' | 'repeatedBytes' | 'channelBytes') =>
    received.reduce((total, counters) => total + counters[name], 0);
  const encodeMs = perFrame(sent.encodeSeconds, sent.framesEncoded);
  const [first] = received;
  const decodeMs = first ? perFrame(first.decodeSeconds, first.framesDecoded) : null;
  const captureMs = sent.captureRate > 0 ? 1_000 / sent.captureRate : null;
  const line =
    captureMs === null || encodeMs === null || decodeMs === null
      ? null
      : captureMs / 2 + encodeMs + decodeMs + DISPLAY_INTERVAL_MS;
  const p50Ms = latency?.p50Ms ?? null;
  return {
    encodeMs,
    decodeMs,
    referenceMs: line,
    ofReference: line === null || p50Ms === null ? null : p50Ms / line,
    framesPerSecond: sum('framesDecoded') / seconds,
    mediaBytesPerSecond: sum('mediaBytes') / seconds,
    repeatedBytesPerSecond: sum('repeatedBytes') / seconds,
    channelBytesPerSecond: sum('channelBytes') / seconds,
    pictureBytesPerSecond: (sum('mediaBytes') + sum('channelBytes')) / seconds,
    presenterCpu: (after.presenterCpu - before.presenterCpu) / seconds,
    viewerCpu: (after.viewerCpu - before.viewerCpu) / seconds,
  };
}

const perFrame = (seconds: number, frames: number): number | null =>
  frames > 0 ? (seconds * 1_000) / frames : null;

import { isNoLater } from '../source/stamp-code.ts';
import type { Sighting } from './screen-probe.ts';
import { quantile } from './statistics.ts';

/** How long changes of one screen took to the other one, in ms. */
export type Latency = {
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  /** Pictures that the viewer's screen showed in a second. */
  readonly shownPerSecond: number;
  readonly changes: number;
  /** Changes that had not come by the end, although there was time. */
  readonly lost: number;
};

/** A change this close to the end of a measurement may still be on its way. */
const STILL_COMING_MS = 2_000;

/**
 * Compares when both screens showed what: a change has arrived with the first picture that shows it
 * or a later one. One that never does counts with as long as it has been waited for.
 * @param source sightings of the presenter's screen, rising
 * @param viewer sightings of the viewer's, from no later on to at least as long
 */
export function latencyOf(source: readonly Sighting[], viewer: readonly Sighting[]): Latency {
  const endMs = Math.max(0, ...source.map(({ atMs }) => atMs), ...viewer.map(({ atMs }) => atMs));
  const startMs = source[0]?.atMs ?? 0;
  const took: number[] = [];
  let lost = 0;
  let from = 0;
  // What the source showed when it was first looked at may be old.
  const changes = source.slice(1);
  for (const { atMs, value } of changes) {
    // Pictures come in order: what was too old for the change before is too old for this one.
    while (from < viewer.length && !hasArrived(value, atMs, viewer[from])) from += 1;
    const arrival = viewer[from];
    if (arrival) took.push(arrival.atMs - atMs);
    else if (endMs - atMs > STILL_COMING_MS) {
      took.push(endMs - atMs);
      lost += 1;
    }
  }
  const shown = viewer.filter(({ atMs }) => atMs > startMs).length;
  return {
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
    shownPerSecond: endMs > startMs ? (shown * 1_000) / (endMs - startMs) : 0,
    changes: changes.length,
    lost,
  };
}

const hasArrived = (value: number, sinceMs: number, sighting: Sighting | undefined): boolean =>
  sighting !== undefined && sighting.atMs >= sinceMs && isNoLater(value, sighting.value);

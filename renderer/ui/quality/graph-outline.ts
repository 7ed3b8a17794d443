import { HISTORY_MS, type QualityMoment } from '../../stream/quality/quality-history.ts';

/** One curve of the graph, in its own coordinates, and what its top stands for. */
export type GraphCurve = {
  /** For the `d` of an SVG path; empty when nothing is known. */
  readonly line: string;
  /** The same, filled down to the ground. */
  readonly area: string;
  readonly top: number;
};

export const GRAPH = { width: 300, height: 60 } as const;

/** A longer silence is a gap, not a slope. */
const GAP_MS = 3_500;
const STEPS = [1, 2, 5, 10];

/**
 * Draws one value over the last minute, the newest at the right edge.
 *
 * @param lowestTop what the top stands for at least, so that small values look small
 */
export function curveOf(
  history: readonly QualityMoment[],
  measured: (moment: QualityMoment) => number | null,
  lowestTop: number,
): GraphCurve {
  const nowMs = history.at(-1)?.atMs ?? 0;
  const known = history.flatMap((moment) => {
    const value = measured(moment);
    return value === null ? [] : [{ atMs: moment.atMs, value }];
  });
  const top = roundUp(Math.max(lowestTop, ...known.map(({ value }) => value)));
  const runs: { readonly x: number; readonly y: number }[][] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const { atMs, value } of known) {
    if (atMs - lastMs > GAP_MS) runs.push([]);
    lastMs = atMs;
    runs.at(-1)?.push({
      x: GRAPH.width * (1 - (nowMs - atMs) / HISTORY_MS),
      y: GRAPH.height * (1 - value / top),
    });
  }
  const lines = runs.map((run) => run.map(({ x, y }) => `${round(x)},${round(y)}`).join('L'));
  const areas = runs.map((run, index) => {
    const [from, to] = [round(run[0]?.x ?? 0), round(run.at(-1)?.x ?? 0)];
    return `M${from},${GRAPH.height}L${lines[index]}L${to},${GRAPH.height}Z`;
  });
  // A single point has no length, but round line ends make it a dot.
  return { line: lines.map((line) => `M${line}h0`).join(''), area: areas.join(''), top };
}

/** To 1, 2, 5 or 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return (STEPS.find((step) => step * power >= value) ?? 10) * power;
}

const round = (coordinate: number): number => Math.round(coordinate * 10) / 10;

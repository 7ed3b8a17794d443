import type { Demand, Goal } from './goals.ts';
import type { Row, Rows, Spread } from './medians.ts';

/** One demand of a goal beside what was measured. */
export type Verdict = {
  readonly goal: Goal;
  readonly other: string | null;
  readonly demand: Demand;
  readonly ours: Spread | undefined;
  readonly theirs: Spread | undefined;
  /** Ours to theirs; `null` where one of them is missing or never came. */
  readonly ratio: number | null;
  readonly verdict: 'met' | 'missed' | 'not measured';
};

/** Judges every demand by the medians of one run. */
export function judge(goals: readonly Goal[], rows: Rows): Verdict[] {
  return goals.flatMap((goal) => {
    const contenders = rows.get(goal.scenario);
    const name = goal.ours.find((ours) => contenders?.has(ours)) ?? '';
    const ours = contenders?.get(name);
    return goal.demands.map(([other, demand]): Verdict => {
      const theirs = other === null ? undefined : contenders?.get(other);
      const figures = { ours: ours?.get(goal.figure), theirs: theirs?.get(goal.figure) };
      const ratio = ratioOf(figures.ours?.median, figures.theirs?.median);
      const isMissing = !figures.ours || (other !== null && !figures.theirs);
      const isMet = !isMissing && isEnough(demand, figures, ratio) && hasAsMany(goal, ours, theirs);
      const verdict = isMissing ? 'not measured' : isMet ? 'met' : 'missed';
      return { goal, other, demand, ...figures, ratio, verdict };
    });
  });
}

function isEnough(
  demand: Demand,
  { ours, theirs }: { ours: Spread | undefined; theirs: Spread | undefined },
  ratio: number | null,
): boolean {
  const value = ours?.median ?? null;
  // Ours never came.
  if (value === null) return false;
  switch (demand.asks) {
    case 'ratio':
      // Theirs never came.
      return ratio === null || ratio <= demand.atMost;
    case 'at-most':
      return value <= demand.value;
    case 'at-least':
      return value >= demand.value;
    case 'no-worse':
      return value >= (theirs?.median ?? Number.NEGATIVE_INFINITY);
    default:
      return demand satisfies never;
  }
}

/** Three in a hundred fewer are within what two runs of the same differ by. */
const AS_MANY = 0.97;

function hasAsMany({ atNoFewer }: Goal, ours: Row | undefined, theirs: Row | undefined): boolean {
  if (atNoFewer === undefined) return true;
  const [own = 0, other = 0] = [ours, theirs].map((row) => row?.get(atNoFewer)?.median ?? 0);
  return own >= other * AS_MANY;
}

function ratioOf(ours: number | null | undefined, theirs: number | null | undefined) {
  if (typeof ours !== 'number' || typeof theirs !== 'number' || theirs === 0) return null;
  return ours / theirs;
}

import { medianOfRuns } from '../measure/statistics.ts';
import type { LaunchResult } from '../results.ts';

/** What several runs of one figure came to. */
export type Spread = {
  /** `null` where at least half of the runs waited in vain. */
  readonly median: number | null;
  readonly runs: readonly (number | null)[];
};

/** Figures of one contender in one scenario, by name. */
export type Row = ReadonlyMap<string, Spread>;
/** Rows by scenario, and by contender within it, in the order in which they were measured. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Puts the rounds together; what a launch measured more than once counts as more runs. */
export function collectRows(results: readonly LaunchResult[]): Rows {
  const runs: RunsByName = new Map();
  for (const { scenario, contender, figures } of results) {
    const contenders = runs.get(scenario) ?? new Map();
    runs.set(scenario, contenders);
    const row = contenders.get(contender) ?? new Map();
    contenders.set(contender, row);
    for (const [numbered, value] of Object.entries(figures)) {
      const name = numbered.replace(/#\d+$/, '');
      row.set(name, [...(row.get(name) ?? []), value]);
    }
  }
  const spread = (found: Runs): Spread => ({ median: medianOfRuns(found), runs: found });
  return mapValues(runs, (contenders) => mapValues(contenders, (row) => mapValues(row, spread)));
}

type Runs = readonly (number | null)[];
type RunsByName = Map<string, Map<string, Map<string, Runs>>>;

const mapValues = <From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To) =>
  new Map([...map].map(([key, value]) => [key, change(value)] as const));

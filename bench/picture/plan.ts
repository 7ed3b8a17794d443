import type { Scenario, Step } from './scenarios.ts';

/** What to measure, as asked on the command line. */
export type Wanted = {
  /** Part of the name of a scenario, a contender or a kind of content; empty for everything. */
  readonly only: string;
  /** Parts of names of contenders; empty for those of each scenario. */
  readonly contenders: readonly string[];
  readonly rounds: number;
};

/** One launch to come. */
export type Planned = {
  readonly scenario: Scenario;
  readonly contender: string;
  readonly round: number;
};

/**
 * Every launch in its order: in each round every contender of a scenario comes once, so that
 * whatever else the machine does strikes all alike, and another one is the first.
 */
export function planLaunches(
  scenarios: readonly Scenario[],
  contenders: readonly string[],
  { only, contenders: named, rounds }: Wanted,
): Planned[] {
  const has = (name: string, part: string) => name.toLowerCase().includes(part.toLowerCase());
  // A name given in full means that contender, and not those whose names begin like it.
  const isNamed = (contender: string) =>
    named.some((part) => {
      const isFull = contenders.some((known) => known.toLowerCase() === part.toLowerCase());
      return isFull ? contender.toLowerCase() === part.toLowerCase() : has(contender, part);
    });
  const kinds = (steps: readonly Step[]) => steps.filter(({ kind }) => has(kind, only));
  const planned: Planned[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const scenario of scenarios) {
      const isScenario = has(scenario.name, only);
      const steps = kinds(scenario.steps);
      const isKind = !isScenario && steps.length > 0;
      const those = (scenario.contenders ?? contenders).filter((name) => contenders.includes(name));
      for (const contender of rotate(named.length > 0 ? contenders : those, round - 1)) {
        if (named.length > 0 && !isNamed(contender)) continue;
        if (!isScenario && !isKind && !has(contender, only)) continue;
        planned.push({ scenario: isKind ? { ...scenario, steps } : scenario, contender, round });
      }
    }
  }
  return planned;
}

const rotate = <Item>(items: readonly Item[], by: number): Item[] => [
  ...items.slice(by % items.length),
  ...items.slice(0, by % items.length),
];

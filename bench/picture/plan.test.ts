import { describe, expect, it } from 'vitest';
import { planLaunches } from './plan.ts';
import { FULL, QUICK } from './scenarios.ts';

const NAMES = ['plain simple-peer', 'Sightline', 'Sightline: Sharp text', 'Deskreen’s settings'];
const everything = { only: '', contenders: [], rounds: 2 };

describe('planLaunches', () => {
  it('measures every contender of a scenario in every round, before the next round', () => {
    const planned = planLaunches(QUICK, NAMES, everything);
    const rounds = planned.map(({ round }) => round);
    expect(rounds).toEqual([...rounds].sort());
    for (const round of [1, 2]) {
      const lan = planned.filter((each) => each.round === round && each.scenario.name === 'LAN');
      expect(lan.map(({ contender }) => contender).sort()).toEqual([
        'Deskreen’s settings',
        'Sightline',
        'plain simple-peer',
      ]);
    }
  });

  it('begins each round with another one', () => {
    const planned = planLaunches(QUICK, NAMES, { ...everything, rounds: 3 });
    const firsts = [1, 2, 3].map((round) => planned.find((each) => each.round === round));
    expect(new Set(firsts.map((first) => first?.contender)).size).toBe(3);
  });

  it('takes a full name for that contender alone, and a part for all that have it', () => {
    const of = (contenders: string[]) =>
      new Set(
        planLaunches(FULL, NAMES, { ...everything, contenders }).map(({ contender }) => contender),
      );
    expect([...of(['sightline'])]).toEqual(['Sightline']);
    expect([...of(['sight'])]).toEqual(['Sightline', 'Sightline: Sharp text']);
  });

  it('keeps only the steps of a kind of content that is asked for', () => {
    const planned = planLaunches(FULL, NAMES, { ...everything, only: 'typing' });
    expect(planned.length).toBeGreaterThan(0);
    for (const { scenario } of planned) {
      expect(scenario.steps.map(({ kind }) => kind).filter((kind) => !/typing/.test(kind))).toEqual(
        [],
      );
    }
  });

  it('keeps a scenario whole when its name is asked for', () => {
    const planned = planLaunches(FULL, NAMES, { ...everything, only: '0.3 Mbit' });
    const whole = FULL.find(({ name }) => name === '0.3 Mbit/s');
    for (const { scenario } of planned) expect(scenario.steps).toEqual(whole?.steps);
    expect(new Set(planned.map(({ scenario }) => scenario.name))).toEqual(new Set(['0.3 Mbit/s']));
  });
});

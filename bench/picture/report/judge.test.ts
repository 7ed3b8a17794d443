import { describe, expect, it } from 'vitest';
import type { Figures, LaunchResult } from '../results.ts';
import type { Goal } from './goals.ts';
import { judge } from './judge.ts';
import { collectRows } from './medians.ts';

const result = (contender: string, round: number, figures: Figures): LaunchResult => ({
  scenario: 'LAN',
  network: 'LAN',
  contender,
  viewers: 1,
  round,
  atMs: 0,
  figures,
  notes: {},
});
const goal = (change: Partial<Goal> = {}): Goal => ({
  name: 'typing',
  scenario: 'LAN',
  figure: 'p50Ms',
  unit: 'ms',
  ours: ['Sightline'],
  demands: [['plain', { asks: 'ratio', atMost: 0.5 }]],
  ...change,
});
const verdictOf = (change: Partial<Goal>, ours: Figures, theirs: Figures) =>
  judge([goal(change)], collectRows([result('Sightline', 1, ours), result('plain', 1, theirs)]))[0];

describe('collectRows', () => {
  it('takes what was measured twice in a launch for two runs', () => {
    const rows = collectRows([
      result('plain', 1, { ssim: 1, 'ssim#2': 3 }),
      result('plain', 2, { ssim: 9, 'ssim#2': null }),
    ]);
    expect(rows.get('LAN')?.get('plain')?.get('ssim')).toEqual({
      median: 9,
      runs: [1, 3, 9, null],
    });
  });
});

describe('judge', () => {
  it('compares medians by their ratio', () => {
    expect(verdictOf({}, { p50Ms: 40 }, { p50Ms: 80 })).toMatchObject({
      ratio: 0.5,
      verdict: 'met',
    });
    expect(verdictOf({}, { p50Ms: 41 }, { p50Ms: 80 })?.verdict).toBe('missed');
  });

  it('takes never for later than anything', () => {
    expect(verdictOf({}, { p50Ms: 40 }, { p50Ms: null })?.verdict).toBe('met');
    expect(verdictOf({}, { p50Ms: null }, { p50Ms: 80 })?.verdict).toBe('missed');
    expect(verdictOf({}, { p50Ms: null }, { p50Ms: null })?.verdict).toBe('missed');
  });

  it('does not pass what was not measured', () => {
    expect(verdictOf({}, { p50Ms: 40 }, {})?.verdict).toBe('not measured');
    expect(verdictOf({}, {}, { p50Ms: 80 })?.verdict).toBe('not measured');
  });

  it('asks for no fewer frames where the goal does', () => {
    const change = { atNoFewer: 'frames' };
    const theirs = { p50Ms: 80, frames: 20 };
    expect(verdictOf(change, { p50Ms: 30, frames: 20 }, theirs)?.verdict).toBe('met');
    expect(verdictOf(change, { p50Ms: 30, frames: 15 }, theirs)?.verdict).toBe('missed');
  });

  it('knows bounds that need no ratio', () => {
    const ask = (demand: Goal['demands'][number][1], ours: number, theirs = 0) =>
      verdictOf({ demands: [['plain', demand]] }, { p50Ms: ours }, { p50Ms: theirs })?.verdict;
    expect(ask({ asks: 'at-most', value: 5 }, 5)).toBe('met');
    expect(ask({ asks: 'at-most', value: 5 }, 6)).toBe('missed');
    expect(ask({ asks: 'at-least', value: 1 }, 1)).toBe('met');
    expect(ask({ asks: 'at-least', value: 1 }, 0.999)).toBe('missed');
    expect(ask({ asks: 'no-worse' }, 0.9, 0.9)).toBe('met');
    expect(ask({ asks: 'no-worse' }, 0.8, 0.9)).toBe('missed');
  });

  it('judges the first of ours that was measured', () => {
    const change = { ours: ['Sightline: Sharp text', 'Sightline'] };
    expect(verdictOf(change, { p50Ms: 40 }, { p50Ms: 80 })?.verdict).toBe('met');
  });

  it('can ask something of ours alone', () => {
    const demands: Goal['demands'] = [[null, { asks: 'at-most', value: 0.9 }]];
    expect(verdictOf({ demands }, { p50Ms: 0.85 }, {})?.verdict).toBe('met');
  });
});

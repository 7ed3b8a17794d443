import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QualityMoment } from '../../stream/quality/quality-history.ts';
import { curveOf, GRAPH } from './graph-outline.ts';

const moment = (second: number, latencyMs: number | null): QualityMoment => ({
  atMs: second * 1_000,
  latencyMs,
  ...{ bitrateBps: null, lossRatio: null, freezes: null },
});
const draw = (history: readonly QualityMoment[]) =>
  curveOf(history, ({ latencyMs }) => latencyMs, 100);

describe('a curve of the graph', () => {
  it('ends at the right edge, a minute wide', () => {
    expect(draw([moment(0, 0), moment(1, 50), moment(2, 100)]).line).toBe(
      `M290,${GRAPH.height}L295,${GRAPH.height / 2}L${GRAPH.width},0h0`,
    );
  });

  it('has gaps where nothing is known for long', () => {
    const history = [moment(0, 50), moment(1, null), moment(2, 50), moment(8, null), moment(9, 50)];
    expect(draw(history).line.match(/M/g)).toHaveLength(2);
    expect(draw(history).area.match(/Z/g)).toHaveLength(2);
  });

  it('is empty when nothing is known', () => {
    expect(draw([moment(0, null)])).toEqual({ line: '', area: '', top: 100 });
    expect(draw([])).toEqual({ line: '', area: '', top: 100 });
  });

  it.each([
    [0, 100],
    [100, 100],
    [101, 200],
    [480, 500],
    [501, 1_000],
    [12_000, 20_000],
  ])('has a round number above %i', (latencyMs, top) => {
    expect(draw([moment(0, latencyMs)]).top).toBe(top);
  });

  it('never leaves its frame', () => {
    const values = fc.array(fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, (latencies) => {
        const { line } = draw(latencies.map((latencyMs, second) => moment(second, latencyMs)));
        for (const [, x, y] of line.matchAll(/([\d.]+),([\d.]+)/g)) {
          expect(Number(x)).toBeLessThanOrEqual(GRAPH.width);
          expect(Number(y)).toBeLessThanOrEqual(GRAPH.height);
        }
        expect(line).not.toMatch(/NaN|-/);
      }),
    );
  });
});

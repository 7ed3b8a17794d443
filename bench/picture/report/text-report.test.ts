import { describe, expect, it } from 'vitest';
import type { LaunchResult } from '../results.ts';
import { chartPage } from './chart-page.ts';
import { textReport } from './text-report.ts';

const result = (contender: string, p50Ms: number | null, failure?: string): LaunchResult => ({
  scenario: 'LAN',
  network: 'LAN',
  contender,
  viewers: 1,
  round: 1,
  atMs: 0,
  figures: { 'typing.p50Ms': p50Ms, 'typing.pictureBytesPerSecond': 12_345 },
  notes: {},
  ...(failure === undefined ? {} : { failure }),
});
const results = [
  result('Sightline', 40),
  result('plain simple-peer', 100),
  result('Deskreen’s settings', null, 'the picture <b>\nat somewhere'),
];

describe('textReport', () => {
  const lines = textReport(results).split('\n');
  const lineWith = (...parts: string[]) =>
    lines.find((line) => parts.every((part) => line.includes(part))) ?? '';

  it('judges each goal against each of the others', () => {
    expect(lineWith('typing, screen to screen', 'plain simple-peer')).toMatch(
      /40 +100 +ms +0\.40.* met$/,
    );
    expect(lineWith('typing, screen to screen', 'Deskreen')).toMatch(/40 +never .* met$/);
    expect(lineWith('motion, screen to screen', 'plain')).toMatch(/not measured$/);
  });

  it('shows everything else, in thousands where bytes are many', () => {
    expect(lineWith('typing p50 ms', 'picture kB/s')).not.toBe('');
    expect(lines.find((line) => /^plain simple-peer +100 +12$/.test(line))).toBeDefined();
  });

  it('does not hide launches that failed', () => {
    expect(lineWith('Deskreen', 'round 1')).toMatch(/the picture <b>$/);
  });
});

describe('chartPage', () => {
  const page = chartPage(results);

  it('needs nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|https?:|url\(/);
    expect(page).toContain('prefers-color-scheme: dark');
  });

  it('draws a bar for everybody, the longest for what never came', () => {
    const chart = page.slice(page.indexOf('<figure>'), page.indexOf('</figure>'));
    const widths = [...chart.matchAll(/width="([\d.]+)" height/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toEqual([80, 200, 200]);
  });
});

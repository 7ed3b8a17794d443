import type { Demand } from './goals.ts';
import type { Spread } from './medians.ts';

/** A figure in few digits; `-` where it was not measured, `never` where it did not come. */
export function show(spread: Spread | undefined, unit = ''): string {
  if (!spread) return '-';
  if (spread.median === null) return 'never';
  const value = unit.startsWith('kB') ? spread.median / 1_000 : spread.median;
  return value.toFixed(digitsOf(value, unit));
}

function digitsOf(value: number, unit: string): number {
  if (unit === '' && Math.abs(value) <= 2) return 3;
  if (unit === 'cores') return 2;
  return Math.abs(value) < 10 ? 1 : 0;
}

export function showDemand(demand: Demand): string {
  switch (demand.asks) {
    case 'ratio':
      return `≤ ${demand.atMost.toFixed(2)} of it`;
    case 'at-most':
      return `≤ ${demand.value}`;
    case 'at-least':
      return `≥ ${demand.value}`;
    case 'no-worse':
      return 'not below it';
    default:
      return demand satisfies never;
  }
}

/** Lines of a table, its columns as wide as their widest cell. */
export function alignCells(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

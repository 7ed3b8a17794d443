/**
 * The value below which a share of all lie.
 * @param share 0 to 1; 0.5 is the median
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

/** The middle of several runs; `null` stands for one that never got there, later than any other. */
export function medianOfRuns(runs: readonly (number | null)[]): number | null {
  const middle = quantile(
    runs.map((value) => value ?? Number.POSITIVE_INFINITY),
    0.5,
  );
  return middle === null || !Number.isFinite(middle) ? null : middle;
}

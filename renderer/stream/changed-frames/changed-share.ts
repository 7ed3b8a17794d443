const BANDS = 64;

/**
 * How much of a frame's samples differs from the frame before, from 0 to 1, in coarse steps; 1 for
 * frames that cannot be compared.
 */
export function changedShare(before: Uint32Array | undefined, after: Uint32Array): number {
  if (before?.length !== after.length) return 1;
  const length = Math.ceil(after.length / BANDS);
  let changed = 0;
  for (let from = 0; from < after.length; from += length) {
    const to = Math.min(after.length, from + length);
    if (isDifferent(before, after, from, to)) changed += 1;
  }
  return changed / BANDS;
}

function isDifferent(before: Uint32Array, after: Uint32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (before[at] !== after[at]) return true;
  return false;
}

/** Milliseconds from the end of the fault to the first new frame of each run; `null`: none came. */
export type FaultResult = {
  readonly name: string;
  readonly sightlineMs: (number | null)[];
  readonly plainMs: (number | null)[];
};

const GOAL_MS = 2_000;

/** Prints one line for each fault: how often each came back, how soon, and the ratio. */
export function printResults(
  results: readonly FaultResult[],
  signaling: { readonly sent: number; readonly lost: number } | null,
): void {
  const head = ['', 'back', 'within 2 s', 'plain: back', 'within 2 s', 'plain ÷ Sightline'];
  const lines = results.map(({ name, sightlineMs, plainMs }) => {
    const own = median(sightlineMs);
    const plain = median(plainMs);
    return [
      name,
      `${backIn(sightlineMs)}`,
      `${backIn(sightlineMs, GOAL_MS)}`,
      `${backIn(plainMs)}`,
      `${backIn(plainMs, GOAL_MS)}`,
      own === null || plain === null ? '-' : (plain / own).toFixed(2),
    ];
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of [head, ...lines]) {
    console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
  if (!signaling) return;
  console.log(
    `\nsignaling killed for 20 s and back empty: ${signaling.lost} of ${signaling.sent} frames lost`,
  );
}

function backIn(runs: readonly (number | null)[], limitMs = Number.POSITIVE_INFINITY): string {
  const back = runs.filter((ms) => ms !== null && ms <= limitMs).length;
  return `${back}/${runs.length}`;
}

/** `null` when at least half never came back. */
function median(runs: readonly (number | null)[]): number | null {
  const sorted = runs.map((ms) => ms ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined || !Number.isFinite(middle) ? null : Math.max(1, middle);
}

const TICKS_PER_SECOND = 20;

/**
 * Sends heartbeats as the server's own client would, until the function it returns is called.
 * @param {import('./targets/target.mjs').Target} target
 * @param {import('./targets/target.mjs').Pair[]} pairs
 * @returns {() => void}
 */
export function startHeartbeat({ heartbeat }, pairs) {
  if (!heartbeat) return () => {};
  const { message, intervalMs } = heartbeat;
  const lines = pairs.flatMap(({ a, b }) => [a, b]);
  const perTick = Math.ceil((lines.length * 1_000) / (intervalMs * TICKS_PER_SECOND));
  let next = 0;
  // Evenly spread: members came at different times.
  const timer = setInterval(() => {
    for (let turn = 0; turn < perTick; turn += 1) {
      const line = lines[next % lines.length];
      if (line?.isOpen) line.say(message);
      next += 1;
    }
  }, 1_000 / TICKS_PER_SECOND);
  return () => clearInterval(timer);
}

import { RECONNECT } from './reconnect-policy.ts';

/** How often a link may fail: few times before the two ends ever met, many times after that. */
export function createLinkAttempts() {
  let hasWatched = false;
  let failed = 0;
  const areOver = (): boolean =>
    failed > (hasWatched ? RECONNECT.peerRebuildAttempts : RECONNECT.peerFirstAttempts);
  return {
    /** Whether a link has ever stood. */
    hasWatched: () => hasWatched,
    failed: () => failed,
    succeed(): void {
      hasWatched = true;
      failed = 0;
    },
    /** True when there should be no further one. */
    fail(): boolean {
      failed += 1;
      return areOver();
    },
    areOver,
    /** How long the next link has. */
    timeoutMs: (): number =>
      hasWatched ? RECONNECT.peerReconnectTimeoutMs : RECONNECT.peerConnectTimeoutMs,
    end: (): 'failed' | 'unreachable' => (hasWatched ? 'failed' : 'unreachable'),
  };
}

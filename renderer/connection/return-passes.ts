import { createReturnPass, isReturnClaim, type ReturnClaim } from '../trust/return-pass.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { RECONNECT } from './reconnect-policy.ts';

/**
 * The passes by which viewers whose page was closed or crashed come back without being asked
 * about again. Only whoever watched has one; whoever was sent away has none any more.
 */
export function createReturnPasses(
  roomId: string,
  { fillRandom, schedule }: Pick<ConnectionDeps, 'fillRandom' | 'schedule'>,
) {
  const passes = new Map<string, string>();
  return {
    /** The pass of a viewer that has proved itself; always the same. */
    of(peerId: string): string {
      const pass = passes.get(peerId) ?? createReturnPass(fillRandom);
      passes.set(peerId, pass);
      return pass;
    },
    revoke: (peerId: string) => passes.delete(peerId),
    /** A viewer has gone: its page may be loading anew. */
    expire(peerId: string): void {
      schedule(RECONNECT.returnWithinMs, () => passes.delete(peerId));
    },
    /** Whether this newcomer is who it says; each pass is good once. */
    redeem(claim: ReturnClaim, newPeerId: string): boolean {
      const pass = passes.get(claim.peerId);
      if (pass === undefined || !isReturnClaim(claim, pass, { roomId, newPeerId })) return false;
      return passes.delete(claim.peerId);
    },
  };
}

import { type Member, matchesTokens, type Tokens } from './member.ts';
import type { EndReason } from './protocol.ts';

type Tombstone = { tokens: Tokens; reason: EndReason; buriedAtMs: number };
type TombstoneLimits = { maxTombstones: number; tombstoneMs: number };

/** Remembers for a while why memberships ended, for members who were away when it happened. */
export type Tombstones = {
  bury(roomId: string, member: Member, reason: EndReason): void;
  /** Why the membership ended, told only to the holder of its resume token. */
  find(roomId: string, peerId: string, token: string): EndReason | undefined;
};

/** Starts empty; the oldest are forgotten when there are too many. */
export function createTombstones(limits: TombstoneLimits, now: () => number): Tombstones {
  const byMember = new Map<string, Tombstone>();
  const isOver = (tombstone: Tombstone) => now() - tombstone.buriedAtMs >= limits.tombstoneMs;

  const forgetOld = () => {
    for (const [key, tombstone] of byMember) {
      if (byMember.size <= limits.maxTombstones && !isOver(tombstone)) return;
      byMember.delete(key);
    }
  };

  return {
    bury(roomId, member, reason) {
      const key = `${roomId}/${member.peerId}`;
      // A Map keeps its order: deleting first moves a repeated key to the young end.
      byMember.delete(key);
      byMember.set(key, { tokens: member.tokens, reason, buriedAtMs: now() });
      forgetOld();
    },
    find(roomId, peerId, token) {
      const tombstone = byMember.get(`${roomId}/${peerId}`);
      if (tombstone === undefined || isOver(tombstone)) return undefined;
      return matchesTokens(tombstone.tokens, token) ? tombstone.reason : undefined;
    },
  };
}

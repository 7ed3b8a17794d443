import { type LinkMeasure, type LinkPath, linkMeasureOf, linkPathOf } from '../peer/link-path.ts';
import type { Peer } from '../peer/peer.ts';
import type { PeerMessage } from '../peer/peer-message.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { type Rung, rungsBetween, silenceDuring } from './link-recovery.ts';
import { RECOVERY } from './reconnect-policy.ts';

export type LinkWatchListeners = {
  /** A step of the recovery ladder is due. */
  onRung(rung: Rung): void;
  /** The other side is heard again after it counted as interrupted. */
  onBack(): void;
  onPath(path: LinkPath): void;
  /** What the browser counts, about once a second. */
  onStats(entries: readonly StatsEntry[]): void;
};

export type LinkWatch = {
  /** Looks at a message of the other side; true when it was for the watch alone. */
  take(message: PeerMessage): boolean;
  /** Something has arrived from the other side. */
  heard(): void;
  /** The browser itself believes that the link is interrupted. */
  suspect(): void;
  close(): void;
};

/**
 * Notices within two seconds that nothing arrives over a link any more, long before the browser
 * does: both sides beat and echo, and whatever else arrives counts too, so that a link that is only
 * slow is left alone.
 */
export function openLinkWatch(
  peer: Pick<Peer, 'send' | 'stats'>,
  { onRung, onBack, onPath, onStats }: LinkWatchListeners,
  { schedule, now }: Pick<ConnectionDeps, 'schedule' | 'now'>,
): LinkWatch {
  let silentMs = 0;
  let lookedAtMs = now();
  let looks = 0;
  let isClosed = false;
  let measured: LinkMeasure | undefined;
  let cancelLook = () => {};

  const grow = (toMs: number) => {
    const due = rungsBetween(silentMs, toMs);
    silentMs = toMs;
    for (const rung of due) if (!isClosed) onRung(rung);
  };
  const heard = () => {
    if (isClosed) return;
    const wasInterrupted = silentMs >= RECOVERY.interruptedAfterMs;
    silentMs = 0;
    if (wasInterrupted) onBack();
  };
  const measure = async () => {
    const entries = await peer.stats().catch(() => []);
    if (isClosed || entries.length === 0) return;
    const next = linkMeasureOf(entries);
    const before = measured;
    measured = next;
    if (before && next.bytesReceived > before.bytesReceived) heard();
    const path = linkPathOf(before, next);
    if (path && !isClosed) onPath(path);
    if (!isClosed) onStats(entries);
  };
  const look = () => {
    const atMs = now();
    const elapsedMs = atMs - lookedAtMs;
    lookedAtMs = atMs;
    looks += 1;
    if (looks % RECOVERY.looksPerMeasure === 1) void measure();
    peer.send({ type: 'beat' });
    cancelLook = schedule(RECOVERY.lookEveryMs, look);
    grow(silentMs + silenceDuring(elapsedMs));
  };

  look();
  return {
    take(message) {
      heard();
      if (message.type === 'beat') peer.send({ type: 'echo' });
      return message.type === 'beat' || message.type === 'echo';
    },
    heard,
    suspect: () => grow(Math.max(silentMs, RECOVERY.interruptedAfterMs)),
    close() {
      isClosed = true;
      cancelLook();
    },
  };
}

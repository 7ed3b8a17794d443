import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ReceivedKnock } from '../../../preload/nearby.ts';
import { createKnockDoor, type KnockDoorDeps } from '../knock-door.ts';

export const SHARE_ID = 'a'.repeat(32);
let keys = 0;

/** A public key nobody has used yet; only its shape matters here. */
export function freshKey(): string {
  keys += 1;
  return keys.toString(16).padStart(64, '0');
}

/** A door behind a real HTTP server on loopback. */
export async function openKnockService(changed: Partial<KnockDoorDeps> = {}) {
  const knocks: ReceivedKnock[] = [];
  const withdrawn: string[] = [];
  const listeners = new Set<() => void>();
  let ids = 0;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const door = createKnockDoor({
    shareId: SHARE_ID,
    now: () => performance.now(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    createKnockId() {
      ids += 1;
      return ids.toString(16).padStart(32, '0');
    },
    isOffered: () => true,
    isBlocked: () => false,
    onKnock(knock) {
      knocks.push(knock);
      tell();
    },
    onWithdrawn(knockId) {
      withdrawn.push(knockId);
      tell();
    },
    ...changed,
  });
  const server = createServer((request, response) => {
    if (!door.answerRequest(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    door.close();
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  /** Resolves as soon as something the presenter is told makes it true. */
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });
  return { door, knocks, withdrawn, until, port, place: { address: '127.0.0.1', port } };
}

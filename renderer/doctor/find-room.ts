import type { IceServer } from '../../signaling/protocol.ts';
import { type Bounds, bounded } from './bounded.ts';
import { DOCTOR } from './limits.ts';
import type { Tell } from './tell.ts';
import { openTrialLine, type TrialLine } from './trial-line.ts';
import {
  awaitChallenge,
  type Challenge,
  openTrialRoom,
  type TrialRoom,
  type TrialRoomDeps,
} from './trial-room.ts';

export type FindRoomDeps = TrialRoomDeps & { readonly openSocket: (url: string) => WebSocket };

const UNANSWERED: Challenge = { outcome: 'refused', nonce: null };
const UNCHECKED: TrialRoom = { finding: { outcome: 'unchecked' }, iceServers: null };
const SILENT: TrialRoom = { finding: { outcome: 'silent' }, iceServers: null };

/**
 * Whether the server's WebSocket speaks, and what it tells members to connect with.
 * @param socketUrl `null` where there is no server to ask
 * @returns `null` when it could not be asked
 */
export async function findRoom(
  socketUrl: string | null,
  tell: Tell,
  deps: FindRoomDeps,
  bounds: Bounds,
): Promise<readonly IceServer[] | null> {
  tell.begin('socket');
  const line = socketUrl === null ? null : openLine(socketUrl, deps);
  if (!line) {
    tell.found('socket', { outcome: socketUrl === null ? 'unchecked' : 'refused' });
    tell.found('room', UNCHECKED.finding);
    return null;
  }
  const hear = (signal: AbortSignal) => awaitChallenge(line, signal);
  const { outcome, nonce } = await bounded(DOCTOR.socketMs, hear, () => UNANSWERED, bounds);
  tell.found('socket', { outcome });
  tell.begin('room');
  const open = (signal: AbortSignal) => openTrialRoom(line, nonce, deps, signal);
  const room =
    outcome === 'speaks' ? await bounded(DOCTOR.roomMs, open, () => SILENT, bounds) : UNCHECKED;
  line.close();
  tell.found('room', room.finding);
  return room.iceServers;
}

/** `null` where the browser does not even try, as from an https page to a ws address. */
function openLine(socketUrl: string, { openSocket }: FindRoomDeps): TrialLine | null {
  try {
    return openTrialLine(socketUrl, openSocket);
  } catch {
    return null;
  }
}

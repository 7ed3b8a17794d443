import type { ClientMessage, IceServer } from '../../signaling/protocol.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer } from './schedule.ts';

/** ICE servers as the signaling service hands them out: with credentials that may expire. */
export type IceGrant = {
  readonly iceServers: readonly IceServer[];
  readonly iceLifetimeMs?: number | undefined;
};

/**
 * Keeps the ICE servers of a membership usable: asks for new credentials well before the present
 * ones expire, because each new way through a relay needs good ones (RFC 8656 section 5).
 */
export function createIceAccess(
  send: (message: ClientMessage) => boolean,
  { schedule, ownIceServers }: Pick<ConnectionDeps, 'schedule' | 'ownIceServers'>,
) {
  let granted: readonly IceServer[] | undefined;
  const timer = createTimer(schedule);
  return {
    /** Those of the service and this person's own; none before the service has named its own. */
    servers: (): readonly IceServer[] => (granted ? [...granted, ...ownIceServers()] : []),
    take(grant: IceGrant): void {
      granted = grant.iceServers;
      timer.cancel();
      if (grant.iceLifetimeMs === undefined) return;
      // Out of reach of the server nothing is asked: it tells them anew when the member resumes.
      timer.start(grant.iceLifetimeMs * RECONNECT.iceRefreshShare, () => {
        send({ type: 'ask-ice-servers' });
      });
    },
    close: timer.cancel,
  };
}
export type IceAccess = ReturnType<typeof createIceAccess>;

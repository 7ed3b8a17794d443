import { createHmac } from 'node:crypto';

/** What a member shows a TURN server. */
export type TurnCredentials = { readonly username: string; readonly credential: string };

/**
 * Credentials for one member that the TURN server checks with the same secret, as coturn's REST API
 * does (draft-uberti-behave-turn-rest). The name is the same for the same member whenever it is
 * made, also after a restart, because TURN servers count by it; it leads back to nobody.
 * @param expiresAtS seconds since 1970; beyond them no allocation is given
 */
export function createTurnCredentials(
  secret: string,
  member: { readonly roomId: string; readonly peerId: string },
  expiresAtS: number,
): TurnCredentials {
  const { roomId, peerId } = member;
  const id = createHmac('sha256', secret)
    .update(`sightline/v1/turn-user|${roomId}|${peerId}`)
    .digest('hex')
    .slice(0, 32);
  const username = `${expiresAtS}:${id}`;
  const credential = createHmac('sha1', secret).update(username).digest('base64');
  return { username, credential };
}

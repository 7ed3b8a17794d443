import { type ClientMessage, PROTOCOL_VERSION } from '../../signaling/protocol.ts';
import type { KeyPin } from '../trust/link-proof.ts';
import { claimReturn } from '../trust/return-pass.ts';
import { sealGreeting } from '../trust/seal.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { encodeGreeting } from './greeting.ts';
import type { Visit } from './visit-room.ts';

/** How a viewer asks to be let in: the same greeting however often, under a pin once it has one. */
export function createJoinAsk(
  { displayName, keys, former }: Visit,
  viewerId: string,
  pin: KeyPin,
  { device, fillRandom }: Pick<ConnectionDeps, 'device' | 'fillRandom'>,
): () => ClientMessage {
  const { roomId, roomKey } = keys;
  const returning = former
    ? claimReturn(former.pass, { roomId, peerId: former.peerId, newPeerId: viewerId })
    : null;
  const text = encodeGreeting({ displayName, device, returning });
  const greeting = sealGreeting(roomKey, { roomId, viewerId }, text, fillRandom);
  return () => ({
    type: 'join',
    version: PROTOCOL_VERSION,
    roomId,
    peerId: viewerId,
    greeting,
    ...(pin.key === undefined ? {} : { presenterKey: pin.key }),
  });
}

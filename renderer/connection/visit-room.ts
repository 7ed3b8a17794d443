import {
  type ClientMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
  type ServerMessageOf,
} from '../../signaling/protocol.ts';
import type { KeyPin } from '../trust/link-proof.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { sealGreeting } from '../trust/seal.ts';
import { type CloseReason, closeReasonOfEnd, closeReasonOfRefusal } from './close-reason.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { encodeGreeting } from './greeting.ts';
import { RECONNECT } from './reconnect-policy.ts';
import type { SignalingClient } from './signaling-client.ts';
import { meetPresenter, type ViewerContact } from './viewer-contact.ts';
import type { JoinTarget } from './viewer-state.ts';
import type { ViewerEvent } from './viewer-transition.ts';

const COMES_BACK: readonly string[] = ['no-such-room', 'server-full', 'too-many-attempts'];

/**
 * One stay of a viewer in one room, from the room's keys to leaving it.
 * The returned function leaves for good and may be called twice.
 */
export function visitRoom(
  target: JoinTarget,
  { roomId, roomKey }: RoomKeys,
  { dispatch, close }: { dispatch(event: ViewerEvent): void; close(reason: CloseReason): void },
  deps: ConnectionDeps,
): () => void {
  const viewerId = createPeerId(deps);
  const pin: KeyPin = { key: undefined };
  let contact: ViewerContact | undefined;
  let hasReachedServer = false;
  let isKnown = false;
  let missingSince: number | undefined;
  let isOver = false;

  const send = (message: ClientMessage) => client.send(message);

  const beIn = ({
    presenterId,
    iceServers,
  }: Pick<ServerMessageOf<'joined'>, 'presenterId' | 'iceServers'>) => {
    dispatch({ type: 'joined' });
    if (contact?.presenterId === presenterId) return contact.line.resend();
    contact?.link.close();
    contact?.line.close();
    const pair = { roomId, presenterId, viewerId };
    contact = meetPresenter({ roomKey, pair, pin, iceServers }, { dispatch, close, send }, deps);
  };

  const onRefused = ({ code, inReplyTo }: ServerMessageOf<'refused'>) => {
    if (inReplyTo !== 'join') return;
    // A room we were in may be missing while its server and its presenter come back.
    if (!isKnown || !COMES_BACK.includes(code)) return close(closeReasonOfRefusal(code));
    missingSince ??= deps.now();
    const isGone = deps.now() - missingSince > RECONNECT.roomMissingMs;
    if (isGone && !contact) close(closeReasonOfRefusal(code));
    else client.retry();
  };

  const onMessage = (message: ServerMessage) => {
    hasReachedServer = true;
    switch (message.type) {
      case 'waiting':
        isKnown = true;
        missingSince = undefined;
        return dispatch({ type: 'waiting' });
      case 'joined':
        return beIn(message);
      case 'viewer-resumed':
        return message.joined ? beIn(message.joined) : dispatch({ type: 'waiting' });
      case 'signal':
        return contact?.line.receive(message);
      case 'signal-ack':
        return contact?.line.receiveAck(message);
      case 'peer-away':
        return dispatch({ type: 'presenter-away' });
      case 'peer-back':
        return dispatch({ type: 'presenter-back' });
      case 'ended':
        return close(closeReasonOfEnd(message.reason));
      case 'refused':
        return onRefused(message);
    }
  };

  const onOffline = (attempt: number) => {
    const isUnreachable = !hasReachedServer && attempt >= RECONNECT.socketAttemptsBeforeUnreachable;
    if (isUnreachable) close('server-unreachable');
    else dispatch({ type: 'offline', attempt });
  };

  const text = encodeGreeting({ displayName: target.displayName, device: deps.device });
  const greeting = sealGreeting(roomKey, { roomId, viewerId }, text, deps.fillRandom);
  const ask = (): ClientMessage => ({
    type: 'join',
    version: PROTOCOL_VERSION,
    roomId,
    peerId: viewerId,
    greeting,
    ...(pin.key === undefined ? {} : { presenterKey: pin.key }),
  });
  const member = { socketUrl: target.socketUrl, roomId, peerId: viewerId, ask };
  const client: SignalingClient = connectMember(member, { onMessage, onOffline }, deps);

  return () => {
    if (isOver) return;
    isOver = true;
    contact?.link.leave();
    contact?.line.close();
    send({ type: 'leave' });
    client.close();
  };
}

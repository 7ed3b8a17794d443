import { bytesToHex } from '@noble/hashes/utils.js';
import {
  type ClientMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
  type ServerMessageOf,
} from '../../signaling/protocol.ts';
import { hasRelay } from '../peer/path-policy.ts';
import type { KeyPin } from '../trust/link-proof.ts';
import { claimReturn } from '../trust/return-pass.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { sealGreeting } from '../trust/seal.ts';
import { type CloseReason, closeReasonOfEnd, closeReasonOfRefusal } from './close-reason.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { encodeGreeting } from './greeting.ts';
import { createIceAccess, type IceGrant } from './ice-access.ts';
import type { KeptSeat } from './kept-seat.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createTimer } from './schedule.ts';
import type { SignalingClient } from './signaling-client.ts';
import { meetPresenter, type ViewerContact } from './viewer-contact.ts';
import type { JoinTarget } from './viewer-state.ts';
import type { ViewerEvent } from './viewer-transition.ts';

const COMES_BACK: readonly string[] = ['no-such-room', 'server-full', 'too-many-attempts'];

/** Where a viewer goes, and as whom. */
export type Visit = Pick<JoinTarget, 'socketUrl' | 'displayName'> & {
  readonly keys: RoomKeys;
  /** Who this viewer was before its page was loaded anew. */
  readonly former?: Pick<KeptSeat, 'peerId' | 'pass' | 'presenterKey'>;
};

/**
 * One stay of a viewer in one room, from the room's keys to leaving it.
 * The returned function leaves for good and may be called twice.
 */
export function visitRoom(
  visit: Visit,
  { dispatch, close }: { dispatch(event: ViewerEvent): void; close(reason: CloseReason): void },
  deps: ConnectionDeps,
): () => void {
  const { socketUrl, displayName, former } = visit;
  const { roomId, roomKey } = visit.keys;
  const viewerId = createPeerId(deps);
  const pin: KeyPin = { key: former?.presenterKey };
  let contact: ViewerContact | undefined;
  let hasReachedServer = false;
  let isKnown = false;
  let missingSince: number | undefined;
  let isOver = false;

  const send = (message: ClientMessage) => client.send(message);
  const slowTimer = createTimer(deps.schedule);
  const iceAccess = createIceAccess(send, deps.schedule);

  const keepPass = (pass: string) => {
    if (pin.key === undefined) return;
    deps.seatKeeper.write({
      ...{ socketUrl, displayName, roomId, roomKey: bytesToHex(roomKey) },
      ...{ presenterKey: pin.key, peerId: viewerId, pass },
    });
  };

  const beIn = ({ presenterId, ...grant }: IceGrant & { readonly presenterId: string }) => {
    iceAccess.take(grant);
    if (deps.pathPolicy() === 'relay-only' && !hasRelay(grant.iceServers)) {
      return close('relay-missing');
    }
    dispatch({ type: 'joined' });
    slowTimer.start(RECONNECT.peerSlowAfterMs, () => dispatch({ type: 'slow' }));
    if (contact?.presenterId === presenterId) return contact.line.resend();
    contact?.link.close();
    contact?.line.close();
    const pair = { roomId, presenterId, viewerId };
    const iceServers = iceAccess.servers;
    const room = { roomKey, pair, pin, iceServers };
    contact = meetPresenter(room, { dispatch, close, keepPass, server: client }, deps);
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
      case 'ice-servers':
        return iceAccess.take(message);
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

  const returning = former
    ? claimReturn(former.pass, { roomId, peerId: former.peerId, newPeerId: viewerId })
    : null;
  const text = encodeGreeting({ displayName, device: deps.device, returning });
  const greeting = sealGreeting(roomKey, { roomId, viewerId }, text, deps.fillRandom);
  const ask = (): ClientMessage => ({
    type: 'join',
    version: PROTOCOL_VERSION,
    roomId,
    peerId: viewerId,
    greeting,
    ...(pin.key === undefined ? {} : { presenterKey: pin.key }),
  });
  const member = { socketUrl, roomId, peerId: viewerId, ask };
  const client: SignalingClient = connectMember(member, { onMessage, onOffline }, deps);

  return () => {
    if (isOver) return;
    isOver = true;
    slowTimer.cancel();
    iceAccess.close();
    contact?.link.leave();
    contact?.line.close();
    send({ type: 'leave' });
    client.close();
  };
}

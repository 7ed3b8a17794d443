import { bytesToHex } from '@noble/hashes/utils.js';
import type { ClientMessage, ServerMessage, ServerMessageOf } from '../../signaling/protocol.ts';
import { hasRelay } from '../peer/path-policy.ts';
import type { KeyPin } from '../trust/link-proof.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { type CloseReason, closeReasonOfEnd, closeReasonOfRefusal } from './close-reason.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { createIceAccess, type IceGrant } from './ice-access.ts';
import { createJoinAsk } from './join-ask.ts';
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
  const iceAccess = createIceAccess(send, deps);

  const keepPass = (pass: string) => {
    if (pin.key === undefined) return;
    deps.seatKeeper.write({
      ...{ socketUrl, displayName, roomId, roomKey: bytesToHex(roomKey) },
      ...{ presenterKey: pin.key, peerId: viewerId, pass },
    });
  };

  const beIn = ({ presenterId, ...grant }: IceGrant & { readonly presenterId: string }) => {
    iceAccess.take(grant);
    if (deps.pathPolicy() === 'relay-only' && !hasRelay(iceAccess.servers())) {
      return close('relay-missing');
    }
    dispatch({ type: 'joined' });
    slowTimer.start(RECONNECT.peerSlowAfterMs, () => dispatch({ type: 'slow' }));
    if (contact?.presenterId !== presenterId) return meet(presenterId, true);
    contact.link.admit();
    contact.line.resend();
  };
  const meet = (presenterId: string, isAdmitted: boolean) => {
    contact?.link.close();
    contact?.line.close();
    const pair = { roomId, presenterId, viewerId };
    const iceServers = iceAccess.servers;
    const room = { roomKey, pair, pin, iceServers, isAdmitted };
    contact = meetPresenter(room, { dispatch, close, keepPass, server: client }, deps);
  };
  /** While the presenter decides, the link is built already. */
  const beWaiting = (presenterId: string, isResumed: boolean) => {
    dispatch({ type: 'waiting' });
    // Asked anew, both ends start anew as well, but for a picture that goes on without the server.
    if (contact?.link.isAdmitted() || (contact && isResumed)) contact.line.resend();
    else meet(presenterId, false);
  };

  const onRefused = ({ code, inReplyTo }: ServerMessageOf<'refused'>) => {
    if (inReplyTo !== 'join') return;
    // A room we were in may be missing while its server and its presenter come back.
    if (!isKnown || !COMES_BACK.includes(code)) return close(closeReasonOfRefusal(code));
    missingSince ??= deps.now();
    const isGone = deps.now() - missingSince > RECONNECT.roomMissingMs;
    if (isGone && !contact?.link.isAdmitted()) close(closeReasonOfRefusal(code));
    else client.retry();
  };

  const onMessage = (message: ServerMessage) => {
    hasReachedServer = true;
    switch (message.type) {
      case 'waiting':
        isKnown = true;
        missingSince = undefined;
        return beWaiting(message.presenterId, false);
      case 'joined':
        return beIn(message);
      case 'viewer-resumed':
        return message.joined ? beIn(message.joined) : beWaiting(message.presenterId, true);
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

  const ask = createJoinAsk(visit, viewerId, pin, deps);
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

import type { ClientMessage, ServerMessage, ServerMessageOf } from '../../signaling/protocol.ts';
import type { RoomCode } from '../../signaling/room-code.ts';
import { hasRelay, type PathPolicy } from '../peer/path-policy.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { openGreeting } from '../trust/seal.ts';
import { type CloseReason, closeReasonOfEnd, closeReasonOfRefusal } from './close-reason.ts';
import { parseGreeting } from './greeting.ts';
import type { IceAccess } from './ice-access.ts';
import { inviteOfRoom } from './invite-of-room.ts';
import type { PresenterContacts } from './presenter-contacts.ts';
import type { PresenterState } from './presenter-state.ts';
import type { PresenterEvent } from './presenter-transition.ts';

/** The machine of one presenter, as the parts that run it see it. */
export type PresenterMachine = {
  dispatch(event: PresenterEvent): void;
  close(reason: CloseReason): void;
  getState(): PresenterState;
};

/** What each message from the server means to the presenter. */
export function createPresenterInbox(
  { dispatch, close, getState }: PresenterMachine,
  room: {
    readonly code: RoomCode;
    readonly keys: RoomKeys;
    readonly socketUrl: string;
    readonly contacts: PresenterContacts;
    readonly iceAccess: IceAccess;
    readonly pathPolicy: () => PathPolicy;
    readonly send: (message: ClientMessage) => boolean;
    /** Asks the server for the room again after the usual pause. */
    readonly retry: () => void;
  },
): (message: ServerMessage) => void {
  const { contacts, iceAccess, send } = room;
  const { roomId, roomKey } = room.keys;
  const openState = () => {
    const state = getState();
    return state.name === 'open' ? state : undefined;
  };
  const isLocked = () => openState()?.isLocked === true;

  const onOpened = (message: ServerMessageOf<'room-opened'>) => {
    iceAccess.take(message);
    if (room.pathPolicy() === 'relay-only' && !hasRelay(iceAccess.servers())) {
      return close('relay-missing');
    }
    // A server that forgot the room has forgotten who was asking; they ask again by themselves.
    dispatch({ type: 'asking-only', peerIds: [] });
    contacts.forgetAsking();
    if (isLocked()) send({ type: 'lock', isLocked: true });
    const invite = inviteOfRoom(room.code, room.socketUrl, message.origins);
    dispatch({ type: 'opened', invite, viewerLimit: message.viewerLimit });
  };

  const onJoinRequest = (peerId: string, greeting: string, isResumed = false) => {
    // Approved before the server lost its memory: nobody is asked twice.
    if (contacts.isApproved(peerId)) return void send({ type: 'approve', peerId });
    const opened = openGreeting(roomKey, { roomId, viewerId: peerId }, greeting);
    if (opened === undefined) {
      // Nobody with the code made this request, so there is nobody to ask about.
      send({ type: 'deny', peerId });
      return dispatch({ type: 'tampered' });
    }
    const { displayName: name, device, returning } = parseGreeting(opened);
    if (returning && contacts.welcomeBack(returning, { peerId, name, device })) return;
    dispatch({ type: 'asking', peerId, name, device });
    if (openState()?.isOpenToAll && send({ type: 'approve', peerId })) contacts.admit(peerId);
    else if (!isResumed) contacts.meet(peerId);
  };

  const onResumed = (message: ServerMessageOf<'presenter-resumed'>) => {
    iceAccess.take(message);
    dispatch({ type: 'signaling', status: 'online' });
    dispatch({ type: 'asking-only', peerIds: message.viewers.map(({ peerId }) => peerId) });
    contacts.retain(new Set(message.viewers.map(({ peerId }) => peerId)));
    for (const { peerId, greeting, isApproved, isAway } of message.viewers) {
      if (!isApproved) onJoinRequest(peerId, greeting, true);
      // Removed while the server was out of reach, so it does not know yet.
      else if (!contacts.isApproved(peerId)) send({ type: 'remove', peerId });
      dispatch({ type: 'away', peerId, isAway });
    }
    if (isLocked() !== message.isLocked) send({ type: 'lock', isLocked: isLocked() });
    contacts.wake();
  };

  const onRefused = ({ code, inReplyTo }: ServerMessageOf<'refused'>) => {
    if (inReplyTo !== 'open-room') return;
    // Viewers keep watching meanwhile, so a room that was open once is worth waiting for.
    if (getState().name === 'open') room.retry();
    else close(closeReasonOfRefusal(code));
  };

  return (message) => {
    switch (message.type) {
      case 'room-opened':
        return onOpened(message);
      case 'presenter-resumed':
        return onResumed(message);
      case 'ice-servers':
        return iceAccess.take(message);
      case 'join-request':
        return onJoinRequest(message.peerId, message.greeting);
      case 'contested':
        return dispatch({ type: 'contested' });
      case 'turned-away':
        return dispatch({ type: 'turned-away', reason: message.reason });
      case 'signal':
        return contacts.receive(message);
      case 'signal-ack':
        return contacts.receiveAck(message);
      case 'peer-away':
        return dispatch({ type: 'away', peerId: message.peerId, isAway: true });
      case 'peer-back':
        contacts.wake(message.peerId);
        return dispatch({ type: 'away', peerId: message.peerId, isAway: false });
      case 'peer-left':
        return contacts.lostMember(message.peerId);
      case 'ended':
        return close(closeReasonOfEnd(message.reason));
      case 'refused':
        return onRefused(message);
    }
  };
}

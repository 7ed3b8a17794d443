import { type ClientMessage, PROTOCOL_VERSION } from '../../signaling/protocol.ts';
import { createRoomCode } from '../../signaling/room-code.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { createPresenterContacts } from './presenter-contacts.ts';
import { createPresenterInbox, type PresenterMachine } from './presenter-inbox.ts';
import { RECONNECT } from './reconnect-policy.ts';
import type { SignalingClient } from './signaling-client.ts';

export type PresentedRoom = {
  approve(peerId: string): void;
  deny(peerId: string): void;
  remove(peerId: string): void;
  setLocked(isLocked: boolean): void;
  setPaused(isPaused: boolean): void;
  /** Ends the room for everybody; may be called twice. */
  end(): void;
};

export type PresentRoomDeps = ConnectionDeps & {
  readonly bridge: Pick<Bridge, 'signalingAddress'>;
};

/** One room from its making to its end: the server on one side, the approved viewers on the other. */
export function presentRoom(
  track: MediaStreamTrack,
  machine: PresenterMachine,
  deps: PresentRoomDeps,
): PresentedRoom {
  const { dispatch, close, getState } = machine;
  const code = createRoomCode(deps.fillRandom);
  let client: SignalingClient | undefined;
  let isOver = false;

  const send = (message: ClientMessage) => client?.send(message) ?? false;
  const contacts = createPresenterContacts({ track, send, dispatch }, deps);
  const isOpen = () => getState().name === 'open';

  const onOffline = (attempt: number) => {
    if (isOpen()) dispatch({ type: 'signaling', status: 'reconnecting' });
    else if (attempt >= RECONNECT.socketAttemptsBeforeUnreachable) close('server-unreachable');
  };

  const start = (socketUrl: string, roomId: string) => {
    const retry = () => client?.retry();
    const onMessage = createPresenterInbox(machine, { code, socketUrl, contacts, send, retry });
    const peerId = createPeerId(deps);
    const ask = { type: 'open-room', version: PROTOCOL_VERSION, roomId, peerId } as const;
    client = connectMember({ socketUrl, roomId, peerId, ask }, { onMessage, onOffline }, deps);
  };

  void Promise.all([deps.bridge.signalingAddress(), deps.deriveRoomKeys(code)]).then(
    ([address, { roomId }]) => {
      if (isOver) return;
      if (address.status === 'listening') start(address.socketUrl, roomId);
      else close('server-unreachable');
    },
    () => close('server-unreachable'),
  );

  return {
    approve(peerId) {
      if (send({ type: 'approve', peerId })) contacts.admit(peerId);
    },
    deny(peerId) {
      if (send({ type: 'deny', peerId })) dispatch({ type: 'gone', peerId });
    },
    remove(peerId) {
      contacts.expel(peerId);
      send({ type: 'remove', peerId });
    },
    setLocked(isLocked) {
      send({ type: 'lock', isLocked });
      dispatch({ type: 'locked', isLocked });
    },
    setPaused(isPaused) {
      if (!isOpen()) return;
      contacts.setPaused(isPaused);
      dispatch({ type: 'paused', isPaused });
    },
    end() {
      if (isOver) return;
      isOver = true;
      contacts.endAll();
      send({ type: 'leave' });
      client?.close();
    },
  };
}

import {
  type ClientMessage,
  openingStatement,
  PROTOCOL_VERSION,
} from '../../signaling/protocol.ts';
import type { RoomCode } from '../../signaling/room-code.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { QualityChoice } from '../stream/profile.ts';
import { createPresenterKey } from '../trust/presenter-key.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { directByContent } from './content-director.ts';
import { createIceAccess } from './ice-access.ts';
import { openPeerSharing } from './open-peer-sharing.ts';
import { createPresenterContacts } from './presenter-contacts.ts';
import { createPresenterInbox, type PresenterMachine } from './presenter-inbox.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createShareQuality } from './share-quality.ts';
import type { SignalingClient } from './signaling-client.ts';

export type PresentedRoom = {
  approve(peerId: string): void;
  deny(peerId: string): void;
  remove(peerId: string): void;
  block(peerId: string): void;
  setLocked(isLocked: boolean): void;
  setOpenToAll(isOpenToAll: boolean): void;
  /** Nothing of the screen leaves while there is a reason why not. */
  setPaused(reason: PauseReason | null): void;
  setQuality(quality: QualityChoice): void;
  /** Ends the room for everybody; may be called twice. */
  end(): void;
};

/** One room from its opening to its end: the server on one side, the approved viewers on the other. */
export function presentRoom(
  share: {
    readonly track: MediaStreamTrack;
    readonly quality: QualityChoice;
    readonly code: RoomCode;
    readonly keys: RoomKeys;
    readonly socketUrl: string;
  },
  machine: PresenterMachine,
  deps: ConnectionDeps,
): PresentedRoom {
  const { dispatch, close, getState } = machine;
  const { track, socketUrl } = share;
  const { roomId, roomKey } = share.keys;
  const presenterId = createPeerId(deps);
  const presenterKey = createPresenterKey(deps.fillRandom);
  let isOver = false;

  const send = (message: ClientMessage) => client.send(message);
  const isOpen = () => getState().name === 'open';
  const iceAccess = createIceAccess(send, deps.schedule);
  const server = {
    send,
    check: () => client.check(),
    isOnline: () => client.isOnline(),
  };
  const quality = createShareQuality(track, share.quality, (choice, profile) => {
    contacts.setProfile(profile);
    dispatch({ type: 'quality', quality: choice, profile });
  });
  const tiles = deps.openTileShare(track);
  directByContent(tiles, quality, deps);
  const sharedEncoding = deps.openSharedEncoding();
  const contacts = createPresenterContacts(
    { track, tiles, purpose: quality.purpose, roomId, roomKey, presenterId, presenterKey },
    { server, iceServers: iceAccess.servers, dispatch },
    { ...deps, openPeer: openPeerSharing(sharedEncoding, deps.openPeer) },
  );

  const ask = (nonce: string): ClientMessage => ({
    type: 'open-room',
    version: PROTOCOL_VERSION,
    roomId,
    peerId: presenterId,
    presenterKey: presenterKey.publicKey,
    signature: presenterKey.sign(openingStatement({ roomId, peerId: presenterId, nonce })),
    isReopening: isOpen(),
  });
  const retry = () => client.retry();
  const onMessage = createPresenterInbox(machine, {
    ...share,
    contacts,
    iceAccess,
    pathPolicy: deps.pathPolicy,
    send,
    retry,
  });
  const onOffline = (attempt: number) => {
    if (isOpen()) dispatch({ type: 'signaling', status: 'reconnecting' });
    else if (attempt >= RECONNECT.socketAttemptsBeforeUnreachable) close('server-unreachable');
  };
  const member = { socketUrl, roomId, peerId: presenterId, ask };
  const client: SignalingClient = connectMember(member, { onMessage, onOffline }, deps);

  const approve = (peerId: string) => {
    if (send({ type: 'approve', peerId })) contacts.admit(peerId);
  };

  return {
    approve,
    deny(peerId) {
      if (send({ type: 'deny', peerId })) contacts.expel(peerId);
    },
    remove(peerId) {
      contacts.expel(peerId);
      send({ type: 'remove', peerId });
    },
    block(peerId) {
      contacts.expel(peerId);
      send({ type: 'block', peerId });
    },
    setLocked(isLocked) {
      send({ type: 'lock', isLocked });
      dispatch({ type: 'locked', isLocked });
    },
    setOpenToAll(isOpenToAll) {
      dispatch({ type: 'open-to-all', isOpenToAll });
      const state = getState();
      if (!isOpenToAll || state.name !== 'open') return;
      for (const { peerId, stage } of state.viewers) if (stage === 'asking') approve(peerId);
    },
    setPaused(reason) {
      // Whichever way, tiles are never sent while the video is not.
      if (reason) tiles.setPaused(true);
      contacts.setPaused(reason);
      if (!reason) tiles.setPaused(false);
    },
    setQuality: quality.choose,
    end() {
      if (isOver) return;
      isOver = true;
      tiles.close();
      iceAccess.close();
      contacts.endAll();
      sharedEncoding?.close();
      send({ type: 'leave' });
      client.close();
    },
  };
}

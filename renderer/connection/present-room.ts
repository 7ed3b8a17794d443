import {
  type ClientMessage,
  openingStatement,
  PROTOCOL_VERSION,
} from '../../signaling/protocol.ts';
import type { RoomCode } from '../../signaling/room-code.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { QualityChoice } from '../stream/profile.ts';
import { createPresenterKey, type PresenterKey } from '../trust/presenter-key.ts';
import type { RoomKeys } from '../trust/room-keys.ts';
import { connectMember } from './connect-member.ts';
import { type ConnectionDeps, createPeerId } from './connection-deps.ts';
import { directByContent } from './content-director.ts';
import { createIceAccess } from './ice-access.ts';
import type { Knock } from './knock.ts';
import { openPeerSharing } from './open-peer-sharing.ts';
import { createPresenterContacts } from './presenter-contacts.ts';
import { createPresenterInbox, type PresenterMachine } from './presenter-inbox.ts';
import { RECONNECT } from './reconnect-policy.ts';
import { createRoomKnocks } from './room-knocks.ts';
import { createShareQuality } from './share-quality.ts';
import type { SourceTracks } from './shown-source.ts';
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
  /** Everybody who watches sees this instead; `null` once what they saw is gone. */
  show(tracks: SourceTracks | null): void;
  knock(knock: Knock): void;
  withdrawKnock(id: string): void;
  setQuality(quality: QualityChoice): void;
  /** Ends the room for everybody; may be called twice. */
  end(): void;
};

/** One room from its opening to its end: the server on one side, the approved viewers on the other. */
export function presentRoom(
  share: {
    readonly tracks: SourceTracks;
    readonly quality: QualityChoice;
    readonly code: RoomCode;
    readonly keys: RoomKeys;
    readonly socketUrl: string;
  },
  machine: PresenterMachine,
  deps: ConnectionDeps,
): PresentedRoom {
  const { dispatch, close, getState } = machine;
  const { tracks, socketUrl } = share;
  const { roomId, roomKey } = share.keys;
  const presenterId = createPeerId(deps);
  const presenterKey = createPresenterKey(deps.fillRandom);
  let isOver = false;

  const send = (message: ClientMessage) => client.send(message);
  const isOpen = () => getState().name === 'open';
  const iceAccess = createIceAccess(send, deps);
  const server = {
    send,
    check: () => client.check(),
    isOnline: () => client.isOnline(),
  };
  const quality = createShareQuality(tracks.picture, share.quality, (choice, profile) => {
    contacts.setProfile(profile);
    dispatch({ type: 'quality', quality: choice, profile });
  });
  const tiles = deps.openTileShare(tracks.picture);
  const director = directByContent(tiles, quality, deps);
  const sharedEncoding = deps.openSharedEncoding();
  const contacts = createPresenterContacts(
    { tracks, tiles, purpose: quality.purpose, roomId, roomKey, presenterId, presenterKey },
    {
      ...{ server, iceServers: iceAccess.servers, dispatch },
      nameOfGuest: (peerId) => knocks.arrive(peerId),
    },
    { ...deps, openPeer: openPeerSharing(sharedEncoding, deps.openPeer) },
  );

  const knocks = createRoomKnocks({ ...share, presenterKey }, machine, contacts, deps.schedule);

  const keys = { roomId, peerId: presenterId, presenterKey };
  const ask = (nonce: string) => openRoom(keys, nonce, isOpen());
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
    if (knocks.allow(peerId)) return;
    if (send({ type: 'approve', peerId })) contacts.admit(peerId);
  };

  return {
    approve,
    deny(peerId) {
      if (knocks.refuse(peerId, 'deny')) return;
      if (send({ type: 'deny', peerId })) contacts.expel(peerId);
    },
    remove(peerId) {
      if (knocks.refuse(peerId, 'deny')) return;
      contacts.expel(peerId);
      send({ type: 'remove', peerId });
    },
    block(peerId) {
      if (knocks.refuse(peerId, 'block')) return;
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
      for (const { peerId, stage, nearbyAddress } of state.viewers) {
        // Who knocks has no code: that the room is open to the link says nothing about them.
        if (stage === 'asking' && nearbyAddress === undefined) approve(peerId);
      }
    },
    knock: knocks.ask,
    withdrawKnock: knocks.withdraw,
    setPaused(reason) {
      // Whichever way, tiles are never sent while the video is not.
      if (reason) tiles.setPaused(true);
      contacts.setPaused(reason);
      if (!reason) tiles.setPaused(false);
    },
    show(next) {
      if (isOver) return;
      tiles.show(null);
      director.restart();
      if (next) quality.setTrack(next.picture);
      contacts.show(next);
      tiles.show(next?.picture ?? null);
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

type RoomKeyHolder = {
  readonly roomId: string;
  readonly peerId: string;
  readonly presenterKey: PresenterKey;
};

function openRoom(
  { roomId, peerId, presenterKey }: RoomKeyHolder,
  nonce: string,
  isReopening: boolean,
): ClientMessage {
  return {
    type: 'open-room',
    version: PROTOCOL_VERSION,
    roomId,
    peerId,
    presenterKey: presenterKey.publicKey,
    signature: presenterKey.sign(openingStatement({ roomId, peerId, nonce })),
    isReopening,
  };
}

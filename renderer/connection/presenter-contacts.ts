import type { IceServer, ServerMessageOf } from '../../signaling/protocol.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ProfileName } from '../stream/profile.ts';
import type { PicturePurpose } from '../stream/quality/live-quality.ts';
import type { TileShare } from '../stream/tiles/tile-share.ts';
import type { PresenterKey } from '../trust/presenter-key.ts';
import type { ReturnClaim } from '../trust/return-pass.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPresenterContact, type PresenterContact } from './presenter-contact.ts';
import type { PresenterLinkEnd } from './presenter-link.ts';
import type { RoomViewer } from './presenter-state.ts';
import type { PresenterEvent } from './presenter-transition.ts';
import { createReturnPasses } from './return-passes.ts';
import { createShareRelief } from './share-relief.ts';
import { type SourceTracks, shownSource } from './shown-source.ts';
import type { SignalingClient } from './signaling-client.ts';

export type PresentedRoomParts = {
  readonly tracks: SourceTracks;
  readonly tiles: TileShare;
  readonly purpose: () => PicturePurpose;
  readonly roomId: string;
  readonly roomKey: Uint8Array;
  readonly presenterId: string;
  readonly presenterKey: PresenterKey;
};

export type RoomOutlets = {
  readonly server: Pick<SignalingClient, 'send' | 'check' | 'isOnline'>;
  readonly iceServers: () => readonly IceServer[];
  readonly dispatch: (event: PresenterEvent) => void;
  /** The name the presenter allowed somebody under who had no code. */
  readonly nameOfGuest: (peerId: string) => string | undefined;
};

/** Links to people who have not been let in yet; more of them ask all the same. */
const EARLY_LINKS = 4;

/**
 * The viewers the presenter has let in, and a few who ask: their links are built meanwhile, and
 * carry nothing before they are let in. Nobody who is not in this list can receive a frame.
 */
export function createPresenterContacts(
  room: PresentedRoomParts,
  outlets: RoomOutlets,
  deps: ConnectionDeps,
) {
  const { server, iceServers, dispatch } = outlets;
  const { send, isOnline } = server;
  const relief = createShareRelief(deps.now);
  let pauseReason: PauseReason | null = null;
  const base = { iceServers, isOnline, relief, tiles: room.tiles, purpose: room.purpose };
  const contacts = new Map<string, PresenterContact>();
  const passes = createReturnPasses(room.roomId, deps);
  let tracks: SourceTracks | null = room.tracks;
  const shown = () => shownSource(tracks, pauseReason);
  const showToAll = () => {
    for (const { link } of contacts.values()) link.show(shown());
  };

  const close = (peerId: string): boolean => {
    const contact = contacts.get(peerId);
    contact?.line.close();
    contact?.link.close();
    return contacts.delete(peerId);
  };
  const drop = (peerId: string) => {
    close(peerId);
    dispatch({ type: 'gone', peerId });
  };

  const openContact = (viewerId: string, isAdmitted: boolean): PresenterContact => {
    const link = { ...base, shown: shown(), isAdmitted, pass: passes.of(viewerId) };
    const onLost = () => drop(viewerId);
    const onEnded = (how: PresenterLinkEnd) => {
      if (how === 'unreachable') dispatch({ type: 'unreachable', peerId: viewerId });
      if (how === 'left') passes.expire(viewerId);
      else passes.revoke(viewerId);
      // A viewer that left has told the server itself; any other still holds its seat.
      if (how !== 'left') send({ type: 'remove', peerId: viewerId });
      if (how === 'not-proved') dispatch({ type: 'tampered' });
      drop(viewerId);
    };
    return openPresenterContact(
      { ...room, viewerId, link },
      { dispatch, server, onLost, onEnded },
      deps,
    );
  };

  const admit = (peerId: string) => {
    const contact = contacts.get(peerId);
    if (!contact) return void contacts.set(peerId, openContact(peerId, true));
    contact.link.admit();
  };

  return {
    isApproved: (peerId: string) => contacts.get(peerId)?.link.isAdmitted() === true,
    admit,
    /** Somebody asks to be let in: the link is built while the presenter decides. */
    meet(peerId: string) {
      close(peerId);
      const early = [...contacts.values()].filter(({ link }) => !link.isAdmitted()).length;
      const mayMeet = early < EARLY_LINKS && deps.pathPolicy() !== 'relay-only';
      if (mayMeet) contacts.set(peerId, openContact(peerId, false));
    },
    /** Nobody is asking any more; whoever still wants to be let in asks anew. */
    forgetAsking() {
      for (const [peerId, { link }] of contacts) {
        if (link.isAdmitted()) continue;
        passes.revoke(peerId);
        close(peerId);
      }
    },
    /** The presenter sends this viewer away: not one more frame. */
    expel(peerId: string) {
      passes.revoke(peerId);
      drop(peerId);
    },
    /** A pass for somebody who was never here, and has been allowed. */
    passOf: passes.of,
    revoke: passes.revoke,
    /** A viewer that was here before is back under a new id; false when that is not shown. */
    welcomeBack(claim: ReturnClaim, newcomer: Pick<RoomViewer, 'peerId' | 'name' | 'device'>) {
      if (!passes.redeem(claim, newcomer.peerId)) return false;
      if (close(claim.peerId)) send({ type: 'remove', peerId: claim.peerId });
      const name = outlets.nameOfGuest(claim.peerId) ?? newcomer.name;
      dispatch({ type: 'returned', formerPeerId: claim.peerId, ...newcomer, name });
      if (send({ type: 'approve', peerId: newcomer.peerId })) admit(newcomer.peerId);
      return true;
    },
    /** The server no longer counts this viewer in. A running picture goes on without the server. */
    lostMember(peerId: string) {
      passes.expire(peerId);
      if (!contacts.get(peerId)?.isWatching()) drop(peerId);
    },
    /** After the server was out of reach: whoever it no longer counts in, and watches nothing, goes. */
    retain(knownPeerIds: ReadonlySet<string>) {
      for (const [peerId, { isWatching }] of contacts) {
        if (!isWatching() && !knownPeerIds.has(peerId)) drop(peerId);
      }
    },
    setPaused(next: PauseReason | null) {
      pauseReason = next;
      showToAll();
    },
    /** Something else for everybody, or nothing because what was shown is gone. */
    show(next: SourceTracks | null) {
      tracks = next;
      showToAll();
    },
    setProfile(profile: ProfileName) {
      for (const { link } of contacts.values()) link.setProfile(profile);
    },
    receive(message: ServerMessageOf<'signal'>) {
      contacts.get(message.peerId)?.line.receive(message);
    },
    receiveAck(message: ServerMessageOf<'signal-ack'>) {
      contacts.get(message.peerId)?.line.receiveAck(message);
    },
    /** The server is there again, or one viewer's line to it. */
    wake(only?: string) {
      for (const [peerId, { line, link }] of contacts) {
        if (only !== undefined && only !== peerId) continue;
        line.resend();
        link.wake();
      }
    },
    endAll() {
      for (const { line, link } of contacts.values()) {
        line.close();
        link.end();
      }
      contacts.clear();
    },
  };
}
export type PresenterContacts = ReturnType<typeof createPresenterContacts>;

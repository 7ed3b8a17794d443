import type { IceServer, ServerMessageOf } from '../../signaling/protocol.ts';
import type { ProfileName } from '../stream/profile.ts';
import { createPresenterProver } from '../trust/link-proof.ts';
import type { PresenterKey } from '../trust/presenter-key.ts';
import type { ReturnClaim } from '../trust/return-pass.ts';
import { createSeal } from '../trust/seal.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPeerLine, type PeerLine } from './peer-line.ts';
import { openPresenterLink, type PresenterLink } from './presenter-link.ts';
import type { RoomViewer } from './presenter-state.ts';
import type { PresenterEvent } from './presenter-transition.ts';
import { createReturnPasses } from './return-passes.ts';
import type { SignalingClient } from './signaling-client.ts';

type Contact = {
  readonly link: PresenterLink;
  readonly line: PeerLine;
  isWatching: boolean;
};

/**
 * The viewers the presenter has let in. Only they have a link, so nobody who is not in this list
 * can receive a frame.
 */
export function createPresenterContacts(
  room: {
    readonly track: MediaStreamTrack;
    readonly profile: ProfileName;
    readonly roomId: string;
    readonly roomKey: Uint8Array;
    readonly presenterId: string;
    readonly presenterKey: PresenterKey;
  },
  outlets: {
    readonly server: Pick<SignalingClient, 'send' | 'check' | 'isOnline'>;
    readonly iceServers: () => readonly IceServer[];
    readonly dispatch: (event: PresenterEvent) => void;
  },
  deps: ConnectionDeps,
) {
  const { roomId, roomKey, presenterId, presenterKey } = room;
  const { server, iceServers, dispatch } = outlets;
  const { send, isOnline } = server;
  const contacts = new Map<string, Contact>();
  const passes = createReturnPasses(roomId, deps);
  let isPaused = false;
  let { profile } = room;
  const shownTrack = () => (isPaused ? null : room.track);

  const drop = (peerId: string) => {
    const contact = contacts.get(peerId);
    contacts.delete(peerId);
    contact?.line.close();
    contact?.link.close();
    dispatch({ type: 'gone', peerId });
  };

  const openContact = (viewerId: string): Contact => {
    const pair = { roomId, presenterId, viewerId };
    const line = openPeerLine(viewerId, createSeal(roomKey, pair, 'presenter', deps.fillRandom), {
      send,
      schedule: deps.schedule,
      onSignal: (signal) => contacts.get(viewerId)?.link.receive(signal),
      onTampered: () => dispatch({ type: 'tampered' }),
      onOverflow: () => drop(viewerId),
    });
    const setWatching = (isWatching: boolean) => {
      const contact = contacts.get(viewerId);
      if (contact) contact.isWatching = isWatching;
    };
    const prover = createPresenterProver({ roomKey, pair, presenterKey });
    const link = openPresenterLink(
      { iceServers, isOnline, track: shownTrack(), prover, pass: passes.of(viewerId), profile },
      {
        sendSignal: line.send,
        onStage(stage) {
          setWatching(false);
          dispatch({ type: 'stage', peerId: viewerId, stage });
        },
        onWatching(words) {
          setWatching(true);
          dispatch({ type: 'watching', peerId: viewerId, words });
        },
        onPath: (path) => dispatch({ type: 'path', peerId: viewerId, path }),
        onPictureLimit: (limit) => dispatch({ type: 'picture-limit', peerId: viewerId, limit }),
        onSilent: server.check,
        onEnded(how) {
          if (how === 'unreachable') dispatch({ type: 'unreachable', peerId: viewerId });
          if (how === 'left') passes.expire(viewerId);
          else passes.revoke(viewerId);
          // A viewer that left has told the server itself; any other still holds its seat.
          if (how !== 'left') send({ type: 'remove', peerId: viewerId });
          if (how === 'not-proved') dispatch({ type: 'tampered' });
          drop(viewerId);
        },
      },
      deps,
    );
    return { link, line, isWatching: false };
  };

  const admit = (peerId: string) => {
    if (!contacts.has(peerId)) contacts.set(peerId, openContact(peerId));
  };

  return {
    isApproved: (peerId: string) => contacts.has(peerId),
    admit,
    /** The presenter sends this viewer away: not one more frame. */
    expel(peerId: string) {
      passes.revoke(peerId);
      drop(peerId);
    },
    /** A viewer that was here before is back under a new id; false when that is not shown. */
    welcomeBack(claim: ReturnClaim, newcomer: Pick<RoomViewer, 'peerId' | 'name' | 'device'>) {
      if (!passes.redeem(claim, newcomer.peerId)) return false;
      contacts.get(claim.peerId)?.line.close();
      contacts.get(claim.peerId)?.link.close();
      if (contacts.delete(claim.peerId)) send({ type: 'remove', peerId: claim.peerId });
      dispatch({ type: 'returned', formerPeerId: claim.peerId, ...newcomer });
      if (send({ type: 'approve', peerId: newcomer.peerId })) admit(newcomer.peerId);
      return true;
    },
    /** The server no longer counts this viewer in. A running picture goes on without the server. */
    lostMember(peerId: string) {
      passes.expire(peerId);
      if (!contacts.get(peerId)?.isWatching) drop(peerId);
    },
    /** After the server was out of reach: whoever it no longer counts in, and watches nothing, goes. */
    retain(knownPeerIds: ReadonlySet<string>) {
      for (const [peerId, { isWatching }] of contacts) {
        if (!isWatching && !knownPeerIds.has(peerId)) drop(peerId);
      }
    },
    setPaused(next: boolean) {
      isPaused = next;
      for (const { link } of contacts.values()) link.show(shownTrack());
    },
    setProfile(next: ProfileName) {
      profile = next;
      for (const { link } of contacts.values()) link.setProfile(next);
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

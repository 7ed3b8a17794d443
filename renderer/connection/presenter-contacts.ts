import type { ClientMessage, IceServer, ServerMessageOf } from '../../signaling/protocol.ts';
import { createPresenterProver } from '../trust/link-proof.ts';
import type { PresenterKey } from '../trust/presenter-key.ts';
import { createSeal } from '../trust/seal.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { openPeerLine, type PeerLine } from './peer-line.ts';
import { openPresenterLink, type PresenterLink } from './presenter-link.ts';
import type { PresenterEvent } from './presenter-transition.ts';

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
    readonly roomId: string;
    readonly roomKey: Uint8Array;
    readonly presenterId: string;
    readonly presenterKey: PresenterKey;
  },
  outlets: {
    readonly send: (message: ClientMessage) => boolean;
    readonly dispatch: (event: PresenterEvent) => void;
  },
  deps: Pick<ConnectionDeps, 'openPeer' | 'schedule' | 'fillRandom'>,
) {
  const { roomId, roomKey, presenterId, presenterKey } = room;
  const { send, dispatch } = outlets;
  const contacts = new Map<string, Contact>();
  let iceServers: readonly IceServer[] = [];
  let isPaused = false;
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
      { iceServers, track: shownTrack(), prover },
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
        onEnded(how) {
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

  return {
    isApproved: (peerId: string) => contacts.has(peerId),
    setIceServers(servers: readonly IceServer[]) {
      iceServers = servers;
    },
    admit(peerId: string) {
      if (!contacts.has(peerId)) contacts.set(peerId, openContact(peerId));
    },
    /** The presenter sends this viewer away: not one more frame. */
    expel: drop,
    /** The server no longer counts this viewer in. A running picture goes on without the server. */
    lostMember(peerId: string) {
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
    receive(message: ServerMessageOf<'signal'>) {
      contacts.get(message.peerId)?.line.receive(message);
    },
    receiveAck(message: ServerMessageOf<'signal-ack'>) {
      contacts.get(message.peerId)?.line.receiveAck(message);
    },
    resend() {
      for (const { line } of contacts.values()) line.resend();
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

import type { ClientMessage, IceServer, ServerMessageOf } from '../../signaling/protocol.ts';
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
  {
    track,
    send,
    dispatch,
  }: {
    readonly track: MediaStreamTrack;
    readonly send: (message: ClientMessage) => boolean;
    readonly dispatch: (event: PresenterEvent) => void;
  },
  deps: Pick<ConnectionDeps, 'openPeer' | 'schedule'>,
) {
  const contacts = new Map<string, Contact>();
  let iceServers: readonly IceServer[] = [];
  let isPaused = false;

  const drop = (peerId: string) => {
    const contact = contacts.get(peerId);
    contacts.delete(peerId);
    contact?.line.close();
    contact?.link.close();
    dispatch({ type: 'gone', peerId });
  };

  const openContact = (peerId: string): Contact => {
    const line = openPeerLine(peerId, {
      send,
      schedule: deps.schedule,
      onSignal: (signal) => contacts.get(peerId)?.link.receive(signal),
      onOverflow: () => drop(peerId),
    });
    const link = openPresenterLink(
      { iceServers, track: isPaused ? null : track },
      {
        sendSignal: line.send,
        onStage(stage) {
          const contact = contacts.get(peerId);
          if (contact) contact.isWatching = stage === 'watching';
          dispatch({ type: 'stage', peerId, stage });
        },
        onEnded(how) {
          // A viewer that left has told the server itself; one that failed still holds its seat.
          if (how === 'failed') send({ type: 'remove', peerId });
          drop(peerId);
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
      for (const { link } of contacts.values()) link.show(isPaused ? null : track);
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

import type { RtcSignal } from '../../peer/link-signal.ts';
import type { OpenPeer, PeerListeners } from '../../peer/peer.ts';
import type { PeerMessage } from '../../peer/peer-message.ts';

export type FakePeer = {
  readonly role: 'presenter' | 'viewer';
  readonly listeners: PeerListeners;
  readonly signals: RtcSignal[];
  readonly messages: PeerMessage[];
  /** What the viewer of this peer sees, newest last. */
  readonly shown: (MediaStreamTrack | null)[];
  isClosed: boolean;
};

/** Stands where WebRTC would be. */
export function createFakePeers() {
  const opened: FakePeer[] = [];
  const openPeer: OpenPeer = ({ role }, listeners) => {
    const peer: FakePeer = {
      role,
      listeners,
      signals: [],
      messages: [],
      shown: [],
      isClosed: false,
    };
    opened.push(peer);
    return {
      signal: (signal) => peer.signals.push(signal),
      send: (message) => peer.messages.push(message) > 0,
      fingerprints: () => (role === 'presenter' ? fingerprints : swapped),
      showTrack: (track) => peer.shown.push(track),
      close() {
        peer.isClosed = true;
      },
    };
  };
  return {
    openPeer,
    opened,
    get latest(): FakePeer {
      const peer = opened.at(-1);
      if (!peer) throw new Error('no peer was opened');
      return peer;
    },
  };
}

/** As the presenter sees them. */
export const fingerprints = { local: 'sha-256 AA', remote: 'sha-256 BB' };
const swapped = { local: fingerprints.remote, remote: fingerprints.local };

export const offer: RtcSignal = { type: 'offer', sdp: 'v=0' };
export const answer: RtcSignal = { type: 'answer', sdp: 'v=0' };

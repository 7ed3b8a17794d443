import type { IceServer } from '../../../signaling/protocol.ts';
import type { RtcSignal } from '../../peer/link-signal.ts';
import type { PathPolicy } from '../../peer/path-policy.ts';
import type { OpenPeer, PeerListeners } from '../../peer/peer.ts';
import type { PeerMessage } from '../../peer/peer-message.ts';
import type { LineName } from '../../stream/byte-line.ts';
import type { SenderPlan } from '../../stream/picture-sender.ts';
import type { CapturedFrame } from '../../stream/quality/frame-latency.ts';
import type { StatsEntry } from '../../stream/stats-entry.ts';
import { statsOfLink } from './link-stats.ts';

export type FakePeer = {
  readonly role: 'presenter' | 'viewer';
  readonly listeners: PeerListeners;
  readonly signals: RtcSignal[];
  readonly messages: PeerMessage[];
  /** What the viewer of this peer sees, newest last. */
  readonly shown: (MediaStreamTrack | null)[];
  /** What the viewer of this peer hears, newest last. */
  readonly heard: (MediaStreamTrack | null)[];
  /** How this peer's picture was to be encoded, newest last. */
  readonly plans: SenderPlan[];
  /** What its picture was opened with, in bit/s; a viewer's has none. */
  readonly startBps: number | undefined;
  /** Bitrates its first frame was to start with. */
  readonly starts: number[];
  /** What was sent over the lines for bytes. */
  readonly packets: { readonly line: LineName; readonly packet: Uint8Array }[];
  /** How often the presenter looked for a new way. */
  iceRestarts: number;
  /** How often the presenter sent a frame that can be decoded alone. */
  freshPictures: number;
  iceServers: readonly IceServer[];
  readonly pathPolicy: () => PathPolicy;
  /** Nothing reaches the other side any more, so that it answers no beat. */
  isSilent: boolean;
  bytesReceived: number;
  /** The newest frame whose capture time is known. */
  captured: CapturedFrame | undefined;
  /** What the browser counts beside the link itself. */
  counted: readonly StatsEntry[];
  isClosed: boolean;
};

/** Stands where WebRTC would be. */
export function createFakePeers() {
  const opened: FakePeer[] = [];
  const openPeer: OpenPeer = ({ role, iceServers, pathPolicy, picture }, listeners) => {
    const peer: FakePeer = {
      role,
      listeners,
      signals: [],
      messages: [],
      shown: [],
      heard: [],
      plans: [],
      startBps: picture?.startBps,
      starts: [],
      packets: [],
      iceRestarts: 0,
      freshPictures: 0,
      iceServers,
      pathPolicy,
      isSilent: false,
      bytesReceived: 0,
      captured: undefined,
      counted: [],
      isClosed: false,
    };
    opened.push(peer);
    const line = (name: LineName) => ({
      send: (packet: Uint8Array) => peer.packets.push({ line: name, packet }) > 0,
      waitingBytes: () => 0,
    });
    return {
      signal: (signal) => peer.signals.push(signal),
      send(message) {
        if (message.type !== 'beat') return peer.messages.push(message) > 0;
        if (!peer.isSilent) listeners.onMessage({ type: 'echo' });
        return true;
      },
      fingerprints: () => (role === 'presenter' ? fingerprints : swapped),
      showTrack: (track) => peer.shown.push(track),
      showSound: (track) => peer.heard.push(track),
      refreshPicture() {
        peer.freshPictures += 1;
      },
      setIceServers(next) {
        // As the browser is configured: under this policy no server is asked.
        peer.iceServers = pathPolicy() === 'lan-only' ? [] : next;
      },
      restartIce() {
        peer.iceRestarts += 1;
      },
      planPicture: (plan) => peer.plans.push(plan),
      startAt: (startBps) => void peer.starts.push(startBps),
      codecs: () => ['VP8', 'VP9', 'AV1', 'H264'],
      lines: { probe: line('probe'), marks: line('marks'), tiles: line('tiles') },
      captured: () => peer.captured,
      stats: async () => [...peer.counted, ...statsOfLink({ bytesReceived: peer.bytesReceived })],
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

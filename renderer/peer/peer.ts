import SimplePeer from 'simple-peer';
import type { IceServer, Role } from '../../signaling/protocol.ts';
import { filterCandidates } from './candidate-filter.ts';
import { type Fingerprints, fingerprintOf } from './fingerprint.ts';
import { type LinkMeasure, linkMeasureOf, type StatsEntry } from './link-path.ts';
import { parseRtcSignal, type RtcSignal } from './link-signal.ts';
import { type PathPolicy, rtcConfigurationOf } from './path-policy.ts';
import { type PeerFailure, peerFailureOf } from './peer-failure.ts';
import { encodePeerMessage, type PeerMessage, parsePeerMessage } from './peer-message.ts';

/** Media transport as the other layers see it; `interrupted` may heal by itself. */
export type TransportState = 'connected' | 'interrupted';

export type PeerListeners = {
  onSignal(signal: RtcSignal): void;
  onTransport(state: TransportState): void;
  onMessage(message: PeerMessage): void;
  /** Once, on the viewer's side, as soon as the presenter's stream is known. */
  onStream(stream: MediaStream): void;
  /** Once; never after `close()` was called on this side. `null`: the other side closed. */
  onClosed(failure: PeerFailure | null): void;
};

/** One WebRTC link to one other person. */
export type Peer = {
  /** Hands over a signal from the other side. */
  signal(signal: RtcSignal): void;
  /** Sends over the data channel; false while it is not open. */
  send(message: PeerMessage): boolean;
  /** Fingerprints both ends are bound to; `undefined` until negotiated, or when not clear. */
  fingerprints(): Fingerprints | undefined;
  /** Presenter: what the viewer sees from now on. `null` sends no frame at all. */
  showTrack(track: MediaStreamTrack | null): void;
  /** Presenter: the next frame can be decoded without those before it. */
  refreshPicture(): void;
  /** What the next gathering of candidates uses; one that is under way is not touched. */
  setIceServers(iceServers: readonly IceServer[]): void;
  /** Presenter: looks for a way anew while the old one stays in use (RFC 8445 section 9). */
  restartIce(): void;
  /** `undefined` once the link is closed. */
  measure(): Promise<LinkMeasure | undefined>;
  close(): void;
};

export type OpenPeer = (
  options: { role: Role; iceServers: readonly IceServer[]; pathPolicy: PathPolicy },
  listeners: PeerListeners,
) => Peer;

/**
 * Opens one side of a link. The presenter always offers, with one send-only video transceiver that
 * carries nothing until `showTrack`; the viewer only answers.
 */
export const openPeer: OpenPeer = ({ role, iceServers, pathPolicy }, listeners) => {
  const simplePeer = new SimplePeer({
    initiator: role === 'presenter',
    trickle: true,
    // One message in, one message out; the byte stream would glue messages together.
    objectMode: true,
    config: rtcConfigurationOf(pathPolicy, iceServers),
  });
  const connection = simplePeer._pc;
  const sender = role === 'presenter' ? addVideoSender(simplePeer, connection) : undefined;
  let isClosed = false;
  let failure: PeerFailure | null = null;

  simplePeer.on('signal', (emitted: unknown) => {
    const signal = parseRtcSignal(emitted);
    if (signal) listeners.onSignal(signal);
  });
  simplePeer.on('data', (raw: unknown) => {
    const message = parsePeerMessage(raw);
    if (message) listeners.onMessage(message);
  });
  simplePeer.on('stream', (stream) => listeners.onStream(stream));
  simplePeer.on('error', (error) => {
    failure = peerFailureOf(error);
  });
  simplePeer.on('close', () => {
    if (isClosed) return;
    isClosed = true;
    listeners.onClosed(failure);
  });
  // simple-peer tells of failures only, and `iceConnectionState` can stay `disconnected` for ever.
  connection.addEventListener('connectionstatechange', () => {
    if (isClosed) return;
    if (connection.connectionState === 'connected') listeners.onTransport('connected');
    if (connection.connectionState === 'disconnected') listeners.onTransport('interrupted');
  });

  return {
    signal(signal) {
      const allowed = filterCandidates(signal, pathPolicy);
      if (!isClosed && allowed) simplePeer.signal(JSON.stringify(allowed));
    },
    send(message) {
      if (isClosed || !simplePeer.connected) return false;
      simplePeer.send(encodePeerMessage(message));
      return true;
    },
    fingerprints() {
      if (isClosed) return undefined;
      const local = fingerprintOf(connection.localDescription?.sdp ?? '');
      const remote = fingerprintOf(connection.remoteDescription?.sdp ?? '');
      return local && remote ? { local, remote } : undefined;
    },
    showTrack(track) {
      if (isClosed) return;
      // A peer that cannot show its track is of no use: failing it has it rebuilt.
      sender?.replaceTrack(track).catch((error: Error) => simplePeer.destroy(error));
    },
    refreshPicture() {
      if (!isClosed && sender) askForKeyFrame(sender);
    },
    setIceServers(next) {
      if (!isClosed) connection.setConfiguration(rtcConfigurationOf(pathPolicy, next));
    },
    restartIce() {
      if (isClosed) return;
      connection.restartIce();
      simplePeer.negotiate();
    },
    async measure() {
      if (isClosed) return undefined;
      return linkMeasureOf([...(await connection.getStats()).values()] as StatsEntry[]);
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      simplePeer.destroy();
    },
  };
};

function addVideoSender(
  simplePeer: SimplePeer,
  connection: RTCPeerConnection,
): RTCRtpSender | undefined {
  // The empty stream gives the transceiver an id that the viewer's `stream` event needs.
  simplePeer.addTransceiver('video', { direction: 'sendonly', streams: [new MediaStream()] });
  return connection.getTransceivers()[0]?.sender;
}

/** Not every browser can be asked; those that cannot are asked by the viewer's decoder in time. */
function askForKeyFrame(sender: RTCRtpSender): void {
  const setParameters = sender.setParameters.bind(sender) as (
    parameters: RTCRtpSendParameters,
    options: { encodingOptions: { keyFrame: boolean }[] },
  ) => Promise<void>;
  setParameters(sender.getParameters(), { encodingOptions: [{ keyFrame: true }] }).catch(() => {});
}

/** Whether this page can open a peer at all. */
export const isWebRtcAvailable = (): boolean => SimplePeer.WEBRTC_SUPPORT;

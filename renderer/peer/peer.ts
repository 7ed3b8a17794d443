import SimplePeer from 'simple-peer';
import type { IceServer, Role } from '../../signaling/protocol.ts';
import type { ByteLines } from '../stream/byte-line.ts';
import { ENCODED_STREAMS } from '../stream/fan-out/fan-out-browser.ts';
import type { SenderPlan } from '../stream/picture-sender.ts';
import type { CodecName } from '../stream/profile.ts';
import type { CapturedFrame } from '../stream/quality/frame-latency.ts';
import type { StatsEntry } from '../stream/stats-entry.ts';
import { type LineListeners, openByteLines } from './byte-lines.ts';
import { filterCandidates } from './candidate-filter.ts';
import { newestCaptured, wantCaptureTimes } from './capture-times.ts';
import { type Fingerprints, fingerprintOf } from './fingerprint.ts';
import { parseRtcSignal, type RtcSignal } from './link-signal.ts';
import { openMessageChannel } from './message-channel.ts';
import { type PathPolicy, rtcConfigurationOf } from './path-policy.ts';
import { type PeerFailure, peerFailureOf } from './peer-failure.ts';
import type { PeerMessage } from './peer-message.ts';
import { openPictureLine, type PictureBeginning } from './picture-line.ts';
import { askForStereo, openSoundLine } from './sound-line.ts';

/** Media transport as the other layers see it; `interrupted` may heal by itself. */
export type TransportState = 'connected' | 'interrupted';

export type PeerListeners = LineListeners & {
  onSignal(signal: RtcSignal): void;
  onTransport(state: TransportState): void;
  /** Messages can be sent from now on. */
  onOpen(): void;
  onMessage(message: PeerMessage): void;
  /** Once, on the viewer's side, as soon as the presenter's stream is known. */
  onStream(stream: MediaStream): void;
  /** Once, on the viewer's side: what carries the presenter's sound, whenever there is any. */
  onSound(stream: MediaStream): void;
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
  /** Presenter: what the viewer hears from now on; `null` sends no sound at all. */
  showSound(track: MediaStreamTrack | null): void;
  /** Presenter: how the picture is encoded from now on, without renegotiation. */
  planPicture(plan: SenderPlan): void;
  /** Presenter: what the first frame is sent with, in bit/s. */
  startAt(startBps: number): void;
  /** Presenter: the codecs both ends have. */
  codecs(): readonly CodecName[];
  /** Presenter: the next frame can be decoded without those before it. */
  refreshPicture(): void;
  /** Channels for bytes; nothing may be sent before both ends have proved themselves. */
  readonly lines: ByteLines;
  /** What the next gathering of candidates uses; one that is under way is not touched. */
  setIceServers(iceServers: readonly IceServer[]): void;
  /** Presenter: looks for a way anew while the old one stays in use (RFC 8445 section 9). */
  restartIce(): void;
  /** Viewer: the newest frame whose capture time is known; most browsers tell of none. */
  captured(): CapturedFrame | undefined;
  /** What the browser counts (webrtc-stats); empty once the link is closed. */
  stats(): Promise<readonly StatsEntry[]>;
  close(): void;
};

export type OpenPeer = (
  options: {
    role: Role;
    iceServers: readonly IceServer[];
    /** May change while the link stands; each signal and each gathering goes by it anew. */
    pathPolicy: () => PathPolicy;
    /** The presenter's; a viewer sends no picture. */
    picture?: PictureBeginning;
  },
  listeners: PeerListeners,
) => Peer;

/**
 * Opens one side of a link. The presenter always offers, with two send-only transceivers for picture
 * and sound that carry nothing until `showTrack` and `showSound`; the viewer only answers.
 */
export const openPeer: OpenPeer = ({ role, iceServers, pathPolicy, picture }, listeners) => {
  const configurationOf = (servers: readonly IceServer[]): RTCConfiguration => ({
    ...rtcConfigurationOf(pathPolicy(), servers),
    ...(picture?.openSender ? ENCODED_STREAMS : {}),
  });
  const simplePeer = new SimplePeer({
    initiator: role === 'presenter',
    trickle: true,
    config: configurationOf(iceServers),
    ...(picture ? {} : { sdpTransform: askForStereo }),
  });
  const connection = simplePeer._pc;
  const line = picture && openPictureLine(simplePeer, connection, picture);
  const isEncoded = picture?.openSender !== undefined;
  const sound = picture && openSoundLine(simplePeer, connection, isEncoded);
  const messages = openMessageChannel(connection, listeners);
  const lines = openByteLines(connection, listeners);
  // Comes while the offer is being taken in, so before the answer is made.
  connection.addEventListener('track', ({ track, transceiver }) => {
    if (track.kind === 'video') wantCaptureTimes(transceiver);
  });
  let isClosed = false;
  let failure: PeerFailure | null = null;

  simplePeer.on('signal', (emitted: unknown) => {
    const signal = parseRtcSignal(emitted);
    if (signal) listeners.onSignal(signal);
  });
  simplePeer.on('stream', (stream) => {
    if (stream.getVideoTracks().length > 0) listeners.onStream(stream);
    else listeners.onSound(stream);
  });
  simplePeer.on('error', (error) => {
    failure = peerFailureOf(error);
  });
  simplePeer.on('close', () => {
    if (isClosed) return;
    isClosed = true;
    line?.close();
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
      const allowed = filterCandidates(signal, pathPolicy());
      if (isClosed || !allowed) return;
      const tuned =
        line && allowed.type === 'answer' ? { ...allowed, sdp: line.tuned(allowed.sdp) } : allowed;
      simplePeer.signal(JSON.stringify(tuned));
    },
    send(message) {
      return !isClosed && messages.send(message);
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
      line?.show(track).catch((error: Error) => simplePeer.destroy(error));
    },
    showSound(track) {
      // A picture without sound is better than none.
      if (!isClosed) sound?.show(track).catch(() => {});
    },
    planPicture(plan) {
      if (!isClosed) line?.apply(plan);
    },
    startAt(startBps) {
      if (!isClosed) line?.startAt(startBps);
    },
    codecs: () => line?.codecs() ?? [],
    refreshPicture() {
      if (!isClosed) line?.refresh();
    },
    lines,
    setIceServers(next) {
      if (!isClosed) connection.setConfiguration(configurationOf(next));
    },
    restartIce() {
      if (isClosed) return;
      connection.restartIce();
      simplePeer.negotiate();
    },
    captured: () => (isClosed ? undefined : newestCaptured(connection.getReceivers()[0])),
    stats: async () =>
      isClosed ? [] : ([...(await connection.getStats()).values()] as StatsEntry[]),
    close() {
      if (isClosed) return;
      isClosed = true;
      line?.close();
      simplePeer.destroy();
    },
  };
};

/** Whether this page can open a peer at all. */
export const isWebRtcAvailable = (): boolean => SimplePeer.WEBRTC_SUPPORT;

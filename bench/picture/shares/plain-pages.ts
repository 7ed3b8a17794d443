import type { PlainSettings } from './plain-share.ts';

type Peer = {
  signal(signal: unknown): void;
  on(event: string, listener: (value: never) => void): void;
};
/** What these scripts put into their page, and what they find there. */
export type PlainPage = {
  SimplePeer: new (options: object) => Peer;
  sendSignal(signal: unknown, index: number): void;
  receiveSignal(signal: unknown, index: number): void;
  /** Starts the connection to a viewer; returns when, in ms since 1970. */
  admit(index: number): number;
};

/** Runs in the presenter's page: captures, and offers to each viewer that is let in. */
export async function installPlainPresenter(settings: PlainSettings): Promise<void> {
  const page = globalThis as unknown as PlainPage;
  const stream = await navigator.mediaDevices.getDisplayMedia(settings.capture);
  const receivers = new Map<number, (signal: never) => void | Promise<void>>();
  page.receiveSignal = (signal, index) => void receivers.get(index)?.(signal as never);

  const admitBySimplePeer = (index: number): void => {
    const peer = new page.SimplePeer({ initiator: true, stream, config: { iceServers: [] } });
    peer.on('signal', (signal: never) => page.sendSignal(signal, index));
    peer.on('error', () => {});
    receivers.set(index, (signal) => peer.signal(signal));
  };
  const preferCodec = (transceiver: RTCRtpTransceiver): void => {
    if (!settings.codec) return;
    const { mimeType, parameters = '' } = settings.codec;
    const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
    const isWanted = (codec: (typeof codecs)[number]) =>
      codec.mimeType === mimeType && (codec.sdpFmtpLine ?? '').includes(parameters);
    const wanted = codecs.filter(isWanted);
    if (wanted.length === 0) throw new Error(`this browser does not send ${mimeType}`);
    transceiver.setCodecPreferences([...wanted, ...codecs.filter((codec) => !isWanted(codec))]);
  };
  const admitNatively = async (index: number): Promise<void> => {
    const connection = new RTCPeerConnection();
    receivers.set(index, async (signal: RTCSessionDescriptionInit & RTCIceCandidateInit) => {
      if (signal.type) await connection.setRemoteDescription(signal);
      else await connection.addIceCandidate(signal);
    });
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) page.sendSignal(candidate.toJSON(), index);
    };
    for (const track of stream.getTracks()) {
      const sendEncodings = settings.encoding ? [settings.encoding] : [];
      const isVideo = track.kind === 'video';
      const transceiver = connection.addTransceiver(track, {
        direction: 'sendonly',
        streams: [stream],
        ...(isVideo ? { sendEncodings } : {}),
      });
      if (isVideo) preferCodec(transceiver);
    }
    await connection.setLocalDescription();
    page.sendSignal(connection.localDescription?.toJSON(), index);
  };
  page.admit = (index) => {
    const admittedMs = Date.now();
    if (settings.connection === 'simple-peer') admitBySimplePeer(index);
    else void admitNatively(index);
    return admittedMs;
  };
}

/** Runs in a viewer's page: answers, and shows what comes. */
export function installPlainViewer(settings: PlainSettings): void {
  const page = globalThis as unknown as PlainPage;
  const show = (stream: MediaStream): void => {
    const video = document.querySelector('video');
    if (video) video.srcObject = stream;
  };
  // Deskreen's own way: after the line of the connection, or in place of a limit that is there.
  const raiseBandwidth = (sdp: string): string => {
    if (settings.bandwidthKbps === undefined) return sdp;
    const limit = `b=AS:${settings.bandwidthKbps}`;
    return sdp.replace(/(m=video.*\r\n(?:i=.*\r\n)?(?:c=.*\r\n)?)(?:b=.*\r\n)?/, `$1${limit}\r\n`);
  };
  if (settings.connection === 'simple-peer') {
    const sdpTransform = raiseBandwidth;
    const peer = new page.SimplePeer({ config: { iceServers: [] }, sdpTransform });
    peer.on('signal', (signal: never) => page.sendSignal(signal, 0));
    peer.on('stream', (stream: never) => show(stream));
    peer.on('error', () => {});
    page.receiveSignal = (signal) => peer.signal(signal);
    return;
  }
  const connection = new RTCPeerConnection();
  connection.ontrack = ({ streams: [stream] }) => stream && show(stream);
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) page.sendSignal(candidate.toJSON(), 0);
  };
  // A candidate may overtake the description it belongs to.
  let described = Promise.resolve();
  page.receiveSignal = (signal) => {
    const told = signal as RTCSessionDescriptionInit & RTCIceCandidateInit;
    if (!told.type) {
      void described.then(() => connection.addIceCandidate(told));
      return;
    }
    described = (async () => {
      await connection.setRemoteDescription(told);
      await connection.setLocalDescription();
      page.sendSignal(connection.localDescription?.toJSON(), 0);
    })();
  };
}

import type SimplePeer from 'simple-peer';
import { takeStreams } from '../stream/fan-out/fan-out-browser.ts';

/** Enough for music in stereo, and next to nothing beside a picture (RFC 7587 section 3.1.1). */
const MAX_BPS = 128_000;

/** The presenter's sending half of a link's sound. */
export type SoundLine = {
  /** `null` sends nothing. */
  show(track: MediaStreamTrack | null): Promise<void>;
};

/**
 * Adds the one transceiver that sends sound, and carries none until it is shown a track. Its
 * stream is another one than the picture's: what belongs to one stream is held back until it is in
 * step, and a picture must not wait for sound.
 * @param hasEncodedStreams frames of this connection flow only once their streams are taken
 */
export function openSoundLine(
  simplePeer: SimplePeer,
  connection: RTCPeerConnection,
  hasEncodedStreams: boolean,
): SoundLine {
  simplePeer.addTransceiver('audio', {
    direction: 'sendonly',
    streams: [new MediaStream()],
    sendEncodings: [{ maxBitrate: MAX_BPS }],
  });
  const transceiver = connection
    .getTransceivers()
    .find(({ receiver }) => receiver.track.kind === 'audio');
  if (!transceiver) throw new Error('the browser made no transceiver for sound');
  preferOpus(transceiver);
  if (hasEncodedStreams) {
    const { readable, writable } = takeStreams(transceiver.sender);
    // A sender that is closed refuses what is written; nobody hears it any more.
    readable.pipeTo(writable).catch(() => {});
  }
  return { show: (track) => transceiver.sender.replaceTrack(track) };
}

/** Every browser has it; the others would only make the description longer. */
function preferOpus(transceiver: RTCRtpTransceiver): void {
  const able = RTCRtpSender.getCapabilities?.('audio')?.codecs ?? [];
  const opus = able.filter(({ mimeType }) => mimeType.toLowerCase() === 'audio/opus');
  if (opus.length > 0) transceiver.setCodecPreferences?.(opus);
}

/** Asks for stereo in a viewer's answer (RFC 7587 section 6.1); without it sound comes in mono. */
export function askForStereo(sdp: string): string {
  const type = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1];
  if (type === undefined) return sdp;
  return sdp.replace(new RegExp(`^(a=fmtp:${type} [^\\r\\n]*)`, 'm'), (line) =>
    /[ ;]stereo=/.test(line) ? line : `${line};stereo=1`,
  );
}

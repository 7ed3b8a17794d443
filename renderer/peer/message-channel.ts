import { encodePeerMessage, type PeerMessage, parsePeerMessage } from './peer-message.ts';

/** Agreed on beforehand, so it is open as soon as the transport is, with nothing to announce. */
const CHANNEL_ID = 100;

export type MessageChannel = {
  /** False while the channel is not open. */
  send(message: PeerMessage): boolean;
};

/** Opens the channel for messages on one connection; it closes with it. */
export function openMessageChannel(
  connection: RTCPeerConnection,
  listeners: {
    /** Messages can be sent from now on. */
    onOpen(): void;
    onMessage(message: PeerMessage): void;
  },
): MessageChannel {
  const channel = connection.createDataChannel('messages', { negotiated: true, id: CHANNEL_ID });
  channel.addEventListener('open', () => listeners.onOpen());
  channel.addEventListener('message', ({ data }) => {
    const message = parsePeerMessage(data);
    if (message) listeners.onMessage(message);
  });
  return {
    send(message) {
      if (channel.readyState !== 'open') return false;
      channel.send(encodePeerMessage(message));
      return true;
    },
  };
}

import {
  type ClientMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
} from '../../signaling/protocol.ts';
import { connectSignaling, type SignalingClient, type SignalingDeps } from './signaling-client.ts';

/**
 * Keeps this app a member of one room across sockets: resumes with the newest token, and asks
 * anew when the server has lost its memory (docs/protocol.md, "Away and back").
 */
export function connectMember(
  member: {
    readonly socketUrl: string;
    readonly roomId: string;
    readonly peerId: string;
    /** What asks for membership when there is none to resume, on a socket with this challenge. */
    readonly ask: (nonce: string) => ClientMessage;
  },
  listeners: { onMessage(message: ServerMessage): void; onOffline(attempt: number): void },
  deps: SignalingDeps,
): SignalingClient {
  const { roomId, peerId, ask } = member;
  let resumeToken: string | undefined;
  let latestNonce = '';

  const client = connectSignaling(
    member.socketUrl,
    {
      greet(nonce) {
        latestNonce = nonce;
        if (resumeToken === undefined) return ask(nonce);
        return { type: 'resume', version: PROTOCOL_VERSION, roomId, peerId, resumeToken };
      },
      onMessage(message) {
        if ('resumeToken' in message) resumeToken = message.resumeToken;
        if (isResumeRefused(message)) {
          resumeToken = undefined;
          client.send(ask(latestNonce));
        } else listeners.onMessage(message);
      },
      onOffline: listeners.onOffline,
    },
    deps,
  );
  return client;
}

/** The server forgot us, or has heard too many resume in vain from our network. */
function isResumeRefused(message: ServerMessage): boolean {
  return message.type === 'refused' && message.inReplyTo === 'resume';
}

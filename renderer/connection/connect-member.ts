import {
  type ClientMessage,
  PROTOCOL_VERSION,
  type ServerMessage,
} from '../../signaling/protocol.ts';
import { connectSignaling, type SignalingClient, type SignalingDeps } from './signaling-client.ts';

/**
 * Keeps this app a member of one room across sockets: resumes with the newest token, and asks
 * anew when the server has lost its memory (docs/protocol.md, "Resuming").
 */
export function connectMember(
  member: {
    readonly socketUrl: string;
    readonly roomId: string;
    readonly peerId: string;
    /** What asks for membership when there is none to resume. */
    readonly ask: ClientMessage;
  },
  listeners: { onMessage(message: ServerMessage): void; onOffline(attempt: number): void },
  deps: SignalingDeps,
): SignalingClient {
  const { roomId, peerId, ask } = member;
  let resumeToken: string | undefined;

  const client = connectSignaling(
    member.socketUrl,
    {
      greet: () =>
        resumeToken === undefined
          ? ask
          : { type: 'resume', version: PROTOCOL_VERSION, roomId, peerId, resumeToken },
      onMessage(message) {
        if ('resumeToken' in message) resumeToken = message.resumeToken;
        if (message.type === 'refused' && message.code === 'resume-failed') {
          resumeToken = undefined;
          client.send(ask);
        } else listeners.onMessage(message);
      },
      onOffline: listeners.onOffline,
    },
    deps,
  );
  return client;
}

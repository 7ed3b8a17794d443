import { randomFillSync } from 'node:crypto';
import { WebSocket } from 'ws';
import { createPresenterKey } from '../../renderer/trust/presenter-key.ts';
import { deriveRoomKeys } from '../../renderer/trust/room-keys.ts';
import { parseServerFrame } from '../../signaling/parse-frame.ts';
import {
  openingStatement,
  PROTOCOL_VERSION,
  type ServerMessage,
} from '../../signaling/protocol.ts';
import { parseRoomCode } from '../../signaling/room-code.ts';

/**
 * Somebody who has the code, as every viewer does, and claims to be its presenter.
 * @returns what the server said to the claim
 */
export async function usurpRoom(
  origin: string,
  typedCode: string,
  isReopening: boolean,
): Promise<{ answers: ServerMessage[]; close(): void }> {
  const code = parseRoomCode(typedCode);
  if (!code) throw new Error(`${typedCode} is no code`);
  const { roomId } = await deriveRoomKeys(code);
  const key = createPresenterKey((bytes) => void randomFillSync(bytes));
  const peerId = 'e'.repeat(32);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`);
  const answers: ServerMessage[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (raw) => {
      const message = parseServerFrame(String(raw));
      if (!message) return;
      if (message.type !== 'challenge') {
        answers.push(message);
        return resolve();
      }
      const { nonce } = message;
      const opening = {
        type: 'open-room',
        version: PROTOCOL_VERSION,
        roomId,
        peerId,
        presenterKey: key.publicKey,
        signature: key.sign(openingStatement({ roomId, peerId, nonce })),
        isReopening,
      };
      socket.send(JSON.stringify(opening));
    });
  });
  return { answers, close: () => socket.close() };
}

import * as z from 'zod/mini';
import { lowerHex, peerIdSchema } from '../../signaling/protocol.ts';
import { parseRoomCode } from '../../signaling/room-code.ts';
import type { GuestInvite } from '../connection/knock.ts';

const inviteSchema = z.strictObject({
  code: z.string().check(z.maxLength(32)),
  socketUrl: z.string().check(z.regex(/^wss?:\/\/[^\s/]+\/ws$/), z.maxLength(512)),
  guest: z.strictObject({
    peerId: peerIdSchema,
    pass: lowerHex(32),
    presenterKey: lowerHex(64),
  }),
});

/** What is sealed to the key of somebody who knocked and was allowed (docs/protocol.md, P87). */
export function encodeInvite(invite: GuestInvite): string {
  return JSON.stringify(invite);
}

/** Reads what a stranger sealed; `undefined` for anything that leads nowhere. */
export function parseInvite(text: string): GuestInvite | undefined {
  const parsed = inviteSchema.safeParse(parseJson(text));
  const code = parsed.success ? parseRoomCode(parsed.data.code) : undefined;
  if (!parsed.success || !code || !URL.canParse(parsed.data.socketUrl)) return undefined;
  return { ...parsed.data, code };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

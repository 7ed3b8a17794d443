import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import { lowerHex } from '../../signaling/protocol.ts';
import { NEARBY_VERSION } from './service-record.ts';

/** What knocker and presenter say to each other over HTTP (docs/protocol.md, P84 to P87). */
export const KNOCK_PATH = '/nearby/knock';
export const KNOCK_TYPE = 'application/json';
export const REPLY_TYPE = 'application/x-ndjson';
/** Bytes of a knock. */
export const MAX_KNOCK_BYTES = 2 * 1024;
/** UTF-16 units of a sealed invite. */
export const MAX_SEALED_LENGTH = 4 * 1024;
/** How often a knocker is told that the presenter is still asked. */
export const STILL_ASKING_MS = 5_000;
/** How long a presenter is asked. */
export const MAX_WAIT_MS = 2 * 60_000;

export const publicKeySchema = lowerHex(64);
export const shareIdSchema = lowerHex(32);
/** UTF-16 units; the page cleans and cuts it further. */
export const knockNameSchema = z.string().check(z.maxLength(128));
export const sealedSchema = z
  .string()
  .check(z.regex(/^knock1\.[A-Za-z0-9_-]+$/), z.maxLength(MAX_SEALED_LENGTH));

const versionSchema = z.object({ version: z.int() });
const knockSchema = z.strictObject({
  version: z.literal(NEARBY_VERSION),
  shareId: shareIdSchema,
  displayName: knockNameSchema,
  publicKey: publicKeySchema,
});
export type KnockMessage = z.infer<typeof knockSchema>;

/** Every reason for which a knock is refused before anybody is asked. */
export const knockRefusals = {
  'bad-knock': 400,
  'unsupported-version': 400,
  'not-for-pages': 403,
  'no-such-share': 404,
  'too-large': 413,
  'wrong-type': 415,
  'used-before': 409,
  'too-many-knocks': 429,
} as const;
export type KnockRefusal = keyof typeof knockRefusals;
export const refusalSchema = z.object({
  refused: z.enum(Object.keys(knockRefusals) as [KnockRefusal, ...KnockRefusal[]]),
});

/** One line of the answer; the last one is not `asking`. */
export const knockReplySchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('asking') }),
  z.object({ status: z.literal('allowed'), sealed: sealedSchema }),
  z.object({ status: z.enum(['denied', 'full', 'gone', 'timed-out']) }),
]);
export type KnockReply = z.infer<typeof knockReplySchema>;

/** Reads a knock, or says why it is refused. */
export function parseKnock(text: string): KnockMessage | KnockRefusal {
  const json = parseJson(text);
  const version = versionSchema.safeParse(json);
  if (version.success && version.data.version !== NEARBY_VERSION) return 'unsupported-version';
  const parsed = knockSchema.safeParse(json);
  return parsed.success ? parsed.data : 'bad-knock';
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Resolves with a message's text, or with `undefined` where it is larger, or is cut off. */
export function readText(message: IncomingMessage, maxBytes: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let byteCount = 0;
    message.on('data', (chunk: Buffer) => {
      byteCount += chunk.length;
      if (byteCount <= maxBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    message.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    message.once('close', () => resolve(undefined));
    message.once('error', () => resolve(undefined));
  });
}

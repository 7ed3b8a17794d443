import * as z from 'zod/mini';

/** Version both ends must speak; a first message with another one is refused (docs/protocol.md P3). */
export const PROTOCOL_VERSION = 1;

/** Path of the WebSocket endpoint on the signaling service. */
export const SOCKET_PATH = '/ws';

/** Bounds every frame and field must respect (docs/protocol.md P2). */
export const LIMITS = {
  /** Bytes in one WebSocket frame, both directions. */
  frameBytes: 64 * 1024,
  /** UTF-16 units in an opaque payload; leaves room for the envelope in `frameBytes`. */
  payloadLength: 48 * 1024,
  /** UTF-16 units in the opaque greeting a viewer sends with `join`. */
  greetingLength: 2 * 1024,
} as const;

/** So many digits of lowercase hex, as every id, key and proof is written. */
export const lowerHex = (digits: number) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${digits}}$`)));
const payload = z.string().check(z.minLength(1), z.maxLength(LIMITS.payloadLength));
const greeting = z.string().check(z.minLength(1), z.maxLength(LIMITS.greetingLength));
const sequence = z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER));
const version = z.literal(PROTOCOL_VERSION);

/** 128-bit room name, derived one-way from the code. */
export const roomIdSchema = lowerHex(32);
/** 128-bit name of one member in a room, chosen by that member. */
export const peerIdSchema = lowerHex(32);
const resumeToken = lowerHex(32);
/** Ed25519 public key of the key pair a presenter made for one room (RFC 8032). */
const presenterKey = lowerHex(64);

const iceServer = z.strictObject({
  urls: z.array(z.string().check(z.maxLength(512))).check(z.minLength(1), z.maxLength(8)),
  username: z.optional(z.string().check(z.maxLength(512))),
  credential: z.optional(z.string().check(z.maxLength(512))),
});
export type IceServer = z.infer<typeof iceServer>;
/** What a member connects with (docs/protocol.md P60). */
const iceConfiguration = {
  iceServers: z.array(iceServer).check(z.maxLength(16)),
  /** For how long after this message the credentials are good for new allocations; absent: always. */
  iceLifetimeMs: z.optional(z.int().check(z.minimum(1), z.maximum(2 ** 31 - 1))),
};

export const roles = ['presenter', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Every reason for which the server says no (docs/protocol.md, table of refusals). */
export const refusalCodes = [
  'bad-frame',
  'bad-message',
  'unknown-type',
  'unsupported-version',
  'wrong-order',
  'wrong-role',
  'no-such-room',
  'no-such-peer',
  'room-taken',
  'bad-signature',
  'resume-failed',
  'server-full',
  'too-many-attempts',
  'too-fast',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Every reason for which the server ends a membership. */
export const endReasons = [
  'presenter-left',
  'room-idle',
  'denied',
  'removed',
  'replaced',
  'too-slow',
] as const;
export type EndReason = (typeof endReasons)[number];

/** Why a viewer was turned away at the door; told to the presenter only (P12). */
export const turnAwayReasons = ['full', 'locked'] as const;

export const clientMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open-room'),
    version,
    roomId: roomIdSchema,
    peerId: peerIdSchema,
    presenterKey,
    /** Ed25519 signature of `openingStatement`. */
    signature: lowerHex(128),
    /** True when this presenter had the room before and the server may have forgotten it. */
    isReopening: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('join'),
    version,
    roomId: roomIdSchema,
    peerId: peerIdSchema,
    greeting,
    /** The presenter this viewer has met before; it joins no other one's room. */
    presenterKey: z.optional(presenterKey),
  }),
  z.strictObject({
    type: z.literal('resume'),
    version,
    roomId: roomIdSchema,
    peerId: peerIdSchema,
    resumeToken,
  }),
  z.strictObject({ type: z.literal('approve'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('deny'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('remove'), peerId: peerIdSchema }),
  /** Removes or denies, and lets nobody from that network address ask again in this room. */
  z.strictObject({ type: z.literal('block'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('lock'), isLocked: z.boolean() }),
  z.strictObject({ type: z.literal('signal'), peerId: peerIdSchema, sequence, payload }),
  z.strictObject({ type: z.literal('signal-ack'), peerId: peerIdSchema, sequence }),
  /** Before the credentials run out, or when a path is looked for again. */
  z.strictObject({ type: z.literal('ask-ice-servers') }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('ping') }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;
export type ClientMessageType = ClientMessage['type'];

const viewerEntry = z.strictObject({
  peerId: peerIdSchema,
  greeting,
  isApproved: z.boolean(),
  isAway: z.boolean(),
});
export type ViewerEntry = z.infer<typeof viewerEntry>;

const presenterWelcome = {
  resumeToken,
  ...iceConfiguration,
  /** Origins other people can open to reach this server, best first; empty when the server knows none. */
  origins: z.array(z.string().check(z.maxLength(512))).check(z.maxLength(16)),
  viewerLimit: z.int().check(z.minimum(1)),
};

export const serverMessageSchema = z.discriminatedUnion('type', [
  /** The first message on every socket; `open-room` signs its nonce. */
  z.strictObject({ type: z.literal('challenge'), nonce: lowerHex(64) }),
  z.strictObject({ type: z.literal('room-opened'), ...presenterWelcome }),
  /** Whom the viewer waits for: the one presenter it may signal with meanwhile (P21). */
  z.strictObject({ type: z.literal('waiting'), resumeToken, presenterId: peerIdSchema }),
  z.strictObject({ type: z.literal('join-request'), peerId: peerIdSchema, greeting }),
  z.strictObject({ type: z.literal('turned-away'), reason: z.enum(turnAwayReasons) }),
  /** Another key claims the same room; nobody new can join either until one of them ends it. */
  z.strictObject({ type: z.literal('contested') }),
  z.strictObject({ type: z.literal('joined'), presenterId: peerIdSchema, ...iceConfiguration }),
  z.strictObject({ type: z.literal('ice-servers'), ...iceConfiguration }),
  z.strictObject({
    type: z.literal('presenter-resumed'),
    ...presenterWelcome,
    isLocked: z.boolean(),
    viewers: z.array(viewerEntry),
  }),
  z.strictObject({
    type: z.literal('viewer-resumed'),
    resumeToken,
    presenterId: peerIdSchema,
    /** Present once the presenter has approved this viewer: what `joined` told it, or would have. */
    joined: z.optional(z.strictObject({ presenterId: peerIdSchema, ...iceConfiguration })),
  }),
  z.strictObject({ type: z.literal('signal'), peerId: peerIdSchema, sequence, payload }),
  z.strictObject({ type: z.literal('signal-ack'), peerId: peerIdSchema, sequence }),
  z.strictObject({ type: z.literal('peer-away'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('peer-back'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('peer-left'), peerId: peerIdSchema }),
  z.strictObject({ type: z.literal('ended'), reason: z.enum(endReasons) }),
  z.strictObject({ type: z.literal('going-away') }),
  z.strictObject({
    type: z.literal('refused'),
    code: z.enum(refusalCodes),
    /** The refused message's type, where the frame had a known one. */
    inReplyTo: z.optional(z.string().check(z.maxLength(32))),
    /** With `too-many-attempts`: how long to wait before the next one. */
    retryAfterMs: z.optional(z.int().check(z.minimum(0))),
  }),
  z.strictObject({ type: z.literal('pong') }),
]);
export type ServerMessage = z.infer<typeof serverMessageSchema>;
export type ServerMessageOf<T extends ServerMessage['type']> = Extract<ServerMessage, { type: T }>;
/** What one member is told to connect with. */
export type IceConfiguration = Omit<ServerMessageOf<'ice-servers'>, 'type'>;
export type ClientMessageOf<T extends ClientMessageType> = Extract<ClientMessage, { type: T }>;

/** The bytes a presenter signs to open a room on a socket whose challenge was `nonce`. */
export function openingStatement(opening: {
  readonly roomId: string;
  readonly peerId: string;
  readonly nonce: string;
}): Uint8Array {
  const { roomId, peerId, nonce } = opening;
  return new TextEncoder().encode(`sightline/v1/open-room|${roomId}|${peerId}|${nonce}`);
}

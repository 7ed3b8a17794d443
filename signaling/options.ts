import { isIP } from 'node:net';
import * as z from 'zod/mini';
import {
  findTurnMistake,
  MAX_TURN_LIFETIME_MS,
  MIN_TURN_LIFETIME_MS,
  turnPasswordSchema,
  turnSecretSchema,
  turnUrlSchema,
  turnUsernameSchema,
} from './turn-options.ts';

/** The longest delay Node's timers keep; a longer one would fire at once. */
export const MAX_DELAY_MS = 2 ** 31 - 1;

const MAX_COUNT = 2 ** 31 - 1;

const count = (fallback: number) =>
  z._default(z.int().check(z.minimum(1), z.maximum(MAX_COUNT)), fallback);
const delayMs = (fallback: number) =>
  z._default(z.int().check(z.minimum(1), z.maximum(MAX_DELAY_MS)), fallback);

/** An address to listen on. */
export const hostSchema = z.string().check(z.regex(/^[A-Za-z0-9:][A-Za-z0-9.:%_-]{0,254}$/));
/** Where people reach the service from outside: scheme, host and port, nothing behind them. */
export const publicUrlSchema = z
  .string()
  .check(z.maxLength(512), z.refine(isHttpOrigin, 'must be an http or https origin'));
/** A STUN server as ICE names it. */
export const stunUrlSchema = z
  .string()
  .check(z.regex(/^stuns?:(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(:\d{1,5})?$/), z.maxLength(512));

/** A page's origin as browsers write it: nothing behind the host, no default port. */
export const originSchema = z
  .string()
  .check(
    z.maxLength(512),
    z.regex(/^[a-z][a-z0-9+.-]*:\/\/(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i),
  );
/** A name people open the service under. */
export const hostNameSchema = z.string().check(z.maxLength(253), z.regex(/^[A-Za-z0-9._-]+$/));
/** The address of a proxy, or a network of them. */
export const proxySchema = z.string().check(z.refine(isAddressOrNetwork));

const turnLifetimeMs = z
  .int()
  .check(z.minimum(MIN_TURN_LIFETIME_MS), z.maximum(MAX_TURN_LIFETIME_MS));

const fieldsSchema = z.strictObject({
  port: z._default(z.int().check(z.minimum(0), z.maximum(65_535)), 8787),
  host: z._default(hostSchema, '0.0.0.0'),
  publicUrl: z.optional(publicUrlSchema),
  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed. */
  trustedProxies: z._default(z.array(proxySchema).check(z.maxLength(64)), []),
  /** Pages that may open a socket, beside those the service itself serves. */
  allowedOrigins: z._default(z.array(originSchema).check(z.maxLength(64)), []),
  /** Names the service answers to, beside addresses, this computer's name and the public URL's. */
  allowedHosts: z._default(z.array(hostNameSchema).check(z.maxLength(64)), []),
  /** Folder with the built web app; without one `/` answers 503. */
  webRoot: z.optional(z.string()),
  /** Told on `/healthz`. */
  version: z._default(z.string(), '0.0.0'),
  /** Fifteen at most: one more place is for TURN. */
  stunUrls: z._default(z.array(stunUrlSchema).check(z.maxLength(15)), []),
  /** Whether members are told public STUN servers where neither STUN nor TURN is set. */
  usesPublicStun: z._default(z.boolean(), true),
  turnUrls: z._default(z.array(turnUrlSchema).check(z.maxLength(8)), []),
  /** Shared with the TURN server; each member gets credentials of its own that expire. */
  turnSecret: z.optional(turnSecretSchema),
  turnLifetimeMs: z._default(turnLifetimeMs, 10 * 60_000),
  /** With `turnPassword` the same credentials for everybody, where a server knows no other way. */
  turnUsername: z.optional(turnUsernameSchema),
  turnPassword: z.optional(turnPasswordSchema),

  maxRooms: count(5_000),
  maxMembers: count(20_000),
  maxSockets: count(25_000),
  /** How many people one network is taken for: sockets, rooms, openings per minute. */
  maxSocketsPerAddress: count(64),
  /** Viewers in one room, approved and waiting together. */
  maxViewers: count(16),

  viewerResumeMs: delayMs(2 * 60_000),
  presenterResumeMs: delayMs(10 * 60_000),
  roomIdleMs: delayMs(6 * 3_600_000),
  roomSweepMs: delayMs(60_000),
  tombstoneMs: delayMs(10 * 60_000),
  maxTombstones: count(5_000),

  firstMessageMs: delayMs(5_000),
  pingIntervalMs: delayMs(10_000),
  maxSilenceMs: delayMs(25_000),
  /** How often silence is looked for: silence limit plus this is the longest a dead socket lives. */
  heartbeatSweepMs: delayMs(2_500),
  closeGraceMs: delayMs(1_500),

  headersTimeoutMs: delayMs(5_000),
  requestTimeoutMs: delayMs(10_000),
  connectionsCheckMs: delayMs(1_000),

  /** Joins of one network that find no room; then it waits, longer each time. */
  maxMissesPerMinute: count(10),
  /** All networks together. */
  maxMissesPerMinuteOverall: count(10_000),
  maxMissWaitMs: delayMs(15 * 60_000),
  /** Networks whose misses are remembered. */
  maxNetworks: count(20_000),
  /** A miss is answered this late, so that its time tells nothing; 0 for at once. */
  missDelayMs: z._default(z.int().check(z.minimum(0), z.maximum(60_000)), 300),

  /** Ten seconds' worth may come in one burst. */
  presenterMessagesPerSecond: count(200),
  /** Six seconds' worth may come in one burst. */
  viewerMessagesPerSecond: count(50),
  maxBufferedBytes: count(1024 * 1024),
  /** Malformed frames one socket may send before it is closed. */
  maxMalformed: count(16),
});

/** Everything that can be set on the signaling service, with its default. */
export const signalingOptionsSchema = fieldsSchema.check((context) => {
  const message = findTurnMistake(context.value);
  if (message !== undefined) {
    context.issues.push({ code: 'custom', message, input: undefined });
  }
});

/** What a caller may set; everything has a default. */
export type SignalingOptions = z.input<typeof signalingOptionsSchema>;
/** The options with every default filled in. */
export type ResolvedOptions = z.output<typeof signalingOptionsSchema>;

function isHttpOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '';
  return isBare && url.username === '' && url.password === '';
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || address.includes('%') || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

import { expect, test } from 'vitest';
import { parseClientFrame, parseServerFrame } from './parse-frame.ts';
import {
  type ClientMessage,
  clientMessageSchema,
  endReasons,
  LIMITS,
  refusalCodes,
  type ServerMessage,
  serverMessageSchema,
} from './protocol.ts';

const id = '0123456789abcdef'.repeat(2);
const ids = { version: 1, roomId: id, peerId: id } as const;
const iceServers = [
  { urls: ['stun:a', 'turn:b'], username: 'u', credential: 'c' },
  { urls: ['stun:a'] },
];
const ice = { iceServers, iceLifetimeMs: 600_000 };
const welcome = { resumeToken: id, ...ice, origins: ['http://a'], viewerLimit: 16 };

const clientMessages: { [T in ClientMessage['type']]: Extract<ClientMessage, { type: T }> } = {
  'open-room': {
    type: 'open-room',
    ...ids,
    presenterKey: id + id,
    signature: id.repeat(4),
    isReopening: true,
  },
  join: { type: 'join', ...ids, greeting: 'x' },
  resume: { type: 'resume', ...ids, resumeToken: id },
  approve: { type: 'approve', peerId: id },
  deny: { type: 'deny', peerId: id },
  remove: { type: 'remove', peerId: id },
  block: { type: 'block', peerId: id },
  lock: { type: 'lock', isLocked: true },
  signal: { type: 'signal', peerId: id, sequence: 1, payload: 'x' },
  'signal-ack': { type: 'signal-ack', peerId: id, sequence: 1 },
  'ask-ice-servers': { type: 'ask-ice-servers' },
  leave: { type: 'leave' },
  ping: { type: 'ping' },
};

const serverMessages: { [T in ServerMessage['type']]: Extract<ServerMessage, { type: T }> } = {
  challenge: { type: 'challenge', nonce: id + id },
  contested: { type: 'contested' },
  'room-opened': { type: 'room-opened', ...welcome },
  waiting: { type: 'waiting', resumeToken: id, presenterId: id },
  'join-request': { type: 'join-request', peerId: id, greeting: 'x' },
  'turned-away': { type: 'turned-away', reason: 'full' },
  joined: { type: 'joined', presenterId: id, ...ice },
  'ice-servers': { type: 'ice-servers', ...ice },
  'presenter-resumed': {
    type: 'presenter-resumed',
    ...welcome,
    isLocked: false,
    viewers: [{ peerId: id, greeting: 'x', isApproved: true, isAway: false }],
  },
  'viewer-resumed': {
    type: 'viewer-resumed',
    resumeToken: id,
    presenterId: id,
    joined: { presenterId: id, ...ice },
  },
  signal: { type: 'signal', peerId: id, sequence: 1, payload: 'x' },
  'signal-ack': { type: 'signal-ack', peerId: id, sequence: 1 },
  'peer-away': { type: 'peer-away', peerId: id },
  'peer-back': { type: 'peer-back', peerId: id },
  'peer-left': { type: 'peer-left', peerId: id },
  ended: { type: 'ended', reason: 'denied' },
  'going-away': { type: 'going-away' },
  refused: { type: 'refused', code: 'bad-frame', inReplyTo: 'join' },
  pong: { type: 'pong' },
};

const isTaken = (message: object) => parseClientFrame(JSON.stringify(message)).isValid;

test.each(Object.values(clientMessages))('P4: $type goes there and back', (message) => {
  expect(parseClientFrame(JSON.stringify(message))).toEqual({ isValid: true, message });
});

test.each(Object.values(serverMessages))('P4: $type arrives as it was sent', (message) => {
  expect(parseServerFrame(JSON.stringify(message))).toEqual(message);
});

test.each(Object.values(clientMessages))('P4: $type has exactly its keys', (message) => {
  expect(isTaken({ ...message, extra: 1 })).toBe(false);
  for (const key of Object.keys(message)) {
    expect(isTaken({ ...message, [key]: undefined })).toBe(false);
    expect(isTaken({ ...message, [key]: {} })).toBe(false);
  }
});

test.each(Object.values(serverMessages))(
  'P4: a client ignores $type with a key too many',
  (message) => {
    expect(parseServerFrame(JSON.stringify({ ...message, extra: 1 }))).toBeUndefined();
  },
);

test('P2: payload and greeting have a shortest and a longest', () => {
  const { join, signal } = clientMessages;
  for (const [length, isAllowed] of [
    [0, false],
    [1, true],
    [48 * 1024, true],
    [48 * 1024 + 1, false],
  ] as const) {
    expect(isTaken({ ...signal, payload: 'x'.repeat(length) })).toBe(isAllowed);
  }
  for (const [length, isAllowed] of [
    [0, false],
    [1, true],
    [2_048, true],
    [2_049, false],
  ] as const) {
    expect(isTaken({ ...join, greeting: 'x'.repeat(length) })).toBe(isAllowed);
  }
});

test('P2: a full payload fits into a frame', () => {
  const frame = JSON.stringify({
    ...clientMessages.signal,
    payload: 'x'.repeat(LIMITS.payloadLength),
  });
  expect(Buffer.byteLength(frame)).toBeLessThanOrEqual(LIMITS.frameBytes);
});

test.each(['', id.slice(1), `${id}0`, id.toUpperCase(), '__proto__', `${id}\n`, `g${id.slice(1)}`])(
  'P2: %j is no id and no token',
  (text) => {
    const { approve, resume } = clientMessages;
    expect(isTaken({ ...resume, roomId: text })).toBe(false);
    expect(isTaken({ ...resume, peerId: text })).toBe(false);
    expect(isTaken({ ...resume, resumeToken: text })).toBe(false);
    expect(isTaken({ ...approve, peerId: text })).toBe(false);
  },
);

test('P19: sequences are whole numbers from one', () => {
  for (const sequence of [0, -1, 1.5, 2 ** 53, '1', null]) {
    expect(isTaken({ ...clientMessages.signal, sequence })).toBe(false);
    expect(isTaken({ ...clientMessages['signal-ack'], sequence })).toBe(false);
  }
  expect(isTaken({ ...clientMessages.signal, sequence: Number.MAX_SAFE_INTEGER })).toBe(true);
});

test('P60: a lifetime is a whole number of milliseconds, or is left out', () => {
  const says = (iceLifetimeMs?: unknown) =>
    parseServerFrame(JSON.stringify({ type: 'ice-servers', iceServers, iceLifetimeMs }));
  for (const wrong of [0, -1, 1.5, 2 ** 31, '1', null]) expect(says(wrong)).toBeUndefined();
  expect(says(1)).toBeDefined();
  expect(says()).toEqual({ type: 'ice-servers', iceServers });
});

test('P1, P3, P4: what is wrong is named', () => {
  const parse = (text: string) => parseClientFrame(text);
  expect(parse('{')).toEqual({ isValid: false, code: 'bad-frame' });
  expect(parse('7')).toEqual({ isValid: false, code: 'bad-message' });
  expect(parse('{"type":"toString"}')).toEqual({ isValid: false, code: 'unknown-type' });
  expect(parse('{"type":"join","version":2}')).toEqual({
    isValid: false,
    code: 'unsupported-version',
    inReplyTo: 'join',
  });
  expect(parse('{"type":"join","version":1}')).toEqual({
    isValid: false,
    code: 'bad-message',
    inReplyTo: 'join',
  });
});

test('P4: a frame cannot reach the prototype', () => {
  const parsed = parseClientFrame('{"type":"ping","__proto__":{"isPolluted":true}}');
  expect(parsed.isValid && 'isPolluted' in parsed.message).toBe(false);
  expect('isPolluted' in {}).toBe(false);
});

test('every refusal and end reason can be said', () => {
  for (const code of refusalCodes) {
    expect(parseServerFrame(JSON.stringify({ type: 'refused', code }))).toBeDefined();
  }
  for (const reason of endReasons) {
    expect(parseServerFrame(JSON.stringify({ type: 'ended', reason }))).toBeDefined();
  }
  expect(parseServerFrame('{"type":"ended","reason":"else"}')).toBeUndefined();
});

test('every message type has a round trip above', () => {
  expect(clientMessageSchema.def.options).toHaveLength(Object.keys(clientMessages).length);
  expect(serverMessageSchema.def.options).toHaveLength(Object.keys(serverMessages).length);
});

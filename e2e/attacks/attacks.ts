import type { Attack, Message } from './malicious-server.ts';

const isSignal = (message: Message): message is Message & { payload: string } =>
  message.type === 'signal' && typeof message.payload === 'string';

/** A seeded generator, so that a run that fails can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const FINGERPRINT = `sha-256 ${Array.from({ length: 32 }, () => 'EE').join(':')}`;
const hostileOffer = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'c=IN IP4 0.0.0.0',
  'a=mid:0',
  'a=sendonly',
  'a=ice-ufrag:evil',
  'a=ice-pwd:evilevilevilevilevilevil',
  `a=fingerprint:${FINGERPRINT}`,
  'a=setup:actpass',
  'a=rtcp-mux',
  'a=rtpmap:96 VP8/90000',
  '',
].join('\r\n');
const unsealed = (signal: object) => JSON.stringify({ type: 'rtc', link: 1, signal });

/** Puts its own offer or answer, with its own fingerprint, in place of every sealed one. */
export const swapFingerprints: Attack = (message) =>
  isSignal(message)
    ? [{ ...message, payload: unsealed({ type: 'offer', sdp: hostileOffer }) }]
    : [message];

/** Changes one character in the middle of every sealed signal. */
export const flipCharacters: Attack = (message) => {
  if (!isSignal(message)) return [message];
  const middle = Math.floor(message.payload.length / 2);
  const other = message.payload[middle] === 'A' ? 'B' : 'A';
  const payload = message.payload.slice(0, middle) + other + message.payload.slice(middle + 1);
  return [{ ...message, payload }];
};

/** Slips a forged candidate and a forged offer in before every real signal. */
export const injectSignals: Attack = (message) => {
  if (!isSignal(message)) return [message];
  const candidate = { candidate: 'candidate:1 1 udp 1 127.0.0.1 9 typ host', sdpMid: '0' };
  return [
    { ...message, payload: unsealed({ type: 'candidate', candidate }) },
    { ...message, payload: message.payload.slice(0, -8) },
    message,
  ];
};

/** Says every signal again, also under other numbers, and to the one who sent it. */
export const replaySignals: Attack = (message, direction, line) => {
  if (!isSignal(message)) return [message];
  const again = { ...message, sequence: (message.sequence ?? 0) + 1 };
  if (direction === 'to-server') line.tellMember(message);
  return [message, message, again];
};

/** Loses a fifth of all signals and acknowledgements on each way, and turns others around. */
export function loseAndReorder(seed: number): Attack {
  const random = createRandom(seed);
  const heldBack = new Map<string, Message[]>();
  return (message, direction, line) => {
    if (message.type !== 'signal' && message.type !== 'signal-ack') return [message];
    const way = `${line.opening} ${direction}`;
    const held = heldBack.get(way) ?? [];
    if (random() < 0.2) return [];
    if (random() < 0.3) {
      heldBack.set(way, [...held, message]);
      return [];
    }
    heldBack.delete(way);
    return [message, ...held.reverse()];
  };
}

/** Answers for the presenter: lets the viewer in itself and offers it a picture of its own. */
export const impersonatePresenter: Attack = (message, direction, line) => {
  if (direction === 'to-server' && message.type === 'join') {
    const presenterId = 'e'.repeat(32);
    line.tellMember({ type: 'waiting', resumeToken: 'e'.repeat(32), presenterId });
    line.tellMember({ type: 'joined', presenterId, iceServers: [] });
    for (let count = 0; count < 40; count += 1) {
      const payload = unsealed({ type: 'offer', sdp: hostileOffer });
      line.tellMember({ type: 'signal', peerId: presenterId, sequence: 1, payload });
    }
    return [];
  }
  return [message];
};

/** Asks the presenter in the name of viewers that do not exist. */
export const inventViewers: Attack = (message, direction) => {
  if (direction !== 'to-member' || message.type !== 'room-opened') return [message];
  const greeting = JSON.stringify({ displayName: 'Your boss', device: null });
  const invented = [...'123456789'].map((digit) => digit.repeat(32));
  return [message, ...invented.map((peerId) => ({ type: 'join-request', peerId, greeting }))];
};

/** Tells each viewer that it was let in, whatever the presenter said. */
export const approveEverybody: Attack = (message, direction) => {
  const isAnswer = direction === 'to-member' && message.type === 'waiting';
  if (!isAnswer) return [message];
  return [message, { type: 'joined', presenterId: 'f'.repeat(32), iceServers: [] }];
};

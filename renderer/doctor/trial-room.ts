import {
  type ClientMessage,
  type IceConfiguration,
  type IceServer,
  openingStatement,
  PROTOCOL_VERSION,
  type ServerMessage,
} from '../../signaling/protocol.ts';
import { createPeerId } from '../connection/connection-deps.ts';
import { createPresenterKey } from '../trust/presenter-key.ts';
import type { Finding, OutcomeOf } from './findings.ts';
import { expiryOf } from './ice-urls.ts';
import type { LineEvent, TrialLine } from './trial-line.ts';

export type Challenge = {
  readonly outcome: OutcomeOf<'socket'>;
  /** What the opening has to sign, in hex; `null` without one. */
  readonly nonce: string | null;
};

/** Waits for the server's first word (docs/protocol.md, "Opening a room"). */
export async function awaitChallenge(line: TrialLine, signal: AbortSignal): Promise<Challenge> {
  const first = await line.next(signal);
  if (first?.type === 'message') {
    const { message } = first;
    return { outcome: 'speaks', nonce: message.type === 'challenge' ? message.nonce : null };
  }
  if (first?.type === 'foreign') return { outcome: 'foreign', nonce: null };
  return { outcome: line.hasOpened() ? 'silent' : 'refused', nonce: null };
}

export type TrialRoom = {
  readonly finding: Finding<'room'>;
  /** `null` when the server told none. */
  readonly iceServers: readonly IceServer[] | null;
};

export type TrialRoomDeps = {
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Milliseconds since 1970, by this device's clock. */
  readonly unixNow: () => number;
};

/**
 * Opens a room nobody knows of, because only members are told the ICE servers, and leaves it.
 * @param nonce the server's challenge in hex; `null` when it began with a refusal
 */
export async function openTrialRoom(
  line: TrialLine,
  nonce: string | null,
  deps: TrialRoomDeps,
  signal: AbortSignal,
): Promise<TrialRoom> {
  if (nonce === null) return { finding: { outcome: 'refused' }, iceServers: null };
  line.send(createOpening(nonce, deps.fillRandom));
  const answer = await line.next(signal);
  line.send({ type: 'leave' });
  if (answer?.type === 'message' && answer.message.type === 'room-opened') {
    const { iceServers } = answer.message;
    return { finding: iceFindingOf(answer.message, deps.unixNow()), iceServers };
  }
  return { finding: { outcome: refusalOf(answer) }, iceServers: null };
}

function createOpening(
  nonce: string,
  fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void,
): ClientMessage {
  const room = { roomId: createPeerId({ fillRandom }), peerId: createPeerId({ fillRandom }) };
  const key = createPresenterKey(fillRandom);
  return {
    type: 'open-room',
    version: PROTOCOL_VERSION,
    ...room,
    presenterKey: key.publicKey,
    signature: key.sign(openingStatement({ ...room, nonce })),
    isReopening: false,
  };
}

function iceFindingOf({ iceServers }: IceConfiguration, unixNow: number): Finding<'room'> {
  const urls = iceServers.flatMap((server) => server.urls);
  const stun = urls.filter((url) => /^stuns?:/i.test(url)).length;
  const counts = { stun, turn: urls.length - stun };
  const isExpired = iceServers.some((server) => (expiryOf(server) ?? Infinity) <= unixNow);
  if (isExpired) return { outcome: 'expired', counts };
  return { outcome: urls.length > 0 ? 'told' : 'without-ice', counts };
}

function refusalOf(answer: LineEvent | undefined): OutcomeOf<'room'> {
  // A server of another version may answer with what this one cannot read.
  if (answer?.type === 'foreign') return 'wrong-version';
  return answer?.type === 'message' ? refusedBy(answer.message) : 'silent';
}

function refusedBy(message: ServerMessage): OutcomeOf<'room'> {
  if (message.type !== 'refused') return 'silent';
  return message.code === 'unsupported-version' ? 'wrong-version' : 'refused';
}

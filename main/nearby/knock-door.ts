import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KnockAnswer, ReceivedKnock } from '../../preload/nearby.ts';
import { createAttemptLimit } from '../../signaling/attempt-limit.ts';
import type { AnswerOther } from '../../signaling/http-routes.ts';
import { networkOf, normalizeAddress } from '../../signaling/network-address.ts';
import {
  KNOCK_PATH,
  KNOCK_TYPE,
  type KnockRefusal,
  type KnockReply,
  knockRefusals,
  MAX_KNOCK_BYTES,
  MAX_WAIT_MS,
  parseKnock,
  REPLY_TYPE,
  readText,
  STILL_ASKING_MS,
} from './knock-messages.ts';

/** Knocks the presenter is asked about at a time. */
const MAX_WAITING = 8;
/** Keys remembered, so that none is taken twice; past that the share answers no more knocks. */
const MAX_KEYS = 2_000;
const LIMITS = { perMinute: 6, perMinuteOverall: 60, maxWaitMs: 15 * 60_000, maxNetworks: 1_000 };

export type KnockDoorDeps = {
  readonly shareId: string;
  readonly now: () => number;
  readonly setTimer: (callback: () => void, delayMs: number) => () => void;
  readonly createKnockId: () => string;
  /** Whether the share is offered to this address, at this address of ours. */
  readonly isOffered: (remoteAddress: string, localAddress: string) => boolean;
  /** Whether the presenter has blocked this address in the room itself. */
  readonly isBlocked: (address: string) => boolean;
  readonly onKnock: (knock: ReceivedKnock) => void;
  readonly onWithdrawn: (knockId: string) => void;
};

type Waiting = { readonly network: string; finish(reply: KnockReply): void };

/** Where others on the local network knock while one share runs. */
export function createKnockDoor(deps: KnockDoorDeps) {
  const { now, setTimer } = deps;
  const waiting = new Map<string, Waiting>();
  const blocked = new Set<string>();
  const usedKeys = new Set<string>();
  const limit = createAttemptLimit(LIMITS, now);
  /** Of those a presenter may still want to block after an answer. */
  const networks = new Map<string, string>();
  let isClosed = false;

  const begin = (knockId: string, network: string, response: ServerResponse) => {
    const say = (reply: KnockReply) => response.write(`${JSON.stringify(reply)}\n`);
    const stopTimers = () => {
      cancelAsking();
      cancelWait();
    };
    const leave = () => {
      if (!waiting.delete(knockId)) return;
      stopTimers();
      deps.onWithdrawn(knockId);
    };
    const finish = (reply: KnockReply) => {
      if (!waiting.delete(knockId)) return;
      stopTimers();
      say(reply);
      response.end();
    };
    const keepAsking = () => {
      say({ status: 'asking' });
      cancelAsking = setTimer(keepAsking, STILL_ASKING_MS);
    };
    let cancelAsking = () => {};
    const cancelWait = setTimer(() => {
      finish({ status: 'timed-out' });
      deps.onWithdrawn(knockId);
    }, MAX_WAIT_MS);
    waiting.set(knockId, { network, finish });
    networks.set(knockId, network);
    response.once('close', leave);
    response.writeHead(200, { 'Content-Type': REPLY_TYPE, 'Cache-Control': 'no-store' });
    keepAsking();
  };

  const refusalOf = (network: string): KnockRefusal | undefined => {
    const isAsking = [...waiting.values()].some((one) => one.network === network);
    if (isAsking || waiting.size >= MAX_WAITING || limit.waitMs(network) > 0) {
      return 'too-many-knocks';
    }
    return usedKeys.size >= MAX_KEYS ? 'too-many-knocks' : undefined;
  };

  const take = async (request: IncomingMessage, response: ServerResponse, address: string) => {
    const refuse = (refused: KnockRefusal) => sendRefusal(response, refused);
    const network = networkOf(address);
    const tooMany = refusalOf(network);
    // Not counted: whoever is refused already must not use up what all have together.
    if (tooMany) return refuse(tooMany);
    limit.count(network);
    // Browsers name the page that asks; no page has any business here.
    if (request.headers.origin !== undefined) return refuse('not-for-pages');
    if (request.headers['content-type'] !== KNOCK_TYPE) return refuse('wrong-type');
    const text = await readText(request, MAX_KNOCK_BYTES);
    if (text === undefined) return refuse('too-large');
    const knock = parseKnock(text);
    if (typeof knock === 'string') return refuse(knock);
    if (isClosed || knock.shareId !== deps.shareId) return refuse('no-such-share');
    // Another one may have come while this one was read.
    const tooManyNow = refusalOf(network);
    if (tooManyNow) return refuse(tooManyNow);
    if (usedKeys.has(knock.publicKey)) return refuse('used-before');
    usedKeys.add(knock.publicKey);
    const knockId = deps.createKnockId();
    begin(knockId, network, response);
    if (blocked.has(network) || deps.isBlocked(address)) {
      // Told like anybody who was asked about and turned away.
      return waiting.get(knockId)?.finish({ status: 'denied' });
    }
    const { displayName, publicKey, shareId } = knock;
    const origin = `http://${normalizeAddress(request.socket.localAddress ?? '')}:${request.socket.localPort}`;
    deps.onKnock({ knockId, shareId, displayName, publicKey, address, origin });
  };

  const answerRequest: AnswerOther = (request, response) => {
    if (isClosed || request.url !== KNOCK_PATH || request.method !== 'POST') return false;
    const address = normalizeAddress(request.socket.remoteAddress ?? '');
    const ownAddress = normalizeAddress(request.socket.localAddress ?? '');
    if (address === undefined || ownAddress === undefined) return false;
    if (!deps.isOffered(address, ownAddress)) return false;
    void take(request, response, address);
    return true;
  };

  return {
    answerRequest,
    /** The presenter's answer; one for a knock that has gone is too late and changes nothing. */
    answer(knockId: string, answer: KnockAnswer): void {
      const network = networks.get(knockId);
      if (answer.kind === 'block' && network !== undefined) blocked.add(network);
      waiting.get(knockId)?.finish(replyOf(answer));
    },
    /** Whoever waits is told that the share is over. */
    close(): void {
      isClosed = true;
      for (const { finish } of [...waiting.values()]) finish({ status: 'gone' });
    },
  };
}
export type KnockDoor = ReturnType<typeof createKnockDoor>;

function replyOf(answer: KnockAnswer): KnockReply {
  switch (answer.kind) {
    case 'allow':
      return { status: 'allowed', sealed: answer.sealed };
    case 'full':
      return { status: 'full' };
    default:
      return { status: 'denied' };
  }
}

function sendRefusal(response: ServerResponse, refused: KnockRefusal): void {
  if (response.destroyed) return;
  // What is left of the knock is not worth reading.
  response.writeHead(knockRefusals[refused], { 'Content-Type': KNOCK_TYPE, Connection: 'close' });
  response.end(JSON.stringify({ refused }));
}

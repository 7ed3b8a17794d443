import { type IncomingMessage, request } from 'node:http';
import type { KnockOutcome, OwnKnock } from '../../preload/nearby.ts';
import type { KnockPlace } from './found-shares.ts';
import {
  KNOCK_PATH,
  KNOCK_TYPE,
  type KnockRefusal,
  knockReplySchema,
  MAX_SEALED_LENGTH,
  MAX_WAIT_MS,
  parseJson,
  readText,
  refusalSchema,
  STILL_ASKING_MS,
} from './knock-messages.ts';
import { NEARBY_VERSION } from './service-record.ts';

/** How long a computer in the same network may take to answer a call. */
const CONNECT_MS = 5_000;
/** Two reminders may get lost; then the presenter's computer has gone. */
const SILENCE_MS = 3 * STILL_ASKING_MS;
const MAX_REPLY_BYTES = 64 * 1024;
/** A presenter that answers nothing else is told apart from one that is still asked. */
const PATIENCE_MS = MAX_WAIT_MS + SILENCE_MS;

/**
 * Knocks at the first place that answers, and resolves when the presenter has decided, or nobody
 * will. Never rejects.
 * @param signal cancels it
 */
export async function sendKnock(
  knock: OwnKnock,
  places: readonly KnockPlace[],
  signal: AbortSignal,
): Promise<KnockOutcome> {
  if (places.length === 0) return { status: 'gone' };
  for (const place of places) {
    if (signal.aborted) return { status: 'cancelled' };
    const outcome = await knockAt(knock, place, signal);
    if (outcome.status !== 'unreachable') return outcome;
  }
  return { status: 'unreachable' };
}

function knockAt(
  knock: OwnKnock,
  { address, port }: KnockPlace,
  signal: AbortSignal,
): Promise<KnockOutcome> {
  return new Promise((resolve) => {
    const text = JSON.stringify({ version: NEARBY_VERSION, ...knock });
    const sending = request({
      ...{ host: address, port, path: KNOCK_PATH, method: 'POST', agent: false },
      headers: { 'Content-Type': KNOCK_TYPE, 'Content-Length': Buffer.byteLength(text) },
      timeout: SILENCE_MS,
    });
    let isConnected = false;
    const connecting = setTimeout(() => sending.destroy(), CONNECT_MS);
    const patience = setTimeout(() => end({ status: 'timed-out' }), PATIENCE_MS);
    const end = (outcome: KnockOutcome) => {
      clearTimeout(connecting);
      clearTimeout(patience);
      signal.removeEventListener('abort', cancel);
      resolve(outcome);
      sending.destroy();
    };
    const cancel = () => end({ status: 'cancelled' });
    signal.addEventListener('abort', cancel);

    sending.once('socket', (socket) => {
      socket.once('connect', () => {
        isConnected = true;
        clearTimeout(connecting);
      });
    });
    sending.once('timeout', () => end({ status: 'gone' }));
    const onGone = () => end({ status: isConnected ? 'gone' : 'unreachable' });
    // Destroying it may fail it once more.
    sending.on('error', onGone);
    sending.once('close', onGone);
    sending.once('response', (response) => {
      if (response.statusCode === 200) readReplies(response, end);
      else void readRefusal(response).then(end);
    });
    sending.end(text);
  });
}

/** Reads line by line; what is not a line of this kind ends it. */
function readReplies(response: IncomingMessage, end: (outcome: KnockOutcome) => void): void {
  let unread = '';
  let byteCount = 0;
  response.setEncoding('utf8');
  response.on('data', (text: string) => {
    byteCount += text.length;
    const lines = (unread + text).split('\n');
    unread = lines.pop() ?? '';
    if (byteCount > MAX_REPLY_BYTES || unread.length > 2 * MAX_SEALED_LENGTH) {
      return end({ status: 'failed' });
    }
    for (const line of lines) {
      const reply = knockReplySchema.safeParse(parseJson(line));
      if (!reply.success) return end({ status: 'failed' });
      if (reply.data.status !== 'asking') return end(reply.data);
    }
  });
  response.once('close', () => end({ status: 'gone' }));
}

async function readRefusal(response: IncomingMessage): Promise<KnockOutcome> {
  const text = await readText(response, MAX_REPLY_BYTES);
  const refusal = refusalSchema.safeParse(parseJson(text ?? ''));
  // Whatever answers there is no Sightline, or none that shares.
  if (!refusal.success) return { status: response.statusCode === 404 ? 'gone' : 'failed' };
  return { status: outcomeOf(refusal.data.refused) };
}

function outcomeOf(refused: KnockRefusal) {
  switch (refused) {
    case 'no-such-share':
      return 'gone';
    case 'unsupported-version':
      return 'version';
    case 'too-many-knocks':
      return 'busy';
    default:
      return 'failed';
  }
}

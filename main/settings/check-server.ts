import type { ServerCheck } from '../../preload/settings.ts';
import { HEALTH_PATH, readHealthAnswer } from '../../signaling/health-answer.ts';

const PATIENCE_MS = 8_000;
/** The answer of a Sightline server is a tenth of this. */
const ANSWER_BYTES = 1_024;

/** A `fetch` that goes the way the page's own connections go: proxies, certificates and all. */
export type FetchOutside = (
  url: string,
  init: {
    readonly redirect: 'error';
    readonly cache: 'no-store';
    readonly credentials: 'omit';
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

/**
 * Asks a server whether it is one of Sightline. Never rejects.
 * @param origin http(s) origin; nothing but the liveness answer is asked for
 */
export async function checkServer(
  origin: string,
  fetchOutside: FetchOutside,
): Promise<ServerCheck> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    const response = await fetchOutside(`${origin}${HEALTH_PATH}`, {
      // A WebSocket follows no redirect either.
      redirect: 'error',
      cache: 'no-store',
      credentials: 'omit',
      signal: giveUp.signal,
    });
    const health = response.ok ? readHealthAnswer(await readBeginning(response)) : undefined;
    await response.body?.cancel().catch(() => {});
    return health ? { outcome: 'reached', ...health } : { outcome: 'not-sightline' };
  } catch (error) {
    return { outcome: failureOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

async function readBeginning(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  if (!response.body) return text;
  for await (const bytes of response.body) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > ANSWER_BYTES) break;
  }
  return text;
}

/** Chromium's net errors and Node's codes, as far as there is something to do about them. */
function failureOf(error: unknown): Exclude<ServerCheck['outcome'], 'reached'> {
  const text = textOf(error);
  if (/redirect/i.test(text)) return 'redirected';
  if (/ERR_NAME_NOT_RESOLVED|ENOTFOUND|EAI_/.test(text)) return 'unknown-name';
  if (/ERR_CERT|ERR_SSL|CERT_|_CERT|ERR_TLS/.test(text)) return 'bad-certificate';
  if (/ERR_INVALID_HTTP_RESPONSE|HPE_|ERR_EMPTY_RESPONSE/.test(text)) return 'not-sightline';
  return 'unreachable';
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return [error.message, code, error.cause === undefined ? '' : textOf(error.cause)].join(' ');
}

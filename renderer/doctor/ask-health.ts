import { HEALTH_PATH, readHealthAnswer } from '../../signaling/health-answer.ts';
import type { Finding } from './findings.ts';

/** Asks the server at an http(s) origin over plain HTTP whether it lives. */
export async function askHealth(
  origin: string,
  fetchPage: typeof fetch,
  signal: AbortSignal,
): Promise<Finding<'server'>> {
  let response: Response;
  try {
    response = await fetchPage(`${origin}${HEALTH_PATH}`, { cache: 'no-store', signal });
  } catch {
    return { outcome: 'no-answer' };
  }
  const text = await response.text().catch(() => '');
  const health = response.ok ? readHealthAnswer(text) : undefined;
  if (!health) return { outcome: 'other-answer' };
  return { outcome: 'reached', ...(health.version === null ? {} : { version: health.version }) };
}

import * as z from 'zod/mini';

/** Path of the liveness answer (docs/protocol.md P38). */
export const HEALTH_PATH = '/healthz';

const healthSchema = z.object({ status: z.literal('ok'), version: z.optional(z.string()) });
/** Three numbers and little more: nothing that could pass for an address. */
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}(-[a-z]{1,12}(\.\d{1,5})?)?$/;

/** What a Sightline server says of itself; `undefined` for any other answer. */
export function readHealthAnswer(text: string): { readonly version: string | null } | undefined {
  const health = healthSchema.safeParse(parseJson(text));
  // Sign-in pages of a network answer for everybody.
  if (!health.success) return undefined;
  const { version = '' } = health.data;
  return { version: VERSION.test(version) ? version : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import * as z from 'zod/mini';
import { lowerHex, peerIdSchema } from '../../signaling/protocol.ts';
import type { ReturnClaim } from '../trust/return-pass.ts';
import type { Device } from './presenter-state.ts';

/** What a viewer says about itself when it asks to join; sealed, so the server cannot read it. */
export type Greeting = {
  readonly displayName: string;
  readonly device: Device | null;
  /** From a viewer that was let in before, under another peer id. */
  readonly returning: ReturnClaim | null;
};

/** UTF-16 units of a name that are kept. */
export const DISPLAY_NAME_LENGTH = 48;
const DEVICE_TEXT_LENGTH = 32;

const text = z.string().check(z.maxLength(1_024));
const greetingSchema = z.object({
  displayName: text,
  device: z.nullable(z.object({ app: text, system: text })),
  returning: z.optional(z.nullable(z.object({ peerId: peerIdSchema, proof: lowerHex(64) }))),
});

export function encodeGreeting({ displayName, ...rest }: Greeting): string {
  return JSON.stringify({ displayName: cleanDisplayName(displayName), ...rest });
}

/** Reads a stranger's greeting; a broken one becomes an empty name, never an error. */
export function parseGreeting(opened: string): Greeting {
  const parsed = greetingSchema.safeParse(parseJson(opened));
  if (!parsed.success) return { displayName: '', device: null, returning: null };
  const { displayName, device, returning } = parsed.data;
  return {
    displayName: cleanDisplayName(displayName),
    device: device && {
      app: cleanText(device.app, DEVICE_TEXT_LENGTH),
      system: cleanText(device.system, DEVICE_TEXT_LENGTH),
    },
    returning: returning ?? null,
  };
}

export function cleanDisplayName(name: string): string {
  return cleanText(name, DISPLAY_NAME_LENGTH);
}

/** Drops control and direction-changing characters, which could make one name look like another. */
function cleanText(untrusted: string, length: number): string {
  return (
    untrusted
      .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, length)
      // The cut may have gone through the middle of a character.
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim()
  );
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

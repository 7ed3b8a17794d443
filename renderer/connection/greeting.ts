import * as z from 'zod/mini';
import { LIMITS } from '../../signaling/protocol.ts';

/** What a viewer says about itself when it asks to join; opaque to the server. */
export type Greeting = { readonly displayName: string };

/** UTF-16 units of a name that are kept. */
export const DISPLAY_NAME_LENGTH = 48;

const greetingSchema = z.object({
  displayName: z.string().check(z.maxLength(LIMITS.greetingLength)),
});

export function encodeGreeting(greeting: Greeting): string {
  return JSON.stringify({ displayName: cleanDisplayName(greeting.displayName) });
}

/** Reads a stranger's greeting; a broken one becomes an empty name, never an error. */
export function parseGreeting(text: string): Greeting {
  try {
    const parsed = greetingSchema.safeParse(JSON.parse(text));
    return { displayName: parsed.success ? cleanDisplayName(parsed.data.displayName) : '' };
  } catch {
    return { displayName: '' };
  }
}

/** Drops control and direction-changing characters, which could make one name look like another. */
export function cleanDisplayName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, DISPLAY_NAME_LENGTH)
    .trim();
}

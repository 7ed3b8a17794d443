import * as z from 'zod/mini';
import {
  type ClientMessage,
  clientMessageSchema,
  PROTOCOL_VERSION,
  type RefusalCode,
  type ServerMessage,
  serverMessageSchema,
} from './protocol.ts';

export type ParsedFrame<Message> =
  | { isValid: true; message: Message }
  | { isValid: false; code: RefusalCode; inReplyTo?: string };

const envelope = z.looseObject({ type: z.string(), version: z.optional(z.unknown()) });
const clientTypes: ReadonlySet<string> = new Set(
  clientMessageSchema.def.options.flatMap((option) => [...option.shape.type.def.values]),
);

/**
 * Reads one text frame as a client message (docs/protocol.md P1 to P4).
 * Never throws: what is wrong comes back as the refusal code to answer with.
 */
export function parseClientFrame(text: string): ParsedFrame<ClientMessage> {
  const json = parseJson(text);
  if (json === undefined) return { isValid: false, code: 'bad-frame' };
  // Tried first: nearly every frame is a good one, and each is on the way of a signal.
  const parsed = clientMessageSchema.safeParse(json);
  if (parsed.success) return { isValid: true, message: parsed.data };
  const head = envelope.safeParse(json);
  if (!head.success) return { isValid: false, code: 'bad-message' };
  const { type } = head.data;
  if (!clientTypes.has(type)) return { isValid: false, code: 'unknown-type' };
  if (head.data.version !== undefined && head.data.version !== PROTOCOL_VERSION) {
    return { isValid: false, code: 'unsupported-version', inReplyTo: type };
  }
  return { isValid: false, code: 'bad-message', inReplyTo: type };
}

/** Reads one text frame as a server message; `undefined` for anything else, which the client ignores. */
export function parseServerFrame(text: string): ServerMessage | undefined {
  const parsed = serverMessageSchema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

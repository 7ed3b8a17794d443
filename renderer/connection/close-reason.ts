import type { EndReason, RefusalCode } from '../../signaling/protocol.ts';

/** Every way a connection or a share ends. Each has a sentence and a next step in every language. */
export const closeReasons = [
  'left',
  'stopped',
  'no-such-room',
  'denied',
  'removed',
  'presenter-left',
  'room-idle',
  'replaced',
  'too-slow',
  'server-unreachable',
  'server-full',
  'server-refused',
  'version-mismatch',
  'too-many-attempts',
  'proof-failed',
  'tampered',
  'peer-failed',
  'no-path',
  'relay-missing',
  'webrtc-unavailable',
  'capture-unavailable',
  'capture-refused',
  'capture-failed',
  'capture-ended',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** The server ended the membership. */
export function closeReasonOfEnd(reason: EndReason): CloseReason {
  return reason;
}

/** The server refused something the connection cannot go on without. */
export function closeReasonOfRefusal(code: RefusalCode): CloseReason {
  switch (code) {
    case 'no-such-room':
    case 'server-full':
    case 'too-many-attempts':
      return code;
    case 'unsupported-version':
      return 'version-mismatch';
    default:
      return 'server-refused';
  }
}

import type { Role } from '../../../signaling/protocol.ts';
import type { CloseReason } from '../../connection/close-reason.ts';

/** What to offer besides going back to the start; `null` where doing it again cannot help. */
export type NextStep = 'try-again' | 'join-again' | 'ask-again' | 'choose-again' | 'share-again';

export function nextStepOf(reason: CloseReason, role: Role): NextStep | null {
  switch (reason) {
    case 'left':
      return 'join-again';
    case 'denied':
    case 'removed':
      return 'ask-again';
    case 'stopped':
    case 'capture-ended':
      return 'share-again';
    case 'capture-refused':
    case 'capture-failed':
      return 'choose-again';
    case 'no-such-room':
    case 'server-unreachable':
    case 'server-full':
    case 'server-refused':
    case 'too-many-attempts':
    case 'tampered':
    case 'peer-failed':
    case 'no-path':
      return 'try-again';
    case 'room-idle':
    case 'replaced':
    case 'too-slow':
      return role === 'presenter' ? 'share-again' : 'join-again';
    case 'presenter-left':
    case 'relay-missing':
    case 'proof-failed':
    case 'version-mismatch':
    case 'webrtc-unavailable':
    case 'capture-unavailable':
      return null;
    default:
      return reason satisfies never;
  }
}

const checkable: ReadonlySet<CloseReason> = new Set([
  'server-unreachable',
  'peer-failed',
  'no-path',
  'relay-missing',
  'webrtc-unavailable',
  'capture-refused',
]);

/** Whether the cause may be in the network, the server or this device, where the doctor looks. */
export const isCheckable = (reason: CloseReason): boolean => checkable.has(reason);

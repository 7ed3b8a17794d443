import type { MemberHandler } from './handler.ts';
import { passOn } from './pass-on.ts';

/** Relays the acknowledgement of a signal (P19 to P22). */
export const signalAck: MemberHandler<'signal-ack'> = passOn;

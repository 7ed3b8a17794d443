import type { MemberHandler } from './handler.ts';
import { passOn } from './pass-on.ts';

/** Relays a signal without reading what is in it (P19 to P22). */
export const signal: MemberHandler<'signal'> = passOn;

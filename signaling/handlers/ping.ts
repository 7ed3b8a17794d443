import { tell } from '../member.ts';
import type { MemberHandler } from './handler.ts';

/** Lets a page, which cannot see WebSocket pings, find out that its socket is alive (P23). */
export const ping: MemberHandler<'ping'> = (_message, { member }) => {
  tell(member, { type: 'pong' });
  return undefined;
};

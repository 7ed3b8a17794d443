import type { OpenState } from '../screen.ts';

export type NoticeName = 'contested' | 'tampered' | 'offline' | 'open-to-all';

/** What the presenter has to know about the room, the most serious first. */
export function noticeNames(state: OpenState): readonly NoticeName[] {
  const holds: Record<NoticeName, boolean> = {
    contested: state.isContested,
    tampered: state.isTampered,
    offline: state.signaling === 'reconnecting',
    'open-to-all': state.isOpenToAll && !state.isLocked && !state.isContested,
  };
  const names: NoticeName[] = ['contested', 'tampered', 'offline', 'open-to-all'];
  return names.filter((name) => holds[name]);
}

import { describe, expect, it } from 'vitest';
import type { RoomCode } from '../../../signaling/room-code.ts';
import type { OpenState } from '../screen.ts';
import { noticeNames } from './notice-names.ts';

const quiet: OpenState = {
  name: 'open',
  stream: {} as MediaStream,
  invite: { code: 'ABCDE12345' as RoomCode, link: 'https://x.example/j#A', isReachable: true },
  signaling: 'online',
  viewers: [],
  viewerLimit: 8,
  isPaused: false,
  pauseReason: null,
  quality: 'auto',
  profile: 'sharp-text',
  isLocked: false,
  isOpenToAll: false,
  isContested: false,
  isTampered: false,
  turnedAway: null,
  unreachable: null,
};

describe('noticeNames', () => {
  it('has nothing to say about an ordinary room', () => {
    expect(noticeNames({ ...quiet, isLocked: true })).toEqual([]);
  });

  it('puts the most serious first', () => {
    const state: OpenState = { ...quiet, isTampered: true, signaling: 'reconnecting' };
    expect(noticeNames({ ...state, isContested: true })).toEqual([
      'contested',
      'tampered',
      'offline',
    ]);
  });

  it('says that everyone gets in only while they do', () => {
    const open = { ...quiet, isOpenToAll: true };
    expect(noticeNames(open)).toEqual(['open-to-all']);
    expect(noticeNames({ ...open, isLocked: true })).toEqual([]);
    expect(noticeNames({ ...open, isContested: true })).toEqual(['contested']);
  });
});

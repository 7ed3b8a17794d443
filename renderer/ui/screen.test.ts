import { describe, expect, it } from 'vitest';
import type { RoomCode } from '../../signaling/room-code.ts';
import type { PresenterState } from '../connection/presenter-state.ts';
import { createFakeTilePicture } from '../connection/testing/fake-tiles.ts';
import type { ViewerState } from '../connection/viewer-state.ts';
import type { JourneyState } from './journey.ts';
import { screenOf, withInvited } from './screen.ts';
import { titleOf } from './title.ts';

const stream = {} as MediaStream;
const words = [1, 2, 3, 4];
const tiles = createFakeTilePicture();
const link = {
  sound: null,
  hasSound: false,
  pauseReason: null,
  path: null,
  quality: null,
  tiles,
  onFrame: () => {},
};
const idle = { name: 'idle' } as const;
const sharing: JourneyState = { name: 'sharing' };
const watching: JourneyState = { name: 'watching', displayName: 'Ada' };
const open: Extract<PresenterState, { name: 'open' }> = {
  name: 'open',
  stream,
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

describe('screenOf', () => {
  it('shows the journey where there is no connection', () => {
    expect(screenOf({ name: 'home', problem: 'empty' }, idle, idle)).toEqual({
      name: 'home',
      problem: 'empty',
      isChoosing: false,
    });
    expect(screenOf({ name: 'choosing-in-browser' }, idle, idle)).toMatchObject({
      name: 'home',
      isChoosing: true,
    });
    expect(screenOf({ name: 'choosing', isStarting: true }, idle, idle)).toEqual({
      name: 'picker',
      isStarting: true,
    });
    expect(
      screenOf({ name: 'refused', role: 'presenter', reason: 'capture-failed' }, idle, idle),
    ).toEqual({ name: 'ended', role: 'presenter', reason: 'capture-failed' });
  });

  it('shows the connection check, whatever has ended before', () => {
    const examination = { purpose: null, socketUrl: null, wasCaptureRefused: false } as const;
    const closed = { name: 'closed', reason: 'peer-failed' } as const;
    const screen = screenOf({ name: 'checking', examination }, closed, closed);
    expect(screen).toEqual({ name: 'checking', examination });
    expect(titleOf(screen)).toBe('title.checking');
  });

  it('shows the share while it lasts, then how it ended', () => {
    expect(screenOf(sharing, open, idle)).toEqual({ name: 'presenter', state: open });
    expect(screenOf(sharing, { name: 'closed', reason: 'stopped' }, idle)).toEqual({
      name: 'ended',
      role: 'presenter',
      reason: 'stopped',
    });
  });

  it('shows a viewer as joining while the server is being looked up', () => {
    expect(screenOf(watching, idle, idle)).toMatchObject({
      name: 'waiting',
      state: { name: 'joining' },
      displayName: 'Ada',
    });
  });

  it('keeps one screen as long as there is a picture', () => {
    const states: ViewerState[] = [
      { name: 'connected', stream, isPaused: false, words, ...link },
      { ...link, name: 'connected', stream, isPaused: true, pauseReason: 'asleep', words },
      { name: 'reconnecting', stream, tiles, attempt: 1 },
    ];
    for (const state of states) {
      expect(screenOf(watching, idle, state)).toEqual({ name: 'watching', state });
    }
  });
});

describe('a link that opened the app', () => {
  const invited = {
    name: 'invited',
    code: 'ABCDE12345' as RoomCode,
    origin: 'https://share.example.org',
  } as const;
  const home = screenOf({ name: 'home', problem: null }, idle, idle);

  it('takes the screen where nothing is going on', () => {
    const ended = screenOf(sharing, { name: 'closed', reason: 'stopped' }, idle);
    for (const screen of [home, ended]) {
      expect(withInvited(screen, invited)).toEqual({ name: 'invited', link: invited });
      expect(withInvited(screen, { name: 'none' })).toBe(screen);
    }
    expect(titleOf(withInvited(home, invited))).toBe('title.invited');
  });

  it('disturbs nothing that goes on', () => {
    for (const screen of [
      screenOf(sharing, open, idle),
      screenOf({ name: 'choosing', isStarting: false }, idle, idle),
      screenOf({ name: 'choosing-in-browser' }, idle, idle),
      screenOf(watching, idle, { name: 'joining', attempt: 1 }),
      screenOf(watching, idle, { name: 'connected', stream, isPaused: false, words, ...link }),
    ]) {
      expect(withInvited(screen, invited)).toBe(screen);
    }
  });
});

describe('titleOf', () => {
  it('tells the presenter who is elsewhere that somebody asks', () => {
    const asking = {
      peerId: 'a',
      name: 'Ada',
      stage: 'asking',
      isAway: false,
      device: null,
      words: null,
      path: null,
      quality: null,
    } as const;
    const titleWith = (state: PresenterState) => titleOf(screenOf(sharing, state, idle));
    expect(titleWith(open)).toBe('title.sharing');
    expect(titleWith({ ...open, isPaused: true, pauseReason: 'by-hand' })).toBe(
      'title.sharingPaused',
    );
    expect(titleWith({ ...open, stream: null })).toBe('title.sourceGone');
    expect(titleWith({ ...open, viewers: [asking] })).toBe('title.asked');
    expect(
      titleWith({
        name: 'opening',
        stream,
        quality: 'auto',
        profile: 'sharp-text',
        pauseReason: null,
      }),
    ).toBe('title.opening');
  });

  it('tells the viewer where they are', () => {
    const titleWith = (state: ViewerState) => titleOf(screenOf(watching, idle, state));
    expect(titleWith({ name: 'joining', attempt: 1 })).toBe('title.joining');
    expect(
      titleWith({ name: 'waiting-for-approval', isPresenterAway: false, isOnline: true }),
    ).toBe('title.waiting');
    expect(titleWith({ name: 'connected', stream, isPaused: false, words, ...link })).toBe(
      'title.watching',
    );
    expect(titleWith({ name: 'reconnecting', stream, tiles, attempt: 1 })).toBe(
      'title.reconnecting',
    );
    expect(titleWith({ name: 'closed', reason: 'left' })).toBe('title.ended');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextUpdateState, RESTING, type UpdateEvent, type UpdateState } from './update-state.ts';

const calm = { isEnabled: true, isSharing: false, isSelfUpdating: true };
const sharing = { ...calm, isSharing: true };
const version = '1.2.0';
const follow = (events: readonly UpdateEvent[], conditions = calm): UpdateState =>
  events.reduce((state, event) => nextUpdateState(state, event, conditions), RESTING);

describe('a newer version', () => {
  it('is looked for, fetched, offered and installed by a restart', () => {
    const found = follow([{ name: 'due' }, { name: 'checked', version }]);
    expect(found).toEqual({ name: 'downloading', version });
    const ready = nextUpdateState(found, { name: 'downloaded' }, calm);
    expect(ready).toEqual({ name: 'ready', version, isPutOff: false });
    expect(nextUpdateState(ready, { name: 'restart' }, calm)).toEqual({
      name: 'restarting',
      version,
    });
  });

  it('waits for the end of a share before it is fetched', () => {
    const checking = follow([{ name: 'due' }]);
    const found = nextUpdateState(checking, { name: 'checked', version }, sharing);
    expect(found).toEqual({ name: 'found', version });
    expect(nextUpdateState(found, { name: 'due' }, sharing)).toBe(found);
    expect(nextUpdateState(found, { name: 'due' }, calm).name).toBe('downloading');
  });

  it('stops being fetched when a share begins', () => {
    const downloading: UpdateState = { name: 'downloading', version };
    expect(nextUpdateState(downloading, { name: 'due' }, sharing).name).toBe('found');
  });

  it('does not restart the app during a share, whoever asks', () => {
    const ready: UpdateState = { name: 'ready', version, isPutOff: false };
    expect(nextUpdateState(ready, { name: 'restart' }, sharing)).toBe(ready);
  });

  it('is only told of where the app cannot replace itself', () => {
    const byHand = { ...calm, isSelfUpdating: false };
    const state = follow([{ name: 'due' }, { name: 'checked', version }], byHand);
    expect(state).toEqual({ name: 'elsewhere', version, isPutOff: false });
    expect(nextUpdateState(state, { name: 'restart' }, byHand)).toBe(state);
    expect(nextUpdateState(state, { name: 'later' }, byHand)).toMatchObject({ isPutOff: true });
  });

  it('is looked for again after a failure', () => {
    expect(follow([{ name: 'due' }, { name: 'failed' }])).toBe(RESTING);
    expect(follow([{ name: 'due' }, { name: 'checked', version }, { name: 'failed' }])).toBe(
      RESTING,
    );
  });
});

const anyEvent = fc.oneof(
  fc.constantFrom<UpdateEvent>(
    { name: 'due' },
    { name: 'downloaded' },
    { name: 'failed' },
    { name: 'later' },
    { name: 'restart' },
  ),
  fc.record({
    name: fc.constant('checked' as const),
    version: fc.option(fc.constant(version)),
  }),
);

describe('whatever happens in whatever order', () => {
  it('nothing is looked for, fetched or offered while updates are off', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), (events) => {
        expect(follow(events, { ...calm, isEnabled: false })).toBe(RESTING);
      }),
    );
  });

  it('no look, download or restart begins during a share', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 12 }), anyEvent, (events, event) => {
        const before = follow(events);
        const after = nextUpdateState(before, event, sharing);
        const hasBegun = ['checking', 'downloading', 'restarting'].includes(after.name);
        if (after.name !== before.name) expect(hasBegun).toBe(false);
      }),
    );
  });

  it('the app restarts only when it was asked to', () => {
    const unasked = anyEvent.filter(({ name }) => name !== 'restart');
    fc.assert(
      fc.property(fc.array(unasked, { maxLength: 12 }), (events) => {
        expect(follow(events).name).not.toBe('restarting');
      }),
    );
  });
});

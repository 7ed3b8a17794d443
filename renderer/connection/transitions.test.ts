import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENCE_REASONS, PAUSE_REASONS } from '../peer/peer-message.ts';
import { closeReasons } from './close-reason.ts';
import type { PresenterState } from './presenter-state.ts';
import { nextPresenterState, type PresenterEvent } from './presenter-transition.ts';
import { createFakeTilePicture } from './testing/fake-tiles.ts';
import type { ViewerState } from './viewer-state.ts';
import { nextViewerState, type ViewerEvent } from './viewer-transition.ts';

const stream = {} as MediaStream;
const tiles = createFakeTilePicture();
const reason = fc.constantFrom(...closeReasons);
const attempt = fc.integer({ min: 1, max: 9 });
const peerId = fc.constantFrom('a', 'b');

const viewerEvent: fc.Arbitrary<ViewerEvent> = fc.oneof(
  fc.constantFrom<ViewerEvent>(
    { type: 'join' },
    { type: 'waiting' },
    { type: 'presenter-away' },
    { type: 'presenter-back' },
    { type: 'joined' },
    { type: 'connected', stream, words: [], tiles, sound: null, onFrame: () => {} },
    { type: 'reset' },
  ),
  fc.record({ type: fc.constant('offline' as const), attempt }),
  fc.record({ type: fc.constant('interrupted' as const), attempt }),
  fc.record({
    type: fc.constant('share-state' as const),
    isPaused: fc.boolean(),
    reason: fc.constantFrom(null, ...ABSENCE_REASONS),
    hasSound: fc.boolean(),
  }),
  fc.record({ type: fc.constant('close' as const), reason }),
);
const invite = { code: 'AAAAAAAAAA', link: '', isReachable: true } as never;
const presenterEvent: fc.Arbitrary<PresenterEvent> = fc.oneof(
  fc.constantFrom<PresenterEvent>(
    { type: 'start', stream, quality: 'auto', profile: 'sharp-text' },
    { type: 'quality', quality: 'smooth-motion', profile: 'smooth-motion' },
    { type: 'opened', invite, viewerLimit: 4 },
    { type: 'reset' },
  ),
  fc.record({
    type: fc.constant('asking' as const),
    peerId,
    name: fc.string(),
    device: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('stage' as const),
    peerId,
    stage: fc.constantFrom('connecting' as const, 'reconnecting' as const),
  }),
  fc.record({ type: fc.constant('watching' as const), peerId, words: fc.constant([1, 2, 3, 4]) }),
  fc.record({ type: fc.constant('gone' as const), peerId }),
  fc.record({ type: fc.constant('away' as const), peerId, isAway: fc.boolean() }),
  fc.record({ type: fc.constant('paused' as const), reason: fc.constantFrom(...PAUSE_REASONS) }),
  fc.record({ type: fc.constant('resumed' as const) }),
  fc.record({ type: fc.constant('source' as const), stream: fc.constantFrom(stream, null) }),
  fc.record({ type: fc.constant('close' as const), reason }),
);

describe('the viewer’s machine', () => {
  it('goes from joining to the picture', () => {
    const events: ViewerEvent[] = [
      { type: 'join' },
      { type: 'waiting' },
      { type: 'joined' },
      { type: 'connected', stream, words: [], tiles, sound: null, onFrame: () => {} },
      { type: 'interrupted', attempt: 1 },
      { type: 'connected', stream, words: [], tiles, sound: null, onFrame: () => {} },
    ];
    const names = events.map(
      ((state: ViewerState) => (event: ViewerEvent) => {
        state = nextViewerState(state, event);
        return state.name;
      })({ name: 'idle' }),
    );
    expect(names).toEqual([
      'joining',
      'waiting-for-approval',
      'negotiating',
      'connected',
      'reconnecting',
      'connected',
    ]);
  });

  it('shows a picture only after it was let in, and leaves the end only for a new start', () => {
    fc.assert(
      fc.property(fc.array(viewerEvent, { maxLength: 40 }), (events) => {
        let state: ViewerState = { name: 'idle' };
        let wasLetIn = false;
        for (const event of events) {
          const next = nextViewerState(state, event);
          if (event.type === 'join' && next.name === 'joining') wasLetIn = false;
          if (event.type === 'joined' && next.name === 'negotiating') wasLetIn = true;
          if ('stream' in next) expect(wasLetIn).toBe(true);
          if (state.name === 'closed' && next !== state) {
            expect(['join', 'reset']).toContain(event.type);
          }
          state = next;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the presenter’s machine', () => {
  it('lists each viewer once, and nobody who has not asked', () => {
    fc.assert(
      fc.property(fc.array(presenterEvent, { maxLength: 40 }), (events) => {
        let state: PresenterState = { name: 'idle' };
        let asked = new Set<string>();
        for (const event of events) {
          if (event.type === 'start' && state.name !== 'open') asked = new Set();
          if (event.type === 'asking' && state.name === 'open') asked.add(event.peerId);
          state = nextPresenterState(state, event);
          if (state.name !== 'open') continue;
          const listed = state.viewers.map((viewer) => viewer.peerId);
          expect(new Set(listed).size).toBe(listed.length);
          for (const id of listed) expect(asked.has(id)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells why a share that never opened came to nothing', () => {
    const refused = nextPresenterState(
      { name: 'idle' },
      { type: 'close', reason: 'capture-refused' },
    );
    expect(refused).toEqual({ name: 'closed', reason: 'capture-refused' });
    expect(nextPresenterState(refused, { type: 'reset' })).toEqual({ name: 'idle' });
  });
});

import { isSamePath, type LinkPath } from '../peer/link-path.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ShownFrame } from '../stream/quality/frame-latency.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { TilePicture } from '../stream/tiles/tile-picture.ts';
import type { CloseReason } from './close-reason.ts';
import type { ViewerState } from './viewer-state.ts';

export type ViewerEvent =
  | { readonly type: 'join' }
  | { readonly type: 'offline'; readonly attempt: number }
  | { readonly type: 'waiting' }
  | { readonly type: 'presenter-away' }
  | { readonly type: 'presenter-back' }
  | { readonly type: 'joined' }
  /** The picture has been on its way for so long that this should be said. */
  | { readonly type: 'slow' }
  | {
      readonly type: 'connected';
      readonly stream: MediaStream;
      readonly words: readonly number[];
      readonly tiles: TilePicture;
      readonly onFrame: (frame: ShownFrame) => void;
    }
  | { readonly type: 'interrupted'; readonly attempt: number }
  | { readonly type: 'path'; readonly path: LinkPath }
  | { readonly type: 'quality'; readonly quality: LiveQuality }
  | { readonly type: 'share-state'; readonly pauseReason: PauseReason | null }
  | { readonly type: 'close'; readonly reason: CloseReason }
  | { readonly type: 'reset' };

/** The viewer's machine. An event with no meaning in a state leaves it unchanged. */
export function nextViewerState(state: ViewerState, event: ViewerEvent): ViewerState {
  if (event.type === 'close') {
    return state.name === 'idle' || state.name === 'closed'
      ? state
      : { name: 'closed', reason: event.reason };
  }
  switch (state.name) {
    case 'idle':
    case 'closed':
      return fromRest(state, event);
    case 'joining':
      if (event.type === 'offline') return { name: 'joining', attempt: event.attempt + 1 };
      return towardsThePicture(state, event);
    case 'waiting-for-approval':
      if (event.type === 'offline') return { ...state, isOnline: false };
      if (event.type === 'presenter-away') return { ...state, isPresenterAway: true };
      if (event.type === 'presenter-back') return { ...state, isPresenterAway: false };
      return towardsThePicture(state, event);
    case 'negotiating':
      if (event.type === 'connected') return connected(event);
      if (event.type === 'slow') return { ...state, isSlow: true };
      return towardsThePicture(state, event);
    case 'connected':
      if (event.type === 'connected' && event.stream !== state.stream) {
        return connected(event);
      }
      if (event.type === 'path') return withPath(state, event.path);
      if (event.type === 'quality') return { ...state, quality: event.quality };
      if (event.type === 'share-state') {
        const { pauseReason } = event;
        return { ...state, isPaused: pauseReason !== null, pauseReason };
      }
      if (event.type !== 'interrupted') return state;
      return {
        name: 'reconnecting',
        stream: state.stream,
        tiles: state.tiles,
        attempt: event.attempt,
      };
    case 'reconnecting':
      if (event.type === 'connected') return connected(event);
      return event.type === 'interrupted' ? { ...state, attempt: event.attempt } : state;
    default:
      return state satisfies never;
  }
}

const connected = ({
  stream,
  words,
  tiles,
  onFrame,
}: Extract<ViewerEvent, { type: 'connected' }>): ViewerState => ({
  name: 'connected',
  stream,
  words,
  tiles,
  isPaused: false,
  pauseReason: null,
  path: null,
  quality: null,
  onFrame,
});

/** A path is measured every second, mostly the same. */
const withPath = (
  state: Extract<ViewerState, { name: 'connected' }>,
  path: LinkPath,
): ViewerState => (state.path && isSamePath(state.path, path) ? state : { ...state, path });

function fromRest(state: ViewerState, event: ViewerEvent): ViewerState {
  if (event.type === 'join') return { name: 'joining', attempt: 1 };
  if (event.type === 'reset' && state.name === 'closed') return { name: 'idle' };
  return state;
}

function towardsThePicture(state: ViewerState, event: ViewerEvent): ViewerState {
  if (event.type === 'joined') return { name: 'negotiating', isSlow: false };
  if (event.type === 'waiting') {
    return { name: 'waiting-for-approval', isPresenterAway: false, isOnline: true };
  }
  return state;
}

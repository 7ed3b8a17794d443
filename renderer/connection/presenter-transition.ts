import type { LinkPath } from '../peer/link-path.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { ProfileName, QualityChoice } from '../stream/profile.ts';
import type { LiveQuality } from '../stream/quality/live-quality.ts';
import type { CloseReason } from './close-reason.ts';
import { inviteAt } from './invite-of-room.ts';
import type { Device, Invite, PresenterState, SignalingStatus } from './presenter-state.ts';
import {
  UNKNOWN,
  type ViewerChange,
  withAsking,
  withChange,
  withReturned,
} from './room-viewers.ts';

type OpenState = Extract<PresenterState, { name: 'open' }>;

export type PresenterEvent =
  | {
      readonly type: 'start';
      readonly stream: MediaStream;
      readonly quality: QualityChoice;
      readonly profile: ProfileName;
    }
  | { readonly type: 'opened'; readonly invite: Invite; readonly viewerLimit: number }
  | { readonly type: 'signaling'; readonly status: SignalingStatus }
  | {
      readonly type: 'asking';
      readonly peerId: string;
      readonly name: string;
      readonly device: Device | null;
      /** Of somebody who knocks from this network. */
      readonly nearbyAddress?: string;
    }
  /** Somebody who was let in before is here again under a new id. */
  | {
      readonly type: 'returned';
      readonly formerPeerId: string;
      readonly peerId: string;
      readonly name: string;
      readonly device: Device | null;
    }
  /** Of those the server let ask, only these are still there. */
  | { readonly type: 'asking-only'; readonly peerIds: readonly string[] }
  | {
      readonly type: 'stage';
      readonly peerId: string;
      readonly stage: 'connecting' | 'reconnecting';
    }
  | { readonly type: 'watching'; readonly peerId: string; readonly words: readonly number[] }
  | { readonly type: 'away'; readonly peerId: string; readonly isAway: boolean }
  | { readonly type: 'path'; readonly peerId: string; readonly path: LinkPath }
  | { readonly type: 'viewer-quality'; readonly peerId: string; readonly quality: LiveQuality }
  | { readonly type: 'quality'; readonly quality: QualityChoice; readonly profile: ProfileName }
  | { readonly type: 'unreachable'; readonly peerId: string }
  | { readonly type: 'gone'; readonly peerId: string }
  | { readonly type: 'contested' }
  | { readonly type: 'tampered' }
  | { readonly type: 'invite-origin'; readonly origin: string }
  | { readonly type: 'open-to-all'; readonly isOpenToAll: boolean }
  | { readonly type: 'turned-away'; readonly reason: 'full' | 'locked' }
  | { readonly type: 'locked'; readonly isLocked: boolean }
  | { readonly type: 'paused'; readonly reason: PauseReason }
  | { readonly type: 'resumed' }
  | { readonly type: 'source'; readonly stream: MediaStream | null }
  | { readonly type: 'close'; readonly reason: CloseReason }
  | { readonly type: 'reset' };

/** The presenter's machine. An event with no meaning in a state leaves it unchanged. */
export function nextPresenterState(state: PresenterState, event: PresenterEvent): PresenterState {
  switch (state.name) {
    case 'idle':
    case 'closed':
      if (event.type === 'start') {
        const { stream, quality, profile } = event;
        return { name: 'opening', stream, quality, profile, pauseReason: null };
      }
      // A capture that never started has no share to end, but its reason must be seen.
      if (event.type === 'close') return { name: 'closed', reason: event.reason };
      return event.type === 'reset' && state.name === 'closed' ? { name: 'idle' } : state;
    case 'opening':
      if (event.type === 'close') return { name: 'closed', reason: event.reason };
      if (event.type === 'quality') {
        return { ...state, quality: event.quality, profile: event.profile };
      }
      if (event.type === 'paused') return { ...state, pauseReason: event.reason };
      if (event.type === 'resumed') return { ...state, pauseReason: null };
      return event.type === 'opened' ? open(state, event) : state;
    case 'open':
      if (event.type === 'close') return { name: 'closed', reason: event.reason };
      return whileOpen(state, event);
    default:
      return state satisfies never;
  }
}

function open(
  { stream, quality, profile, pauseReason }: Extract<PresenterState, { name: 'opening' }>,
  { invite, viewerLimit }: { invite: Invite; viewerLimit: number },
): PresenterState {
  return {
    name: 'open',
    stream,
    invite,
    viewerLimit,
    quality,
    profile,
    signaling: 'online',
    viewers: [],
    isPaused: pauseReason !== null,
    pauseReason,
    isLocked: false,
    isOpenToAll: false,
    isContested: false,
    isTampered: false,
    turnedAway: null,
    unreachable: null,
  };
}

function whileOpen(state: OpenState, event: PresenterEvent): PresenterState {
  switch (event.type) {
    case 'opened':
      return {
        ...state,
        signaling: 'online',
        viewerLimit: event.viewerLimit,
        isContested: false,
      };
    case 'signaling':
      return { ...state, signaling: event.status };
    case 'asking':
      return { ...state, unreachable: null, viewers: withAsking(state.viewers, event) };
    case 'returned':
      return { ...state, viewers: withReturned(state.viewers, event) };
    case 'asking-only':
      return {
        ...state,
        viewers: state.viewers.filter(
          ({ stage, peerId, nearbyAddress }) =>
            stage !== 'asking' || nearbyAddress !== undefined || event.peerIds.includes(peerId),
        ),
      };
    case 'stage':
      return changeViewer(state, event.peerId, { stage: event.stage, ...UNKNOWN });
    case 'watching':
      return changeViewer(state, event.peerId, { stage: 'watching', words: event.words });
    case 'away':
      return changeViewer(state, event.peerId, { isAway: event.isAway });
    case 'path':
      return changeViewer(state, event.peerId, { path: event.path });
    case 'viewer-quality':
      return changeViewer(state, event.peerId, { quality: event.quality });
    case 'quality':
      return { ...state, quality: event.quality, profile: event.profile };
    case 'unreachable':
      return {
        ...state,
        unreachable: state.viewers.find(({ peerId }) => peerId === event.peerId)?.name ?? null,
      };
    case 'gone':
      return { ...state, viewers: state.viewers.filter(({ peerId }) => peerId !== event.peerId) };
    case 'contested':
      return { ...state, isContested: true };
    case 'invite-origin':
      return { ...state, invite: inviteAt(state.invite, event.origin) };
    case 'tampered':
      return { ...state, isTampered: true };
    case 'open-to-all':
      return { ...state, isOpenToAll: event.isOpenToAll };
    case 'turned-away':
      return { ...state, turnedAway: event.reason };
    case 'locked':
      return { ...state, isLocked: event.isLocked, turnedAway: null };
    case 'paused':
      return { ...state, isPaused: true, pauseReason: event.reason };
    case 'resumed':
      return { ...state, isPaused: false, pauseReason: null };
    case 'source':
      return { ...state, stream: event.stream };
    default:
      return state;
  }
}

function changeViewer(state: OpenState, peerId: string, change: ViewerChange): PresenterState {
  const viewers = withChange(state.viewers, peerId, change);
  return viewers === state.viewers ? state : { ...state, viewers };
}

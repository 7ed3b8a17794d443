import type { Role } from '../../signaling/protocol.ts';
import type { CloseReason } from '../connection/close-reason.ts';
import type { PresenterState } from '../connection/presenter-state.ts';
import type { ViewerState } from '../connection/viewer-state.ts';
import type { Examination } from '../doctor/doctor.ts';
import type { InvitedState } from './invited/invited.ts';
import type { JoinProblem, JourneyState } from './journey.ts';

export type SharingState = Extract<PresenterState, { name: 'opening' | 'open' }>;
export type OpenState = Extract<PresenterState, { name: 'open' }>;
export type WatchingState = Extract<ViewerState, { name: 'connected' | 'reconnecting' }>;
export type WaitingState = Exclude<ViewerState, WatchingState | { name: 'idle' | 'closed' }>;

/** The one screen to show, with all it needs to know. */
export type Screen =
  | { readonly name: 'home'; readonly problem: JoinProblem | null; readonly isChoosing: boolean }
  | { readonly name: 'picker'; readonly isStarting: boolean }
  | { readonly name: 'presenter'; readonly state: SharingState }
  | {
      readonly name: 'waiting';
      readonly state: WaitingState;
      readonly displayName: string;
      /** Opens the same invite in the desktop app, where that makes sense. */
      readonly appLink: string | null;
    }
  /** A link that opened the app waits for an answer. */
  | { readonly name: 'invited'; readonly link: Exclude<InvitedState, { name: 'none' }> }
  | { readonly name: 'handed-over'; readonly appLink: string }
  | { readonly name: 'watching'; readonly state: WatchingState }
  | { readonly name: 'ended'; readonly role: Role; readonly reason: CloseReason }
  | { readonly name: 'checking'; readonly examination: Examination };

export function screenOf(
  journey: JourneyState,
  presenter: PresenterState,
  viewer: ViewerState,
): Screen {
  switch (journey.name) {
    case 'home':
      return { name: 'home', problem: journey.problem, isChoosing: false };
    case 'choosing-in-browser':
      return { name: 'home', problem: null, isChoosing: true };
    case 'choosing':
      return { name: 'picker', isStarting: journey.isStarting };
    case 'sharing':
      return sharingScreen(presenter);
    case 'watching':
      return watchingScreen(viewer, journey);
    case 'handed-over':
      return { name: 'handed-over', appLink: journey.appLink };
    case 'refused':
      return { name: 'ended', role: journey.role, reason: journey.reason };
    case 'checking':
      return { name: 'checking', examination: journey.examination };
    default:
      return journey satisfies never;
  }
}

/** Where nothing is going on, a link that opened the app takes the screen; elsewhere it waits. */
export function withInvited(screen: Screen, invited: InvitedState): Screen {
  if (invited.name === 'none') return screen;
  const isAtRest = screen.name === 'ended' || (screen.name === 'home' && !screen.isChoosing);
  return isAtRest ? { name: 'invited', link: invited } : screen;
}

function sharingScreen(state: PresenterState): Screen {
  switch (state.name) {
    case 'idle':
      return { name: 'home', problem: null, isChoosing: false };
    case 'closed':
      return { name: 'ended', role: 'presenter', reason: state.reason };
    default:
      return { name: 'presenter', state };
  }
}

function watchingScreen(
  state: ViewerState,
  journey: Extract<JourneyState, { name: 'watching' }>,
): Screen {
  const { displayName, appLink } = { appLink: null, ...journey };
  switch (state.name) {
    // The server's address is still being looked up.
    case 'idle':
      return { name: 'waiting', state: { name: 'joining', attempt: 1 }, displayName, appLink };
    case 'closed':
      return { name: 'ended', role: 'viewer', reason: state.reason };
    case 'connected':
    case 'reconnecting':
      return { name: 'watching', state };
    default:
      return { name: 'waiting', state, displayName, appLink };
  }
}

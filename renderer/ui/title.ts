import type { ParseKeys } from 'i18next';
import type { Screen, SharingState, WaitingState, WatchingState } from './screen.ts';

/** The page's title: what a person sees of the page while looking at another one. */
export function titleOf(screen: Screen): ParseKeys {
  switch (screen.name) {
    case 'home':
      return 'title.home';
    case 'picker':
      return 'title.picker';
    case 'presenter':
      return sharingTitle(screen.state);
    case 'waiting':
      return waitingTitle(screen.state);
    case 'watching':
      return watchingTitle(screen.state);
    case 'invited':
      return 'title.invited';
    case 'handed-over':
      return 'title.handedOver';
    case 'ended':
      return 'title.ended';
    case 'checking':
      return 'title.checking';
    default:
      return screen satisfies never;
  }
}

function sharingTitle(state: SharingState): ParseKeys {
  if (state.name === 'opening') return 'title.opening';
  if (state.viewers.some((viewer) => viewer.stage === 'asking')) return 'title.asked';
  if (state.stream === null) return 'title.sourceGone';
  return state.isPaused ? 'title.sharingPaused' : 'title.sharing';
}

function waitingTitle(state: WaitingState): ParseKeys {
  return state.name === 'waiting-for-approval' ? 'title.waiting' : 'title.joining';
}

function watchingTitle(state: WatchingState): ParseKeys {
  if (state.name === 'reconnecting') return 'title.reconnecting';
  return state.isPaused ? 'title.watchingPaused' : 'title.watching';
}

import type { WaitingState } from '../screen.ts';

/** What the viewer waits for, and for whom. */
export function waitingTexts(state: WaitingState) {
  switch (state.name) {
    case 'joining':
      return state.attempt === 1
        ? ({ title: 'viewer.joining', hint: 'viewer.joiningHint' } as const)
        : ({ title: 'viewer.joiningAgain', hint: 'viewer.joiningAgainHint' } as const);
    case 'waiting-for-approval':
      return { title: 'viewer.waiting', hint: approvalHint(state) } as const;
    case 'negotiating':
      return {
        title: 'viewer.negotiating',
        hint: state.isSlow ? 'viewer.negotiatingSlowHint' : 'viewer.negotiatingHint',
      } as const;
    default:
      return state satisfies never;
  }
}

function approvalHint(state: Extract<WaitingState, { name: 'waiting-for-approval' }>) {
  if (!state.isOnline) return 'viewer.offline';
  return state.isPresenterAway ? 'viewer.presenterAway' : 'viewer.waitingHint';
}

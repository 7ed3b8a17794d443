import type { RunningShare, Share } from '../bridge/share-controls.ts';
import type { PresenterState } from './presenter-state.ts';

/** Ids that Chromium gives a capture whose source has no name. */
const TECHNICAL_LABEL = /^(screen|window|tab|web-contents-media-stream):/;

/** What everything around the page needs to know of the share, and nothing more. */
export function shareOf(
  state: PresenterState,
  { startedAtMs, canSwitch }: Pick<RunningShare, 'startedAtMs' | 'canSwitch'>,
): Share {
  if (state.name === 'idle' || state.name === 'closed') return { state: 'idle' };
  const viewers = state.name === 'open' ? state.viewers : [];
  const running: RunningShare = {
    sourceName: state.stream ? nameOf(state.stream) : '',
    startedAtMs,
    watching: viewers.filter(({ stage }) => stage === 'watching').length,
    asking: viewers
      .filter(({ stage }) => stage === 'asking')
      .map(({ peerId, name }) => ({ peerId, name })),
    canSwitch,
  };
  return state.pauseReason
    ? { ...running, state: 'paused', reason: state.pauseReason }
    : { ...running, state: 'sharing' };
}

function nameOf(stream: MediaStream): string {
  const label = stream.getVideoTracks()[0]?.label ?? '';
  return TECHNICAL_LABEL.test(label) ? '' : label.slice(0, 200);
}

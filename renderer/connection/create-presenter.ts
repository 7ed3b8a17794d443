import type { CloseReason } from './close-reason.ts';
import { type PresentedRoom, type PresentRoomDeps, presentRoom } from './present-room.ts';
import type { Presenter, PresenterState } from './presenter-state.ts';
import { nextPresenterState, type PresenterEvent } from './presenter-transition.ts';
import { createStore } from './store.ts';

/** The presenter as its screen sees it. Owns the tracks of the stream it was started with. */
export function createPresenter(deps: PresentRoomDeps): Presenter {
  const store = createStore<PresenterState>({ name: 'idle' });
  const dispatch = (event: PresenterEvent) => store.set(nextPresenterState(store.get(), event));
  let room: PresentedRoom | undefined;
  let stopTracks = () => {};

  const close = (reason: CloseReason) => {
    // First of all: whatever else goes wrong, the screen is no longer captured.
    stopTracks();
    room?.end();
    room = undefined;
    dispatch({ type: 'close', reason });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    start(stream) {
      if (room) return;
      dispatch({ type: 'start', stream });
      stopTracks = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      if (!deps.isWebRtcAvailable()) return close('webrtc-unavailable');
      const [track] = stream.getVideoTracks();
      if (track?.readyState !== 'live') return close('capture-ended');
      // Fires when the system or the captured window ends it, never for our own `stop()`.
      track.addEventListener('ended', () => close('capture-ended'), { once: true });
      room = presentRoom(track, { dispatch, close, getState: store.get }, deps);
    },
    approve: (peerId) => room?.approve(peerId),
    deny: (peerId) => room?.deny(peerId),
    remove: (peerId) => room?.remove(peerId),
    setLocked: (isLocked) => room?.setLocked(isLocked),
    setPaused: (isPaused) => room?.setPaused(isPaused),
    stop: () => close('stopped'),
    reset: () => dispatch({ type: 'reset' }),
  };
}

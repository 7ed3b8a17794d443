import { createRoomCode } from '../../signaling/room-code.ts';
import type { Bridge } from '../bridge/bridge.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { QualityChoice } from '../stream/profile.ts';
import type { CloseReason } from './close-reason.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { type PresentedRoom, presentRoom } from './present-room.ts';
import type { Presenter, PresenterState } from './presenter-state.ts';
import { nextPresenterState, type PresenterEvent } from './presenter-transition.ts';
import { AUTO_BEGINS_WITH, profileOf } from './share-quality.ts';
import { createStore } from './store.ts';

export type PresenterDeps = ConnectionDeps & {
  readonly bridge: Pick<Bridge, 'signalingAddress'>;
  /** What this person wants pictures to be made for; asked for every share. */
  readonly qualityChoice: () => QualityChoice;
};

/** The presenter as its screen sees it. Owns the tracks of the stream it was started with. */
export function createPresenter(deps: PresenterDeps): Presenter {
  const store = createStore<PresenterState>({ name: 'idle' });
  const dispatch = (event: PresenterEvent) => store.set(nextPresenterState(store.get(), event));
  let share: { stopTracks(): void; room?: PresentedRoom } | undefined;

  const close = (reason: CloseReason) => {
    const ending = share;
    share = undefined;
    // First of all: whatever else goes wrong, the screen is no longer captured.
    ending?.stopTracks();
    ending?.room?.end();
    dispatch({ type: 'close', reason });
  };

  const open = async (track: MediaStreamTrack, quality: QualityChoice, stopTracks: () => void) => {
    const opening = { stopTracks };
    share = opening;
    const code = createRoomCode(deps.fillRandom);
    const [address, keys] = await Promise.all([
      deps.bridge.signalingAddress().catch(() => undefined),
      deps.deriveRoomKeys(code),
    ]);
    if (share !== opening) return;
    if (address?.status !== 'listening') return close('server-unreachable');
    const { socketUrl } = address;
    const machine = { dispatch, close, getState: store.get };
    const room = presentRoom({ track, quality, code, keys, socketUrl }, machine, deps);
    share = { stopTracks, room };
    const state = store.get();
    if (state.name === 'opening') room.setPaused(state.pauseReason);
  };

  const setPaused = (isPaused: boolean, reason: PauseReason = 'by-hand') => {
    const state = store.get();
    if (state.name !== 'open' && state.name !== 'opening') return;
    // Whoever paused first has said why.
    if (isPaused === (state.pauseReason !== null)) return;
    share?.room?.setPaused(isPaused ? reason : null);
    dispatch(isPaused ? { type: 'paused', reason } : { type: 'resumed' });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    start(stream) {
      if (share) return;
      const quality = deps.qualityChoice();
      const profile = profileOf(quality, AUTO_BEGINS_WITH);
      dispatch({ type: 'start', stream, quality, profile });
      const stopTracks = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      const [track] = stream.getVideoTracks();
      const hindrance = hindranceOf(track, deps);
      if (!track || hindrance) {
        stopTracks();
        return close(hindrance ?? 'capture-ended');
      }
      // Fires when the system or the captured window ends it, never for our own `stop()`.
      track.addEventListener('ended', () => close('capture-ended'), { once: true });
      void open(track, quality, stopTracks);
    },
    approve: (peerId) => share?.room?.approve(peerId),
    deny: (peerId) => share?.room?.deny(peerId),
    remove: (peerId) => share?.room?.remove(peerId),
    block: (peerId) => share?.room?.block(peerId),
    setLocked: (isLocked) => share?.room?.setLocked(isLocked),
    setOpenToAll: (isOpenToAll) => share?.room?.setOpenToAll(isOpenToAll),
    setPaused,
    setQuality: (quality) => share?.room?.setQuality(quality),
    stop: () => close('stopped'),
    reset: () => dispatch({ type: 'reset' }),
  };
}

function hindranceOf(
  track: MediaStreamTrack | undefined,
  deps: ConnectionDeps,
): CloseReason | undefined {
  if (!deps.isWebRtcAvailable()) return 'webrtc-unavailable';
  return track?.readyState === 'live' ? undefined : 'capture-ended';
}

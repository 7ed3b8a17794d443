import { createRoomCode } from '../../signaling/room-code.ts';
import type { Bridge } from '../bridge/bridge.ts';
import { stopTracks } from '../capture/stop-tracks.ts';
import type { PauseReason } from '../peer/peer-message.ts';
import type { QualityChoice } from '../stream/profile.ts';
import type { CloseReason } from './close-reason.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { type PresentedRoom, presentRoom } from './present-room.ts';
import type { Presenter, PresenterState } from './presenter-state.ts';
import { nextPresenterState, type PresenterEvent } from './presenter-transition.ts';
import { AUTO_BEGINS_WITH, profileOf } from './share-quality.ts';
import type { SourceTracks } from './shown-source.ts';
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
  let share: { readonly stream: MediaStream | null; readonly room?: PresentedRoom } | undefined;

  const close = (reason: CloseReason) => {
    const ending = share;
    share = undefined;
    // First of all: whatever else goes wrong, the screen is no longer captured.
    stopTracks(ending?.stream);
    ending?.room?.end();
    dispatch({ type: 'close', reason });
  };

  const open = async (stream: MediaStream, tracks: SourceTracks, quality: QualityChoice) => {
    const opening = { stream };
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
    const room = presentRoom({ tracks, quality, code, keys, socketUrl }, machine, deps);
    share = { stream, room };
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

  const loseSource = () => {
    if (!share?.stream) return;
    if (!share.room || store.get().name !== 'open') return close('capture-ended');
    stopTracks(share.stream);
    share = { ...share, stream: null };
    share.room?.show(null);
    dispatch({ type: 'source', stream: null });
  };
  /** Fires when the system or the captured window ends it, never for our own `stop()`. */
  const noticeEnd = (stream: MediaStream, track: MediaStreamTrack) => {
    const onEnded = () => share?.stream === stream && loseSource();
    track.addEventListener('ended', onEnded, { once: true });
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    start(stream) {
      if (share) return;
      const quality = deps.qualityChoice();
      const profile = profileOf(quality, AUTO_BEGINS_WITH);
      dispatch({ type: 'start', stream, quality, profile });
      const [track] = stream.getVideoTracks();
      const hindrance = hindranceOf(track, deps);
      if (!track || hindrance) {
        stopTracks(stream);
        return close(hindrance ?? 'capture-ended');
      }
      noticeEnd(stream, track);
      void open(stream, tracksOf(stream, track), quality);
    },
    switchTo(stream) {
      const [track] = stream.getVideoTracks();
      const isOpen = store.get().name === 'open';
      if (!share?.room || !isOpen || track?.readyState !== 'live') return stopTracks(stream);
      const before = share.stream;
      share = { ...share, stream };
      noticeEnd(stream, track);
      share.room?.show(tracksOf(stream, track));
      dispatch({ type: 'source', stream });
      if (before !== stream) stopTracks(before);
    },
    loseSource,
    approve: (peerId) => share?.room?.approve(peerId),
    deny: (peerId) => share?.room?.deny(peerId),
    remove: (peerId) => share?.room?.remove(peerId),
    block: (peerId) => share?.room?.block(peerId),
    setLocked: (isLocked) => share?.room?.setLocked(isLocked),
    setOpenToAll: (isOpenToAll) => share?.room?.setOpenToAll(isOpenToAll),
    knock: (knock) => (share?.room ? share.room.knock(knock) : knock.refuse('deny')),
    withdrawKnock: (id) => share?.room?.withdrawKnock(id),
    setInviteOrigin: (origin) => dispatch({ type: 'invite-origin', origin }),
    setPaused,
    setQuality: (quality) => share?.room?.setQuality(quality),
    stop: () => close('stopped'),
    reset: () => dispatch({ type: 'reset' }),
  };
}

const tracksOf = (stream: MediaStream, picture: MediaStreamTrack): SourceTracks => ({
  picture,
  sound: stream.getAudioTracks()[0] ?? null,
});

function hindranceOf(
  track: MediaStreamTrack | undefined,
  deps: ConnectionDeps,
): CloseReason | undefined {
  if (!deps.isWebRtcAvailable()) return 'webrtc-unavailable';
  return track?.readyState === 'live' ? undefined : 'capture-ended';
}

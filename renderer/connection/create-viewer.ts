import { hexToBytes } from '@noble/hashes/utils.js';
import type { CloseReason } from './close-reason.ts';
import type { ConnectionDeps } from './connection-deps.ts';
import { createStore } from './store.ts';
import type { JoinTarget, Viewer, ViewerState } from './viewer-state.ts';
import { nextViewerState, type ViewerEvent } from './viewer-transition.ts';
import { visitRoom } from './visit-room.ts';

/** The viewer as its screen sees it. */
export function createViewer(deps: ConnectionDeps): Viewer {
  const store = createStore<ViewerState>({ name: 'idle' });
  const dispatch = (event: ViewerEvent) => store.set(nextViewerState(store.get(), event));
  let leaveRoom: (() => void) | undefined;

  const leave = (reason: CloseReason) => {
    leaveRoom?.();
    leaveRoom = undefined;
    dispatch({ type: 'close', reason });
  };
  const close = (reason: CloseReason) => {
    deps.seatKeeper.clear();
    leave(reason);
  };

  const enter = async (target: JoinTarget) => {
    let isCancelled = false;
    const cancel = () => {
      isCancelled = true;
    };
    leaveRoom = cancel;
    const keys = await deps.deriveRoomKeys(target.code);
    const visit = { ...target, keys, ...(target.guest ? { former: target.guest } : {}) };
    if (!isCancelled) leaveRoom = visitRoom(visit, { dispatch, close }, deps);
  };

  return {
    getState: store.get,
    subscribe: store.subscribe,
    join(target) {
      if (leaveRoom) return;
      deps.seatKeeper.clear();
      dispatch({ type: 'join' });
      if (deps.isWebRtcAvailable()) void enter(target);
      else close('webrtc-unavailable');
    },
    comeBack() {
      const seat = deps.seatKeeper.read();
      if (!seat || leaveRoom || !deps.isWebRtcAvailable()) return undefined;
      const { roomId, roomKey, peerId, pass, presenterKey } = seat;
      const keys = { roomId, roomKey: hexToBytes(roomKey) };
      dispatch({ type: 'join' });
      const visit = { ...seat, keys, former: { peerId, pass, presenterKey } };
      leaveRoom = visitRoom(visit, { dispatch, close }, deps);
      return seat.displayName;
    },
    goAway: () => leave('left'),
    leave: () => close('left'),
    reset: () => dispatch({ type: 'reset' }),
  };
}

import type { SharedEncodingDeps } from './shared-encoding.ts';

/** Wishes for a key frame of one encoder within this time are one. */
const REST_MS = 300;
/** A large key frame can take longer than that; until then it is still on its way. */
const MOST_RESTS = 4;

type Rest = { rests: number; isGranted: boolean; isWanted: boolean; cancel: () => void };

/**
 * Passes wishes for key frames on to encoders, none too often: each costs every viewer of it.
 * @param ask has the encoder of sender `id` make one
 */
export function createKeyFrameWishes(
  ask: (id: number) => void,
  schedule: SharedEncodingDeps['schedule'],
) {
  const resting = new Map<number, Rest>();
  const rest = (id: number, state: Rest) => {
    state.cancel = schedule(REST_MS, () => {
      state.rests += 1;
      if (!state.isGranted && state.rests < MOST_RESTS) return rest(id, state);
      resting.delete(id);
      if (state.isWanted) want(id);
    });
  };
  const want = (id: number) => {
    const before = resting.get(id);
    if (before) {
      before.isWanted = true;
      return;
    }
    const state = { rests: 0, isGranted: false, isWanted: false, cancel: () => {} };
    resting.set(id, state);
    ask(id);
    rest(id, state);
  };
  return {
    want,
    /** That encoder has made one, which serves whoever had asked for it. */
    granted(id: number) {
      const state = resting.get(id);
      if (!state) return;
      state.isGranted = true;
      state.isWanted = false;
    },
    forget(id: number) {
      resting.get(id)?.cancel();
      resting.delete(id);
    },
    close() {
      for (const { cancel } of resting.values()) cancel();
      resting.clear();
    },
  };
}

import type { SourcePicker } from '../bridge/bridge.ts';
import type { OpenCapture, SourceChoice } from '../capture/open-capture.ts';
import { stopTracks } from '../capture/stop-tracks.ts';
import type { Presenter } from '../connection/presenter-state.ts';
import { createStore } from '../connection/store.ts';

/** Choosing something else while a share goes on. */
export type SwitchingState =
  /** `hasFailed` when the last choice could not be captured, until the next one. */
  | { readonly name: 'none'; readonly hasFailed: boolean }
  /** In the app's own gallery. */
  | { readonly name: 'choosing' }
  | { readonly name: 'starting' }
  /** The browser's own picker is open. */
  | { readonly name: 'choosing-in-browser' };

/** Every call is safe in every state; whatever goes wrong, what was shared before stays. */
export type Switching = {
  getState(): SwitchingState;
  subscribe(listener: () => void): () => void;
  /** Must be called while a click is handled: browsers open their picker only then. */
  begin(): void;
  choose(sourceId: string, withSound: boolean): void;
  cancel(): void;
};

const IDLE: SwitchingState = { name: 'none', hasFailed: false };

export function createSwitching(deps: {
  readonly picker: SourcePicker;
  readonly presenter: Pick<Presenter, 'getState' | 'subscribe' | 'switchTo'>;
  readonly openCapture: OpenCapture;
}): Switching {
  const { picker, presenter } = deps;
  const store = createStore<SwitchingState>(IDLE);
  const isOpen = () => presenter.getState().name === 'open';

  const capture = async (choice: SourceChoice | null, starting: SwitchingState) => {
    store.set(starting);
    const result = await deps.openCapture(picker, choice);
    // Cancelled, or the share is over: nothing may be captured that nobody wants to show.
    if (store.get() !== starting) return result.status === 'open' && stopTracks(result.stream);
    if (result.status === 'open') presenter.switchTo(result.stream);
    const isCancelled =
      result.status === 'refused' &&
      result.reason === 'capture-refused' &&
      picker.kind === 'system';
    store.set({ name: 'none', hasFailed: result.status === 'refused' && !isCancelled });
  };

  presenter.subscribe(() => {
    if (!isOpen() && store.get() !== IDLE) store.set(IDLE);
  });
  return {
    getState: store.get,
    subscribe: store.subscribe,
    begin() {
      if (!isOpen() || store.get().name !== 'none') return;
      if (picker.kind === 'gallery') store.set({ name: 'choosing' });
      else void capture(null, { name: 'choosing-in-browser' });
    },
    choose(sourceId, withSound) {
      if (store.get().name !== 'choosing') return;
      void capture({ sourceId, withSound }, { name: 'starting' });
    },
    cancel() {
      if (store.get().name === 'choosing') store.set(IDLE);
    },
  };
}

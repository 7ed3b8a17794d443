import { useSyncExternalStore } from 'react';

type Readable<State> = {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
};

export function useStore<State>({ subscribe, getState }: Readable<State>): State {
  return useSyncExternalStore(subscribe, getState);
}

import { createStore } from '../connection/store.ts';

/** Says things to people who do not see the screen change. */
export type Announcer = {
  getState(): string;
  subscribe(listener: () => void): () => void;
  announce(text: string): void;
};

export function createAnnouncer(): Announcer {
  const store = createStore('');
  return {
    getState: store.get,
    subscribe: store.subscribe,
    announce(text) {
      // A live region stays silent when its text does not change.
      store.set(text === store.get() ? `${text}\u00A0` : text);
    },
  };
}

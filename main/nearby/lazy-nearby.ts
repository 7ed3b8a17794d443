import type { AnswerOther } from '../../signaling/http-routes.ts';
import type { RequestHandlers } from '../ipc.ts';
import type { Nearby } from './nearby.ts';
import type { NearbyDeps } from './nearby-deps.ts';

type NearbyChannel = Extract<keyof RequestHandlers, `nearby:${string}`>;

/** The local network, loaded when the page first asks for it, and not before. */
export function createLazyNearby(deps: NearbyDeps) {
  let loading: Promise<Nearby> | undefined;
  let loaded: Nearby | undefined;

  const load = () => {
    loading ??= import('./nearby.ts').then(({ createNearby }) => {
      loaded = createNearby(deps);
      return loaded;
    });
    return loading;
  };
  const answerRequest: AnswerOther = (...args) => loaded?.answerRequest(...args) ?? false;
  const handlers: Pick<RequestHandlers, NearbyChannel> = {
    'nearby:watch': async () => (await load()).handlers['nearby:watch'](),
    'nearby:knock': async (knock) => (await load()).handlers['nearby:knock'](knock),
    'nearby:open': async (offer) => (await load()).handlers['nearby:open'](offer),
    // Where nothing was asked for before, there is nothing to end.
    'nearby:unwatch': async () => (await loading)?.handlers['nearby:unwatch'](),
    'nearby:cancel': async () => (await loading)?.handlers['nearby:cancel'](),
    'nearby:close': async () => (await loading)?.handlers['nearby:close'](),
    'nearby:answer': async (...args) => (await loading)?.handlers['nearby:answer'](...args),
  };
  return {
    handlers,
    /** Answers knocks, beside what the service inside the app answers. */
    answerRequest,
    /** To be called when the setting has changed. */
    refresh: async () => (await loading)?.refresh(),
    /** Ends everything the page has begun, with a goodbye to the network. */
    close: async () => (await loading)?.close(),
  };
}
export type LazyNearby = ReturnType<typeof createLazyNearby>;

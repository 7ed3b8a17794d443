import { parseRoomCode, type RoomCode } from '../../../signaling/room-code.ts';
import type { Bridge } from '../../bridge/bridge.ts';
import { createStore } from '../../connection/store.ts';

type Link = Parameters<Parameters<Bridge['watchLinks']>[0]>[0];
export type LinkProblem = Extract<Link, { status: 'refused' }>['problem'];

/** A link that opened the app, until the person has answered it. */
export type InvitedState =
  | { readonly name: 'none' }
  | { readonly name: 'invited'; readonly code: RoomCode; readonly origin: string }
  | { readonly name: 'refused'; readonly problem: LinkProblem };

/** Shows what a link asks for. It never joins: only the person does. */
export type Invited = {
  getState(): InvitedState;
  subscribe(listener: () => void): () => void;
  dismiss(): void;
};

const NONE: InvitedState = { name: 'none' };

export function createInvited(bridge: Pick<Bridge, 'watchLinks'>): Invited {
  const store = createStore<InvitedState>(NONE);
  bridge.watchLinks((link) => store.set(stateOf(link)));
  return {
    getState: store.get,
    subscribe: store.subscribe,
    dismiss() {
      if (store.get() !== NONE) store.set(NONE);
    },
  };
}

function stateOf(link: Link): InvitedState {
  if (link.status === 'refused') return { name: 'refused', problem: link.problem };
  const code = parseRoomCode(link.code);
  if (!code) return { name: 'refused', problem: 'no-code' };
  return { name: 'invited', code, origin: link.origin };
}

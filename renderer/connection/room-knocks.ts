import type { PresenterKey } from '../trust/presenter-key.ts';
import type { GuestInvite, Knock } from './knock.ts';
import type { PresenterContacts } from './presenter-contacts.ts';
import type { PresenterMachine } from './presenter-inbox.ts';
import { RECONNECT } from './reconnect-policy.ts';
import type { Schedule } from './schedule.ts';

/**
 * Those who knock at one room without having its code. Nobody comes in by a knock but by the
 * presenter's own word, however open the room is to others.
 */
export function createRoomKnocks(
  room: Omit<GuestInvite, 'guest'> & { readonly presenterKey: Pick<PresenterKey, 'publicKey'> },
  { dispatch, getState }: Pick<PresenterMachine, 'dispatch' | 'getState'>,
  contacts: Pick<PresenterContacts, 'passOf' | 'revoke'>,
  schedule: Schedule,
) {
  const asking = new Map<string, Knock>();
  /** Allowed, and not there yet. */
  const expected = new Map<string, Knock>();
  const forget = (id: string) => {
    contacts.revoke(id);
    dispatch({ type: 'gone', peerId: id });
  };
  const turnAway = (knock: Knock, reason: 'full' | 'locked') => {
    knock.refuse(reason === 'full' ? 'full' : 'deny');
    dispatch({ type: 'turned-away', reason });
  };

  return {
    ask(knock: Knock) {
      const state = getState();
      if (state.name !== 'open') return knock.refuse('deny');
      if (state.isLocked) return turnAway(knock, 'locked');
      if (state.viewers.length >= state.viewerLimit) return turnAway(knock, 'full');
      const { id: peerId, name, address: nearbyAddress } = knock;
      asking.set(peerId, knock);
      dispatch({ type: 'asking', peerId, name, device: null, nearbyAddress });
    },
    /** Whoever knocked has gone. */
    withdraw(id: string): void {
      if (asking.delete(id)) dispatch({ type: 'gone', peerId: id });
    },
    /** False where this is nobody who knocks. */
    allow(id: string): boolean {
      const knock = asking.get(id);
      if (!knock) return false;
      asking.delete(id);
      expected.set(id, knock);
      dispatch({ type: 'stage', peerId: id, stage: 'connecting' });
      schedule(RECONNECT.returnWithinMs, () => {
        if (expected.delete(id)) forget(id);
      });
      const { code, socketUrl, presenterKey } = room;
      const pass = contacts.passOf(id);
      const guest = { peerId: id, pass, presenterKey: presenterKey.publicKey };
      knock.allow({ code, socketUrl, guest });
      return true;
    },
    /** Also of somebody allowed who is not there yet; false where this is neither. */
    refuse(id: string, how: 'deny' | 'block'): boolean {
      const knock = asking.get(id) ?? expected.get(id);
      if (!knock) return false;
      asking.delete(id);
      expected.delete(id);
      forget(id);
      knock.refuse(how);
      return true;
    },
    /** The name somebody was allowed under, when they come in; whatever they call themselves then. */
    arrive(id: string): string | undefined {
      const knock = expected.get(id);
      expected.delete(id);
      return knock?.name;
    },
  };
}

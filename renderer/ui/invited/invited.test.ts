import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../bridge/bridge.ts';
import { createInvited } from './invited.ts';

type OnLink = Parameters<Bridge['watchLinks']>[0];

function setUp() {
  let onLink: OnLink = () => {};
  const invited = createInvited({
    watchLinks(listener) {
      onLink = listener;
      return () => {};
    },
  });
  return { invited, open: (link: Parameters<OnLink>[0]) => onLink(link) };
}

describe('a link that opened the app', () => {
  it('is shown until it is answered, the newest one first', () => {
    const { invited, open } = setUp();
    expect(invited.getState()).toEqual({ name: 'none' });
    open({ status: 'invite', code: 'ABCDE12345', origin: 'https://one.example' });
    open({ status: 'invite', code: 'ABCDE12345', origin: 'https://two.example' });
    expect(invited.getState()).toEqual({
      ...{ name: 'invited', code: 'ABCDE12345', origin: 'https://two.example' },
    });
    invited.dismiss();
    expect(invited.getState()).toEqual({ name: 'none' });
  });

  it('says what is wrong with it', () => {
    const { invited, open } = setUp();
    open({ status: 'refused', problem: 'no-server' });
    expect(invited.getState()).toEqual({ name: 'refused', problem: 'no-server' });
    open({ status: 'invite', code: 'not a code', origin: 'https://one.example' });
    expect(invited.getState(), 'parsed once more').toEqual({ name: 'refused', problem: 'no-code' });
  });
});

import { describe, expect, it } from 'vitest';
import { ownIceServersOf } from '../../connection/own-ice-servers.ts';
import { isRelayUrl, readServerDraft } from './own-server-draft.ts';

const relay = { url: 'turn:relay.example.org', username: 'ada', credential: ' s3cret ' };
const stun = { url: 'stun:stun.example.org', username: '', credential: '' };

describe('a server of one’s own', () => {
  it('is taken as it was meant', () => {
    const typed = { ...relay, url: ` ${relay.url} `, username: ' ada ' };
    expect(readServerDraft(typed, [])).toEqual({ kind: 'server', server: relay });
  });

  it('has no name and password where none are used', () => {
    const typed = { ...stun, username: 'left over', credential: 'left over' };
    expect(readServerDraft(typed, [relay])).toEqual({ kind: 'server', server: stun });
  });

  it.each([
    [{ ...relay, url: '' }, 'url', 'empty'],
    [{ ...relay, url: 'relay.example.org' }, 'url', 'no-scheme'],
    [{ ...relay, url: 'STUN:stun.example.org' }, 'url', 'already-there'],
    [{ ...relay, username: ' ' }, 'username', 'missing'],
    [{ ...relay, credential: '' }, 'credential', 'missing'],
  ])('%j is refused at its %s: %s', (draft, field, problem) => {
    expect(readServerDraft(draft, [stun])).toEqual({
      kind: 'problem',
      problem: { field, problem },
    });
  });

  it('asks for a name and a password as soon as it is a relay', () => {
    expect([' turn:', 'TURNS:x'].map(isRelayUrl)).toEqual([true, true]);
    expect(['', 'stun:x', 'turning'].map(isRelayUrl)).toEqual([false, false, false]);
  });

  it('is used with its credentials, and STUN without', () => {
    expect(ownIceServersOf({ iceServers: [relay, stun] })).toEqual([
      { urls: [relay.url], username: 'ada', credential: ' s3cret ' },
      { urls: [stun.url] },
    ]);
  });
});

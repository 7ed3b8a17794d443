import { describe, expect, it } from 'vitest';
import { PUBLIC_STUN_URLS } from '../../../signaling/public-stun.ts';
import { serversInUse } from './servers-in-use.ts';

describe('servers in use', () => {
  it('names who runs every public STUN server there is by default', () => {
    const { publicStun, ownStun } = serversInUse([{ urls: [...PUBLIC_STUN_URLS] }]);
    expect(publicStun.map(({ operator }) => operator)).toEqual(['Google', 'Cloudflare']);
    expect(ownStun).toEqual([]);
  });

  it('does not take a name for another one that ends like it', () => {
    const { publicStun, ownStun } = serversInUse([
      { urls: ['stun:notgoogle.com', 'stun:own.example'] },
    ]);
    expect(publicStun).toEqual([]);
    expect(ownStun.map(({ host }) => host)).toEqual(['notgoogle.com', 'own.example']);
  });

  it('names a relay once, however many ways lead to it', () => {
    const urls = [
      'turn:relay.example',
      'turn:relay.example?transport=tcp',
      'turns:relay.example:443',
    ];
    expect(serversInUse([{ urls, username: 'u', credential: 'c' }]).relays).toEqual([
      { host: 'relay.example', operator: null },
    ]);
  });
});

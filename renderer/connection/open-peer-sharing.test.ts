import { describe, expect, it } from 'vitest';
import type { OpenPeer } from '../peer/peer.ts';
import type { SharedEncoding } from '../stream/fan-out/shared-encoding.ts';
import { openPeerSharing } from './open-peer-sharing.ts';
import { pictureBeginningOf } from './picture-steering.ts';
import { createFakePeers } from './testing/fake-peers.ts';

function openSharing(isUsable: boolean | undefined) {
  const opened: Parameters<OpenPeer>[0][] = [];
  const join: SharedEncoding['join'] = () => {
    throw new Error('joining is up to the peer');
  };
  const shared =
    isUsable === undefined ? undefined : { join, isUsable: () => isUsable, close() {} };
  const peers = createFakePeers();
  const openPeer = openPeerSharing(shared, (options, listeners) => {
    opened.push(options);
    return peers.openPeer(options, listeners);
  });
  const listeners = {} as Parameters<OpenPeer>[1];
  const common = { role: 'presenter', iceServers: [], pathPolicy: () => 'any' as const } as const;
  openPeer(
    { ...common, picture: pictureBeginningOf({ profile: 'sharp-text', startBps: 1_000_000 }) },
    listeners,
  );
  openPeer(common, listeners);
  return opened.map(({ picture }) => picture?.openSender === join);
}

describe('peers that share an encoder', () => {
  it('have their picture joined', () => expect(openSharing(true)).toEqual([true, false]));
  it('are ordinary ones where sharing failed', () => {
    expect(openSharing(false)).toEqual([false, false]);
  });
  it('are ordinary ones where the browser cannot share', () => {
    expect(openSharing(undefined)).toEqual([false, false]);
  });
});

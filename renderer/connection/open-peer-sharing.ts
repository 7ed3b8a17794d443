import type { OpenPeer } from '../peer/peer.ts';
import type { SharedEncoding } from '../stream/fan-out/shared-encoding.ts';

/** Opens peers whose pictures come from one encoder for as many viewers as possible. */
export const openPeerSharing =
  (shared: SharedEncoding | undefined, openPeer: OpenPeer): OpenPeer =>
  (options, listeners) => {
    const { picture } = options;
    // Where its worker failed, the peers it failed are built again, each with an encoder of its own.
    if (!picture || !shared?.isUsable()) return openPeer(options, listeners);
    return openPeer({ ...options, picture: { ...picture, openSender: shared.join } }, listeners);
  };

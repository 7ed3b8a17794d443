import { createSocket, type Socket } from 'node:dgram';
import Bonjour from 'bonjour-service';

const PORT = 5353;
const GROUP = '224.0.0.251';
/** RFC 6762, section 11. */
const HOPS = 255;

/** Speaks and hears mDNS on one network. */
export type Mdns = {
  readonly bonjour: Bonjour;
  /** Says goodbye for whatever is published, and closes. */
  close(): Promise<void>;
};
export type OpenMdns = (address: string) => Promise<Mdns>;

/**
 * Opens mDNS on the interface with this address.
 * Rejects with Node's error where the system does not let anybody listen or join the group.
 */
export const openMdns: OpenMdns = async (address) => {
  const socket = await openSocket(address);
  // Its types do not know what it passes on to multicast-dns. A packet that could not be sent is
  // as one that was lost on the way.
  const options: object = { socket, bind: false };
  const bonjour = new Bonjour(options, () => {});
  let closing: Promise<void> | undefined;
  const close = async () => {
    await new Promise<void>((resolve) => bonjour.unpublishAll(() => resolve()));
    await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
  };
  return {
    bonjour,
    close() {
      closing ??= close();
      return closing;
    },
  };
};

/** Ready before the library has it: what the library opens itself, it cannot fail to open. */
function openSocket(address: string): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      socket.close();
      reject(error);
    };
    socket.once('error', fail);
    // Bound to the interface's own address it would hear no multicast on Linux.
    socket.bind(PORT, () => {
      try {
        socket.addMembership(GROUP, address);
        socket.setMulticastInterface(address);
        socket.setMulticastTTL(HOPS);
        socket.setMulticastLoopback(true);
      } catch (error) {
        return fail(error);
      }
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

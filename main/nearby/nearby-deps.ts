import type { Events } from '../../preload/contract.ts';

export type NearbyDeps = {
  /** Whether this person wants shares to be seen on the local network. */
  readonly isVisible: () => boolean;
  /** Settles when the service inside the app listens, or never will. */
  readonly whenListening: Promise<unknown>;
  /** Where others reach that service, as it says itself. */
  readonly origins: () => readonly string[];
  /** Its TCP port; 0 while it does not listen. */
  readonly port: () => number;
  /** Whether the presenter has blocked this address in the room itself. */
  readonly isBlocked: (address: string) => boolean;
  /** What a firewall has to let in. */
  readonly program: string;
  readonly emit: <Channel extends keyof Events>(
    channel: Channel,
    ...args: Parameters<Events[Channel]>
  ) => void;
};

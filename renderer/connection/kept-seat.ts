import * as z from 'zod/mini';
import { lowerHex } from '../../signaling/protocol.ts';

/** What a viewer needs to come back after its page was loaded anew or crashed. */
const keptSeatSchema = z.object({
  socketUrl: z.string().check(z.regex(/^wss?:\/\//)),
  displayName: z.string(),
  roomId: lowerHex(32),
  roomKey: lowerHex(64),
  presenterKey: lowerHex(64),
  peerId: lowerHex(32),
  pass: lowerHex(32),
  /** Milliseconds since 1970. */
  keptAtMs: z.number(),
});
export type KeptSeat = z.infer<typeof keptSeatSchema>;

/** Where the seat is kept: by this tab alone, until it is closed. */
export type SeatKeeper = {
  read(): KeptSeat | undefined;
  write(seat: Omit<KeptSeat, 'keptAtMs'>): void;
  clear(): void;
};

const KEY = 'sightline.seat';
/** A tab that a browser restores after days has nothing to come back to. */
const KEPT_FOR_MS = 12 * 3_600_000;

/**
 * A keeper that forgets instead of failing.
 * @param openStorage may throw, as `sessionStorage` does where storage is blocked
 */
export function createSeatKeeper(
  openStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  now: () => number,
): SeatKeeper {
  const quietly = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  return {
    read() {
      const parsed = keptSeatSchema.safeParse(
        quietly(() => JSON.parse(openStorage().getItem(KEY) ?? 'null')),
      );
      if (!parsed.success) return undefined;
      const ageMs = now() - parsed.data.keptAtMs;
      return ageMs >= 0 && ageMs < KEPT_FOR_MS ? parsed.data : undefined;
    },
    write(seat) {
      quietly(() => openStorage().setItem(KEY, JSON.stringify({ ...seat, keptAtMs: now() })));
    },
    clear() {
      quietly(() => openStorage().removeItem(KEY));
    },
  };
}

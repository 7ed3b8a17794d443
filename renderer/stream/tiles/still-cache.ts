/** Keeps what was made at some cost, by name, as long as it fits; the oldest goes first. */
export type StillCache<T> = {
  /** What has this name, or what `make` makes; a failure (`null`) is not kept. */
  get(name: string, make: () => Promise<T | null>): Promise<T | null>;
  clear(): void;
};

export function createStillCache<T>(
  mostBytes: number,
  bytesOf: (value: T) => number,
): StillCache<T> {
  const kept = new Map<string, { readonly value: Promise<T | null>; bytes: number }>();
  let totalBytes = 0;
  const drop = (name: string) => {
    totalBytes -= kept.get(name)?.bytes ?? 0;
    kept.delete(name);
  };
  return {
    async get(name, make) {
      const known = kept.get(name);
      if (known) return known.value;
      const entry = { value: make(), bytes: 0 };
      kept.set(name, entry);
      const value = await entry.value;
      if (kept.get(name) !== entry) return value;
      if (value === null) {
        drop(name);
        return null;
      }
      entry.bytes = bytesOf(value);
      totalBytes += entry.bytes;
      for (const [oldest] of kept) {
        if (totalBytes <= mostBytes) break;
        drop(oldest);
      }
      return value;
    },
    clear() {
      kept.clear();
      totalBytes = 0;
    },
  };
}

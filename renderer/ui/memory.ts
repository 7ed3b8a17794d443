type MemoryKey = 'sightline.name' | 'sightline.language' | 'sightline.path' | 'sightline.quality';

/** What this browser keeps for the next visit. */
export type Memory = {
  read(key: MemoryKey): string | null;
  write(key: MemoryKey, value: string): void;
};

/**
 * A memory that forgets instead of failing.
 * @param openStorage may throw, as `localStorage` does where storage is blocked
 */
export function createMemory(openStorage: () => Pick<Storage, 'getItem' | 'setItem'>): Memory {
  return {
    read(key) {
      try {
        return openStorage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        openStorage().setItem(key, value);
      } catch {
        // Full or blocked: the visit goes on without it.
      }
    },
  };
}

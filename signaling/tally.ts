/** How many of something each name has. */
export type Tally = {
  count(name: string): number;
  add(name: string): void;
  /** A name that has none left is forgotten. */
  remove(name: string): void;
};

/** Starts with none of anything. */
export function createTally(): Tally {
  const counts = new Map<string, number>();
  const count = (name: string) => counts.get(name) ?? 0;
  return {
    count,
    add(name) {
      counts.set(name, count(name) + 1);
    },
    remove(name) {
      if (count(name) > 1) counts.set(name, count(name) - 1);
      else counts.delete(name);
    },
  };
}
